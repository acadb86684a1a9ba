"""Which stretches are quoted: marks of every style, and what only looks like one."""

from __future__ import annotations

import pytest

QUOTED = [
    # styles
    ("“One,” he said, “two.”", ["One,", "two."]),
    ('"One," he said, "two."', ["One,", "two."]),
    ("‘One,’ he said, ‘two’s company.’", ["One,", "two’s company."]),
    ("'One,' he said, 'don't go.'", ["One,", "don't go."]),
    ("« Un », dit-il.", ["Un"]),
    ("«Un», dit-il, « deux ».", ["Un", "deux"]),
    ("»Eins«, sagte er.", ["Eins"]),
    ("„Eins“, sagte er. ‚Zwei‘, sagte sie.", ["Eins", "Zwei"]),
    ("„Jeden”, powiedział.", ["Jeden"]),
    ("”Ett”, sade han.", ["Ett"]),
    ("‹Un› et ‹deux›", ["Un", "deux"]),
    ("「一」と『二』", ["一", "二"]),
    ("``One,'' he said. ``Two.''", ["One,", "Two."]),
    ("‘‘One,’’ he said.", ["One,"]),
    ("''One,'' he said.", ["One,"]),
    ("`word' he said", ["word"]),
    ('“mixed" and "mixed”', ["mixed", "mixed"]),
    # turned the wrong way
    ("“word“ and ”word”", ["word", "word"]),
    ('He said “word" and left.', ["word"]),
    # nested: the outer one counts
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
    ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
    ('"He said "no" to me," she said.', ['He said "no" to me,']),
    ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
    ("\"I'm reading 'Emma'\" she said.", ["I'm reading 'Emma'"]),
    ('"He asked: “Why?” I left," she said.', ["He asked: “Why?” I left,"]),
    # neighbours
    ("He said—“stop”—and left.", ["stop"]),
    ("(“Stop!”) he said.", ["Stop!"]),
    ("“[W]e are”, she said.", ["[W]e are"]),
    ("“Stop!” “Go!”", ["Stop!", "Go!"]),
    ("“… and so on”", ["… and so on"]),
    ('She said "yes".', ["yes"]),
    ('"A." "B."', ["A.", "B."]),
    # single marks and apostrophes side by side
    ("‘The boys’ club is shut,’ he said.", ["The boys’ club is shut,"]),
    ("the ‘Sixties’ boys’ club", ["Sixties"]),
    ("O'Brien’s 'thing' wasn't", ["thing"]),
    ("James’ “house”", ["house"]),
    # inches
    ('5\'10" and "quoted" words', ["quoted"]),
    ('He said "the 5" pipe broke," and left.', ['the 5" pipe broke,']),
    ('"We won in 2016" he said, "again."', ["We won in 2016", "again."]),
    # over paragraphs
    ("“A.\n\n“B.\n\n“C,” he said.", ["A.", "B.", "C,"]),
    ('"A.\n\n"B.\n\n"C," he said.', ["A.", "B.", "C,"]),
    ("‘A one.\n\n‘B two.\n\n‘C,’ he said.", ["A one.", "B two.", "C,"]),
    ("“A,” he said. “B.\n\n“C.”", ["A,", "B.", "C."]),
    ("“A is open.\n\nB follows.\n\nC is last,” he said.", ["A is open.", "B follows.", "C is last,"]),
    # slips
    ("“We will win, Smith said. “And then we rest.”", ["We will win,", "And then we rest."]),
    ("“We will win, Smith said.\n\nThe crowd cheered.", ["We will win,"]),
    ("“It is one, he said.\n\n“It is two,” he said.", ["It is one,", "It is two,"]),
    ("He said: “We will win. We must.\n\nThe crowd cheered.", ["We will win. We must."]),
    ("We will win,” he said. “And then.”", ["We will win,", "And then."]),
]

NOT_QUOTED = [
    "The Bushes' dog and the boys’ cat don't eat in the '90s or ’90s, rock 'n' roll, ‘em.",
    "He is 6'2\" tall, with a 5\" scar and 10' rope, at 40° 26' 46\" N.",
    "“” \"\" ''",
    '<a href="x">link</a>',
    "It’s the workers’ and the bosses’ fault.",
    'A lone " in the middle, and more text',
    "",
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quotes(quotations, text, quoted):
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_leaves_alone(quotations, text):
    assert [text[q.start : q.end] for q in quotations(text)] == []
