"""Abbreviations after which a full stop does not, or need not, end the sentence."""

from __future__ import annotations

from compare.reading.languages import word_set

FOLLOWED_BY_NAMES = word_set(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cmdr cpl sgt pvt adm brig pres supt insp det "
    "rev fr msgr hon st ste mt ft pte mme mlle hr atty assn ald amb sec cong fig figs vs v cf eg ie e.g i.e viz"
)
"""Titles and the like: the next word, though it has a capital, belongs to them."""

FOLLOWED_BY_NUMBERS = word_set(
    "no nos vol vols p pp ch art sec par para pt fig ca approx c jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Months and counts: a figure goes on with the sentence."""

MAY_END = word_set(
    "inc corp co ltd llc plc bros cos jr sr esq etc ph.d m.d b.a m.a j.d dept ave blvd rd sq univ mfg intl "
    "jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "ala ariz ark calif colo conn fla ga ind kan ky md mich minn mont neb nev okla tenn tex va vt wis wyo dak "
    "a.m p.m u.s u.k u.n e.u d.c l.a n.y n.j n.h n.c s.c n.d s.d n.m r.i w.va b.c a.d u.s.a u.s.s.r "
    "min hr hrs secs lb lbs oz mph kg km cm mm"
)
"""These may stand at the end of a sentence: they do when a word follows that only begins sentences so.

Abbreviations that are words as well (Miss., Mass., Wash., in.) are left to what follows them.
"""

STARTERS = word_set(
    "The A An This That These Those He She It We They You I His Her Its Our Their My Your There Here But And Or So Yet "
    "Nor If When While Where What Who Why How Which As At By For From In Into On Of To With Without After Before "
    "During Since Until Although Though Because However Meanwhile Moreover Also Then Now Not No Yes Some Many Most "
    "Both Each Every All Any Another One Two Three Still Even Only Just Once Later Earlier Today Yesterday Tomorrow "
    "Asked According Among Under Over Between About Against Despite Instead Last Next Such Perhaps Maybe Let"
)
"""Function words with a capital: inside a sentence they would have none."""

NAMES_WITH_MARKS = word_set("yahoo jeopardy yum wham")
"""Well-known names that carry an exclamation mark."""

REPORTING = word_set(
    "said says asked asks added adds wrote writes replied replies told tells answered answers shouted cried "
    "tweeted recalled joked exclaimed wondered demanded chanted yelled screamed continued quipped responded"
)
"""The commonest verbs that credit a question or an exclamation to somebody."""
