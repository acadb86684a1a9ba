"""Reporting verbs: the forms that credit words to somebody, and those that only tell of a thought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SPEAKING = """
accuse acknowledge add admit admonish advise advocate affirm allege announce answer appeal argue ask
assail assert assure attack attest bark beg bellow bemoan berate blame blast blog boast brag call caution
challenge characterize characterise charge chide cite claim clarify comment compare complain compliment
concede conclude concur condemn confess confide confirm contend continue counter criticize criticise cry
declare decry defend demand denounce deny describe disclose dismiss dispute dub echo elaborate emphasize
emphasise encourage enthuse exclaim explain express exult fume gush hail highlight imply indicate inform
inquire insist instruct interject intone invoke jest joke label lambast lambaste lament lash laud liken
maintain mention mock mumble murmur muse mutter narrate note object observe offer opine order pledge point
portray post praise predict proclaim profess promise pronounce propose protest question quip quote rail
rant rebut recite recommend recount refer reference reflect reiterate relate remark remind repeat reply
report request respond retort retweet reveal ridicule roar scoff scold scream shout sigh signal slam snap
sneer sputter state stipulate stress suggest summarize summarise surmise taunt tease term testify text
theorize thank threaten thunder tout trumpet tweet urge utter vent voice volunteer vow wail warn whisper
yell brand cheer chant exhort chime implore plead beseech laugh chuckle groan growl grumble gripe pray swear
""".split()

_MENTAL = """
agree assume believe consider decide disagree doubt estimate expect fear hope imagine intend learn reckon
recall remember want wonder worry
""".split()

_SPEAKING_IRREGULAR = """
say says said saying tell tells told telling write writes wrote written writing put puts putting sing
sings sang singing swear swears swore sworn swearing foretell foretold read reads reading
""".split()

_MENTAL_IRREGULAR = """
think thinks thought thinking know knows knew feel feels felt feeling hear hears heard see sees saw find
finds found speak speaks spoke speaking understand understands understood
""".split()

_DOUBLED = frozenset("admit beg blog brag concur quip rebut refer snap".split())

NOUNS_TOO = frozenset(
    form
    for noun in """
account address answer appeal attack blast blog boast call caution challenge charge claim comment
compliment concern counter cry demand dispute doubt echo estimate fear hope joke label lament mention note
object offer order pledge point post promise protest question quip quote rant reference remark reply
report request roar scream shout sigh signal slam snap sneer state stress taunt tease term text threat
trumpet tweet view voice volunteer vow whisper yell brand cheer chant
""".split()
    for form in (noun, noun + "s")
)
"""Forms that are as often a noun."""


def _forms(lemmas: Iterable[str]) -> Iterator[str]:
    """Yield the forms of regular verbs."""
    for lemma in lemmas:
        stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
        yield lemma
        if lemma.endswith("e"):
            yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
        elif lemma.endswith("y") and lemma[-2] not in "aeiou":
            yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
        else:
            s = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
            yield from (lemma + s, stem + "ed", stem + "ing")


BASE = frozenset(
    [
        *_SPEAKING,
        *_MENTAL,
        "say",
        "tell",
        "write",
        "sing",
        "swear",
        "speak",
        "think",
        "know",
        "feel",
        "hear",
        "see",
        "find",
        "understand",
        "foretell",
    ]
)
"""Forms without an ending: verbs only after "to", an auxiliary or a plural."""

MENTAL = frozenset([*_forms(_MENTAL), *_MENTAL_IRREGULAR])
SPEAKING = frozenset([*_forms(_SPEAKING), *_SPEAKING_IRREGULAR])
REPORTING = SPEAKING | MENTAL
"""Forms of verbs that tell of somebody's words (``SPEAKING``) or thoughts (``MENTAL``)."""
