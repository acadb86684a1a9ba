"""Closed classes of English words that tell who speaks: verbs, pronouns, titles, functions."""

from __future__ import annotations

from collections.abc import Iterable

_REGULAR = """
accuse acknowledge acquiesce add address admit admonish advise advocate affirm agree allege allow
announce answer argue assail assert assure attack attest avow bark beg bellow bemoan berate blame blast
blog boast brag call caution charge chide claim clarify comment compare complain compliment conclude
concede concur condemn confess confide confirm contend continue counter cry criticize criticise
dedicate decry declare decline defend demand denounce deny describe detail deride dictate disclose
dismiss dispute dub echo elaborate emphasize emphasise enthuse exclaim explain exult fume gush hail
imply indicate inform inquire insist instruct interject intone invoke jest joke label lambast lambaste
lament lash laud mention mock mumble murmur muse mutter narrate note object observe offer opine order
pledge point portray post postulate praise predict proclaim profess promise pronounce propose protest
question quip quote rage rail rant read reason reassure recall reckon recite recommend recount refer
reflect reiterate relate remark remember remind repeat reply report request respond retort reveal
ridicule roar scoff scold scream shout sigh signal slam snap sneer state stress suggest summarize
summarise surmise taunt tease term testify text thank theorize threaten thunder tout trumpet tweet
urge utter vent voice volunteer vow wail warn whisper wonder write-off yell maintain stipulate
characterize characterise estimate expect hope believe concede credit deplore disagree encourage
""".split()

_IRREGULAR = """
say says said saying / tell tells told telling / write writes wrote written writing
/ think thinks thought thinking / speak speaks spoke spoken speaking / ask asks asked asking
/ put puts putting / go goes went going / begin begins began begun / sing sings sang sung singing
/ swear swears swore sworn swearing / foretell / retweet retweets retweeted retweeting
/ feel feels felt feeling / quote / read reads / chant chants chanted chanting / hold holds held holding
/ see sees saw / find finds found / know knows knew
""".replace("/", " ").split()


def _inflected(lemmas: Iterable[str]) -> Iterable[str]:
    """Yield a regular verb's forms."""
    for lemma in lemmas:
        yield lemma
        if lemma.endswith("e"):
            yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
        elif lemma.endswith("y") and lemma[-2] not in "aeiou":
            yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
        elif lemma.endswith(("s", "sh", "ch", "x")):
            yield from (lemma + "es", lemma + "ed", lemma + "ing")
        else:
            yield from (lemma + "s", lemma + "ed", lemma + "ing")


REPORTING = frozenset(_inflected(_REGULAR)) | frozenset(_IRREGULAR) | frozenset(
    "admitted admitting referred referring quipped quipping begged begging bragged bragging dubbed"
    " dubbing snapped snapping concurred concurring blogged blogging".split()
)
"""Forms of verbs that tell of somebody's words."""

SPEAKING = frozenset(
    "say says said tell tells told add adds added ask asks asked write writes wrote tweet tweets tweeted"
    " continue continues continued reply replies replied answer answers answered explain explains explained"
    " declare declares declared state states stated respond responds responded note notes noted"
    " argue argues argued insist insists insisted exclaim exclaimed shout shouts shouted joke jokes joked"
    " warn warns warned conclude concludes concluded recall recalls recalled remark remarked quip quips quipped"
    " announce announces announced claim claims claimed observe observed ".split()
)
"""Those that hold a quotation of their own, in the past and the present."""

NAMING_VERBS = frozenset(
    "call calls called calling describe describes described describing dismiss dismisses dismissed dismissing"
    " label labels labeled labelled labeling labelling dub dubs dubbed dubbing term terms termed terming"
    " brand brands branded branding".split()
)

AUXILIARIES = frozenset(
    "is am are was were be been being has have had having do does did will would shall should can could may"
    " might must ought isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't"
    " can't couldn't shouldn't cannot".split()
)

ADVERBS = frozenset(
    "also later then again now once still even just simply only already always never often sometimes"
    " repeatedly recently previously further furthermore instead first finally soon thus too twice rather".split()
)

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your one another each every some any no several"
    " many both all most few other such two three four five six seven eight nine ten".split()
)

PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath beside besides"
    " between beyond by despite down during except for from in inside into like near of off on onto out outside"
    " over past per regarding since through throughout till to toward towards under until unto up upon via with"
    " within without concerning following".split()
)

CONJUNCTIONS = frozenset("and or but nor yet so".split())

SUBORDINATORS = frozenset(
    "that because although though while when whenever where wherever whereas if unless whether since until"
    " before after as once than how why what who whom whose which lest".split()
)

MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
SUBJECT_PRONOUNS = frozenset("he she they it i we you".split())
PRONOUNS = MASCULINE | FEMININE | frozenset(
    "they them their theirs themselves it its itself i me my mine we us our ours you your yours".split()
)

TITLES = {
    **dict.fromkeys("mr sir lord king prince father brother baron count duke".split(), "m"),
    **dict.fromkeys("mrs ms miss madam madame dame lady queen princess sister baroness countess duchess".split(), "f"),
    **dict.fromkeys(
        "dr prof professor sen senator rep representative congressman congresswoman gov governor lt"
        " gen general col colonel maj major capt captain sgt sergeant cmdr commander adm admiral cpl pvt"
        " president vice-president minister secretary chancellor ambassador mayor judge justice rev reverend"
        " pope bishop archbishop cardinal rabbi imam sheikh sheik sheriff chief officer detective inspector"
        " superintendent speaker premier councilman councilwoman chairman chairwoman director hon st".split(), ""),
}
TITLES["congressman"] = TITLES["councilman"] = TITLES["chairman"] = "m"
TITLES["congresswoman"] = TITLES["councilwoman"] = TITLES["chairwoman"] = "f"
"""Words before a name, with the gender they tell, if any."""

HONORIFICS = frozenset("mr mrs ms miss dr sen rep gov gen lt col maj capt sgt prof rev sir dame lord lady".split())

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cpt sgt cmdr adm cpl pvt rev hon st jr sr"
    " vs no inc corp co ltd jan feb mar apr aug sept oct nov dec ark ariz calif colo conn del fla ga ill ind kan"
    " la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo messrs mt ft".split()
)

PARTICLES = frozenset("van von de der den del della di da dos du la le el al bin ibn ben ter ten af av zu y".split())

NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul"
    " aug sep sept oct nov dec i yes no not there here however meanwhile moreover please according".split()
) | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | PRONOUNS | DETERMINERS | AUXILIARIES | ADVERBS
"""Capitalised words that begin a sentence or name a day, and no person."""
