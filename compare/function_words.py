"""English function words: a closed class that says how, not what, is told."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the and or but nor so yet if then than that this these those there here who whom whose which what when
    where why how i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves one oneself
    am is are was were be been being do does did doing done have has had having will would shall should can could
    may might must ought let
    not no none neither either both each every all any some such same other another more most much many few less
    least own only just also too very even still
    of at by for with about against between into through during before after above below to from up down in out on
    off over under again further once as until while because since although though unless whether upon toward
    within without among along around across behind beyond per via
    isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't
    shouldn't mustn't i'm i've i'd i'll you're you've you'll you'd he's he'd he'll she's she'd she'll it's it'll
    we're we've we'll we'd they're they've they'll they'd that's there's what's who's let's
    said say says saying
    """.split()
)
