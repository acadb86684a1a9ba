"""Well-known words that exclude one another: opposites, and members of small classes of which one thing is only one.

All words stand in their folded form (``tokens.fold``), in which "praise" is written like "size".
"""

from __future__ import annotations

_OPPOSITES = """
rise rises rose risen rising increase increases increased increasing climbed climbs grew grows growing jumped surged soared higher gains
| fall falls fell fallen falling decrease decreases decreased decreasing declined declines dropped drops shrank plunged slumped lower losses
support supports supported supporting backs backed backing favors favored endorses endorsed
| oppose opposes opposed opposing
approve approves approved approving passed | reject rejects rejected rejecting defeated
accept accepts accepted accepting agreed | refuse refuses refused refusing declined
confirm confirms confirmed confirming | deny denies denied denying
win wins won winning | lose loses lost losing
allow allows allowed allowing permit permits permitted | ban bans banned banning prohibits prohibited bars barred forbids forbade forbidden
convicted guilty | acquitted innocent cleared
open opens opened opening reopened | close closes closed closing shut
arrive arrives arrived arriving entered | leave leaves left leaving departed
begin begins began begun started starts | end ends ended finished stopped
buy buys bought buying purchased | sell sells sold selling
hire hires hired hiring | fire fires fired firing dismissed
praize praizes praized praizing | criticize criticizes criticized criticizing condemned condemns denounced
succeed succeeds succeeded | fail fails failed failing
strengthen strengthens strengthened | weaken weakens weakened
inside | outside
above | below
alive survived | dead died killed
legal lawful | illegal unlawful
majority | minority
best | worst
tighten tightened tightens | loosen loosened loosens ease eased
raise raised raises | cut cuts lowered lowers reduced
extend extended extends | shorten shortened
include includes included including | exclude excludes excluded excluding except
safe | dangerous unsafe
optimistic | pessimistic
friendly | hostile
"""

LACKING = frozenset(
    """
    lose loses lost losing lack lacks lacked lacking cut cuts cutting miss misses missed missing avoid avoids avoided avoiding deny denies
    denied refuse refuses refused reject rejects rejected remove removes removed end ends ended stop stops stopped halt halts halted ban
    bans banned prevent prevents prevented drop drops dropped abandon abandons abandoned scrap scraps scrapped fail fails failed need needs
    needed waive waives waived withdraw withdraws withdrew withdrawn cancel cancels canceled suspend suspends suspended without no short
    """.split()
)
"""Verbs after which a thing is not there: who lost power is without it."""

_ALTERNATIVES = """
fired dismissed sacked ousted | resigned resigns quit quits stepped retired
shot gunned | stabbed knifed | strangled | drowned | poisoned | hanged | beaten
brother brothers | sister sisters | father | mother | son | daughter | husband | wife | uncle | aunt | cousin | nephew | niece | grandfather | grandmother
car | truck lorry | bus coach | van | train | tram | plane airplane aeroplane | helicopter | ship | ferry | motorcycle | bicycle bike
knife | gun pistol handgun rifle shotgun | bomb | grenade | hammer | axe
north northern | south southern
east eastern | west western
felony | misdemeanor
civil | criminal
red | blue | green | yellow | black | white | brown
monarch king | queen
teacher | pupil student
buyer | seller
driver | passenger | pedestrian
hospital | prison jail
church | mosque | synagog | temple
catholic | protestant | muslim | jewish
kitchen | bedroom | bathroom | garage | garden
arson | burglary | robbery | murder | manslaughter
engine motor | brakes
rain | snow
flood flooding | fire blaze | earthquake
dog | cat | horse
"""


def _classes(lines: str) -> dict[str, tuple[int, int]]:
    """Every word's class and the side of it on which it stands; a line that begins with a bar goes on with its class."""
    sides: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines.strip().replace("\n|", "|").split("\n")):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                sides.setdefault(word, (number, side))
    return sides


OPPOSITES, ALTERNATIVES = _classes(_OPPOSITES), _classes(_ALTERNATIVES)

NEGATIONS = frozenset(
    """
    not no never without neither nor nobody nothing none don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't
    won't wouldn't can't cannot couldn't shouldn't mustn't
    """.split()
)
"""Words that deny what follows."""

MODALS = dict.fromkeys(("may", "might", "could"), "may") | dict.fromkeys(("will", "shall", "must"), "will")
"""Verbs that tell what may be, and what is going to be."""

REFUSALS = frozenset("denied denies deny denying refused refuses refusing declined declines failed fails failing".split())
"""Verbs that deny the verb behind them."""

HALVES = frozenset("only just merely simply necessarily always all every solely least immediately yet more less fewer than until longer alone".split())
"""Words that leave half of a denied claim standing: not only, not yet, not until, no more than."""

OPEN = frozenset("if unless whether could may might would should must can will shall to until lest perhaps".split())
"""Words before a verb that is not told as done."""
