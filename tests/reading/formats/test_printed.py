"""PDF files: columns, words parted at line ends, running heads, and what has no text layer."""

from __future__ import annotations

import zlib

import pytest

from compare.model import Account, CompareError
from compare.pipeline import read_account
from compare.reading.layout import Line, in_reading_order
from compare.reading.printed import _to_extract
from compare.reading.typeset import find_heads, to_paragraphs

from .making import _pdf, to_pdf  # isort: skip

BODIES = "municipality council administration opposition transportation commission neighbourhood".split()
STORY = [
    "Council Backs Plan for Night Buses",
    *(
        f"Announcement {k}: the {BODIES[k % 7]} of district {k} described extraordinary arrangements concerning "
        f"reconstruction on day {k}, in a statement which the {BODIES[k % 5]} read aloud to everybody."
        for k in range(30)
    ),
]


def read(data: bytes) -> Account:
    return read_account("a.pdf", data=data)


def kept(account: Account) -> list[str]:
    return [account.text[p.start : p.end] for p in account.paragraphs]


@pytest.mark.parametrize("hyphens", [False, True])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_and_parted_words(columns: int, hyphens: bool) -> None:
    account = read(to_pdf(STORY, STORY[:1], columns=columns, hyphens=hyphens, head="The Daily Post", rows=20))
    assert kept(account) == STORY
    reasons = {account.text[s.start : s.end]: s.reason for s in account.set_aside}
    assert reasons.pop("The Daily Post") == "running head"
    assert reasons and set(reasons.values()) == {"page number"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_pdf([""]), "without a text layer"),
        (_pdf(["0 0 m 100 100 l S"]), "without a text layer"),
        (b"%PDF-1.4\nnothing of the kind", "damaged"),
        (to_pdf(STORY)[:200], "damaged"),
        (to_pdf(STORY).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"a" * 32 + b") /U (" + b"b" * 32 + b") /P -4 >> /ID [(a) (b)]"), "password"),
    ],
    ids=["no text", "a drawing", "no pages", "cut off", "locked"],
)  # fmt: skip
def test_what_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(CompareError) as raised:
        read(data)
    assert said in str(raised.value) and "\n" not in str(raised.value) and ";" in str(raised.value)


def packed(content: bytes, times: int = 1) -> bytes:
    """A PDF whose page is packed, once or twice."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    plain = bytes(_pdf(["@"]))
    filters = b"/Filter [" + b"/FlateDecode " * times + b"]"
    return plain.replace(
        b"<< /Length 1 >>\nstream\n@\n",
        b"<< %s /Length %d >>\nstream\n%s\n" % (filters, len(content), content),
    )


def test_a_packed_page() -> None:
    shown = b"BT /F1 10 Tf 50 700 Td (The mayor said on Monday that she would go.) Tj ET"
    assert (
        kept(read(packed(shown)))
        == kept(read(packed(shown, 2)))
        == ["The mayor said on Monday that she would go."]
    )


@pytest.mark.parametrize("times", [1, 2])
def test_streams_that_unpack_to_too_much_are_refused_unread(times: int) -> None:
    with pytest.raises(CompareError, match="unpacks to more than 48 MB"):
        read(packed(b"0 0 m " * (9 << 20), times))


def lines(*texts: str, left: float = 50, top: float = 700, width: float = 200) -> list[Line]:
    return [Line(text, left, top - 12 * k - 10, left + width, top - 12 * k) for k, text in enumerate(texts)]


def test_a_headline_over_two_columns() -> None:
    head = Line("A Headline Over Both Columns", 50, 720, 480, 734)
    left, right = lines("a", "b", "c", "d"), lines("e", "f", "g", "h", left=280)
    mixed = [line for pair in zip(right, left, strict=True) for line in pair]
    order = [line.text for column in in_reading_order([*mixed, head]) for line in column]
    assert order == [head.text, *"abcdefgh"]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        (["The munici-", "pality spoke."], "The municipality spoke."),
        (["A US-", "Russian plan."], "A US-Russian plan."),
        (["A long-", "term plan."], "A long-term plan."),
        (
            ["It is well-", "known that well-known things are."],
            "It is well-known that well-known things are.",
        ),
        (
            ["The co-operative", "spoke of co-", "operative things."],
            "The co-operative spoke of co-operative things.",
        ),
        (["From 1990-", "1995 it was."], "From 1990- 1995 it was."),
        (["A soft\xad", "ening."], "A softening."),
    ],
)
def test_hyphens_at_line_ends(printed: list[str], read_as: str) -> None:
    assert to_paragraphs([lines(*printed)]) == [read_as]


def test_running_heads_count_from_two_pages_on() -> None:
    pages = [[Line("Post, page 1", 50, 800, 90, 808), *lines("The text begins here", "and goes on.")]]
    assert find_heads(pages) == {}
    pages.append([Line("Post, page 2", 50, 800, 90, 808, 1), *lines("There is more text", "of it.")])
    assert [line.text for line in find_heads(pages)] == ["Post, page 1", "Post, page 2"]


def test_paragraphs_of_one_line_each() -> None:
    story = [
        "The mayor said on Monday that she would go home.",
        "“We go,” Mayor Ann Dole said.",
        "Nobody else did.",
    ]
    assert kept(read(to_pdf(story))) == story


def test_double_spacing() -> None:
    page = [
        Line(text, 50, 700 - 24 * k - 11.7, 400, 700 - 24 * k)
        for k, text in enumerate(["One two", "three four", "five."])
    ]
    assert to_paragraphs([page]) == ["One two three four five."]


SIDEWAYS = {
    "quarter": [f"0 1 -1 0 {100 + 14 * k} 72" for k in range(4)],
    "half": [f"-1 0 0 -1 500 {100 + 14 * k}" for k in range(4)],
    "three quarters": [f"0 -1 1 0 {500 - 14 * k} 700" for k in range(4)],
}


@pytest.mark.parametrize("turned", SIDEWAYS)
def test_letters_that_stand_sideways(turned: str) -> None:
    lines = [
        "The mayor opened the new bridge over the river",
        "on Monday, five years after work on it had be-",
        "gun. It is a very well-known story that it cost",
        "twice as much as the council had agreed to.",
    ]
    page = "\n".join(
        f"BT /F1 10 Tf {place} Tm ({line}) Tj ET" for place, line in zip(SIDEWAYS[turned], lines, strict=True)
    )
    whole = " ".join(lines).replace("be- gun", "begun")
    assert kept(read(_pdf([page]))) == [whole]


def test_no_mark_of_the_library_is_left_in_the_text() -> None:
    lines = [
        Line(text, 72, y, 300, y + 10)
        for y, text in ((700, "It was late when the city coun\x02"), (686, "late coun\x02 and peo\ufffe"))
    ]
    text = _to_extract([lines]).text
    assert "\x02" not in text and "\ufffe" not in text and "coun- and peo-" in text
