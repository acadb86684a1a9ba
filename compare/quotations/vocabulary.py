"""Closed classes of English words: what stands around names and verbs, and tells them apart."""

from __future__ import annotations

AUXILIARIES = frozenset(
    """
    is am are was were be been being has have had having do does did will would shall should can could may
    might must ought isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
    can't couldn't shouldn't cannot isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t
    won’t wouldn’t can’t couldn’t shouldn’t
    """.split()
)

ADVERBS = frozenset(
    """
    also later then again now once still even just simply only already always never often sometimes however
    meanwhile moreover nevertheless nonetheless therefore indeed perhaps repeatedly recently previously
    further furthermore instead first finally soon thus too twice rather
    """.split()
)

DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your one another each every some any no several
    many both all most few other such two three four five six seven eight nine ten
    """.split()
)

PREPOSITIONS = frozenset(
    """
    about above across after against along amid among around as at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on onto
    out outside over past per regarding since through throughout till to toward towards under until unto up
    upon via with within without concerning following
    """.split()
)

CONJUNCTIONS = frozenset("and or but nor yet so".split())

SUBORDINATORS = frozenset(
    """
    that because although though while when whenever where wherever whereas if unless whether since until
    before after as once than how why what who whom whose which lest
    """.split()
)

RELATIVES = frozenset("who which that whom".split())
MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
SUBJECT_PRONOUNS = frozenset("he she they it i we you".split())
PRONOUNS = (
    MASCULINE
    | FEMININE
    | frozenset(
        """
    they them their theirs themselves it its itself i me my mine we us ours our you yours your
    """.split()
    )
)

_MEN = "mr sir lord king prince father brother baron count duke congressman councilman chairman spokesman"
_WOMEN = """
mrs ms miss madam madame dame lady queen princess sister baroness countess duchess congresswoman
councilwoman chairwoman spokeswoman
"""
_OFFICES = """
dr prof professor sen senator sens rep representative reps gov governor govs del lt gen general col colonel
maj major capt captain sgt sergeant cmdr commander adm admiral cpl pvt president vice-president minister
secretary chancellor ambassador mayor judge justice rev reverend pope bishop archbishop cardinal rabbi imam
sheikh sheriff chief officer detective inspector superintendent speaker premier director hon leader ceo cfo
coo spokesperson attorney lawyer adviser advisor nominee candidate whip analyst activist manager strategist
correspondent reporter author economist historian coach commissioner prosecutor
"""

TITLES = {
    **dict.fromkeys(_OFFICES.split(), ""),
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
}
"""Words before a name, with the gender they tell, if any."""

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cpt sgt cmdr adm cpl pvt rev hon st jr
    sr vs no inc corp co ltd jan feb mar apr aug sept oct nov dec ark ariz calif colo conn del fla ga ill
    ind kan la mass md mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo messrs mt ft
    """.split()
)

PARTICLES = frozenset(
    """
    van von de der den del della di da dos du la le el al bin ibn ben ter ten af av zu y
    """.split()
)

TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun today yesterday tomorrow
    tonight morning afternoon evening night week weekend month year noon
    """.split()
)
"""Words of time that may stand between a subject and its verb."""

SOMEBODY = frozenset(
    """
    man men boy boys husband father son sons brother brothers guy gentleman uncle grandfather woman women
    girl girls wife mother daughter daughters sister sisters lady aunt grandmother victim accuser teenager
    child
    """.split()
)
"""Nouns that "he" or "she" may stand for as well as a name."""

NOT_NAMES = (
    frozenset(
        """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr
    jun jul aug sep sept oct nov dec yes not there here however meanwhile moreover please according prior
    close due thanks plus earlier today yesterday tomorrow perhaps maybe indeed asked read see watch listen click
    """.split()
    )
    | PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | PRONOUNS
    | DETERMINERS
    | AUXILIARIES
    | ADVERBS
)
"""Words that are no name though a capital may begin them: they open sentences, or name a day."""

ORGANISATIONS = frozenset(
    """
    agency airlines association authority bank board bureau campaign center centre church club college
    commission committee company conference congress corp corporation council county court department
    federation foundation fund government group house hospital inc institute journal league ltd magazine
    ministry network news office organization organisation parliament party police post press republic
    school senate service services society state states times tribune union university city street
    """.split()
)
"""Last words of the names of bodies and places."""

COLLECTIVES = frozenset(
    """
    media press newspapers pundits critics commentators observers supporters opponents fans locals residents
    people some many others experts analysts everyone everybody
    """.split()
)
"""Those who speak with no one's voice: what the media called the "summer of love"."""

WORKS = frozenset(
    """
    album anthem article ballad ballet blog book broadcast chapter column comedy documentary drama episode
    essay film game hit hymn interview magazine memoir miniseries movie musical newsletter newspaper novel
    opera painting paper pamphlet play podcast poem program programme report sculpture segment series show
    single sitcom song soundtrack speech story study thriller track trilogy tune video
    """.split()
)
"""What bears a title."""

UTTERANCES = frozenset(
    """
    account address advice announcement answer argument assertion claim comment comments complaint
    conclusion declaration description email explanation letter memo message messages motto note opinion
    post promise question remark remarks reply report response review slogan speech statement statements
    testimony text tweet tweets verdict view warning word words
    """.split()
)
"""What somebody says or writes: his message, Mr. Fox's words."""
