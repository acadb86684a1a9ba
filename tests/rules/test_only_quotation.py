"""only-quotation: words that one account alone has somebody say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

Found = list[tuple[str, ...]]

LEFT = "The storm reached Elmstad harbour before dawn on Sunday and sank nine boats. {}"
RIGHT = "Nine boats sank when the storm reached the harbour of Elmstad on Sunday before dawn. {}"

FLAGS = [
    # nothing quoted on the other side
    ("“Nobody saw the wave,” the pilot Lee Moss said.", "The ferry was late.", ("Nobody saw the wave", "")),
    # only the right one
    ("The ferry was late.", "“Nobody saw the wave,” the pilot Lee Moss said.", ("Nobody saw the wave", "")),
    # other words of another speaker
    ("“Insurance will pay,” broker Ida Berg said.", "The pastor, Jo Hale, said: “Kneel with me tonight.”", ("Insurance will pay", "")),
    # two sentences of speech
    ("“Nobody slept. Every bell was ringing,” Moss said.", "Schools stay closed.", ("Nobody slept. Every bell was ringing", "")),
    # interrupted by its cue
    ("“The quay,” Moss said, “is gone for ever.”", "Schools stay closed.", ("The quay,” Moss said, “is gone for ever", "")),
    # straight marks
    ('"Rebuild it in granite," Nora Quist wrote.', "Schools stay closed.", ("Rebuild it in granite", "")),
    # nobody named
    ("There was “a smell of tar and gas” on the quay.", "Schools stay closed.", ("a smell of tar and gas", "")),
    # a question
    ("“Who will feed the gulls?” asked Amy Cole.", "Schools stay closed.", ("Who will feed the gulls", "")),
    # a fragment
    ("Berg promised “swift payment” to widows.", "Schools stay closed.", ("swift payment", "")),
    # a figure
    ("“Four hundred families need roofs,” Cole said.", "The opera opens on Friday.", ("Four hundred families need roofs", "")),
    # guillemets
    ("«Nous avons tout perdu», said the baker Luc Morel.", "The opera opens on Friday.", ("Nous avons tout perdu", "")),
    # the cue before
    ("Moss told the radio: “Anchors snapped like twigs.”", "The opera opens on Friday.", ("Anchors snapped like twigs", "")),
    # a bracketed word inside
    ("“They [the keepers] rang all night,” Cole said.", "The opera opens on Friday.", ("They [the keepers] rang all night", "")),
    # a quotation inside it
    ("“She shouted ‘Jump now’ and vanished,” Moss said.", "The opera opens on Friday.", ("She shouted ‘Jump now’ and vanished", "")),
    # an exclamation in a paragraph of its own
    ("It was dark.\n\n“Cut the ropes!” Moss had cried.", "The opera opens on Friday.", ("Cut the ropes", "")),
]  # fmt: skip

QUIET = [
    # both quote it
    ("“Nobody saw the wave,” Moss said.", "“Nobody saw the wave,” Lee Moss told the radio."),
    # marks
    ("“Nobody saw the wave,” Moss said.", '"Nobody saw the wave," Moss said.'),
    # one quotes a part
    ("Moss said the wave was “black as tar” and fast.", "“The wave was black as tar and taller than the mast,” Lee Moss said."),
    # reworded
    ("“Anchors snapped like dry twigs,” Moss said.", "“Anchors snapped like old twigs,” Moss said."),
    # in two pieces
    ("“The quay,” Moss said, “is gone for ever.”", "“The quay is gone for ever,” Moss said."),
    # over two paragraphs
    ("“The quay is gone.\n\n“The crane is gone,” Moss said.", "“The quay is gone. The crane is gone,” Moss said."),
    # a title
    ("The choir sang “The Drowned Village” at noon.", "The ferry was late."),
    # nothing quoted at all
    ("The ferry was late.", "Schools stay closed."),
    # spelling
    ("“The harbour is grey with oil,” Moss said.", "“The harbor is gray with oil,” Moss said."),
    # the cue elsewhere
    ("Moss said: “Anchors snapped like twigs.”", "“Anchors snapped like twigs,” Moss said."),
    # two utterances, in another order
    ("“Nobody saw the wave,” Moss said. “Insurance will pay,” Berg said.",
     "“Insurance will pay,” Berg said. “Nobody saw the wave,” Moss said."),
    # nested marks
    ("“She shouted ‘Jump now’ and vanished,” Moss said.", "‘She shouted “Jump now” and vanished,’ Moss said."),
    # quoted twice by one account
    ("Moss spoke of “a black wave” first. “It was a black wave,” Moss said.", "“It was a black wave,” Moss said."),
    # a scare-quoted word on both sides
    ("The “unsinkable” ferry sank on Sunday.", "The ferry called “unsinkable” sank on Sunday."),
    # the same in the narrator's words, in a sentence that is linked
    ("Lee Moss, the pilot of the ferry, said “nobody” had seen the wave that struck the quay.",
     "Lee Moss, the pilot of the ferry, said no one had seen the wave that struck the quay."),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert expected in find("only-quotation", LEFT.format(left), RIGHT.format(right))


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("only-quotation", LEFT.format(left), RIGHT.format(right)) == []


def test_severity_and_message(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("only-quotation", LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1]))
    assert found.severity == "note"
    assert found.message == "Only left has Lee Moss's words “Nobody saw the wave”."


def test_the_message_where_nobody_is_named(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("only-quotation", LEFT.format(FLAGS[6][0]), RIGHT.format(FLAGS[6][1]))
    assert found.message == "Only left has the words “a smell of tar and gas”."


def test_the_empty_reading_stands_behind_the_partner_of_what_is_before(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right = LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1])
    (found,) = discrepancies("only-quotation", left, right)
    there = next(r for r in found.readings if r.account == "right")
    assert there.start == there.end == right.index(".") + 1


def test_of_three_accounts_no_other_may_have_it(find: Callable[..., Found]) -> None:
    left, right = LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1])
    assert find("only-quotation", left, right, left) == []
    assert find("only-quotation", left, right, right) == [("Nobody saw the wave", "", "")]
