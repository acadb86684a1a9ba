"""Transcripts: labels, turns, and who speaks; articles that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account, Comparison
from compare.pipeline import read_account
from compare.reading.turns import read_label


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("JANE DOE: We begin.", "JANE DOE"),
        ("MR. McCOY: No.", "MR. McCOY"),
        ("THE PRESIDENT: Thank you.", "THE PRESIDENT"),
        ("Q: Why?", "Q"),
        ("Q    Mr. President?", "Q"),
        ("A. Because.", "A"),
        (">> JANE DOE: Yes.", "JANE DOE"),
        (">> Yes.", None),
        ("WOLF BLUM, CNN ANCHOR (voice-over): Tonight.", "WOLF BLUM, CNN ANCHOR (voice-over)"),
        ("[00:01:02] Jane Doe: Yes.", "Jane Doe"),
        ("**JANE DOE:** Yes.", "JANE DOE"),
        ("Speaker 2: Yes.", "Speaker 2"),
    ],
)
def test_labels(line: str, name: str | None) -> None:
    label = read_label(line, 0, len(line))
    assert label is not None and label.name == name
    assert line[label.end :][:1].isalpha()


@pytest.mark.parametrize(
    "line",
    ["We begin: now.", "NOTE: This is one.", "http://a.example", "3:30 p.m. it was.", "A man said: no.", "", ": x", "Sources: x", "TRANSCRIPT: A talk"],
)  # fmt: skip
def test_no_labels(line: str) -> None:
    label = read_label(line, 0, len(line))
    assert label is None


PRESS = """Remarks by President Smith and Prime Minister Roe

Rose Garden

PRESIDENT SMITH: Thank you all for coming. We had a very good talk about the
harbour, and I told Prime Minister Roe that we will build the new bridge in two
years. (Laughter.)

It will cost 40 million dollars.

PRIME MINISTER ROE: I agree with that.
Q: Mr. President, who pays?
PRESIDENT SMITH: We do. Not the city.
Q    And the toll?
MR. McCOY: No toll.

(Applause.)

END  2:30 P.M. EDT
"""


def said(account: Account) -> list[tuple[str, str | None]]:
    return [(" ".join(account.text[q.start : q.end].split()), q.speaker) for q in account.quotations]


def test_a_press_conference(make_account: Callable[..., Account]) -> None:
    account = make_account(PRESS)
    assert said(account)[1:] == [
        ("It will cost 40 million dollars.", "Smith"),
        ("I agree with that.", "Roe"),
        ("Mr. President, who pays?", None),
        ("We do. Not the city.", "Smith"),
        ("And the toll?", None),
        ("No toll.", "McCoy"),
    ]
    mentions = [account.text[q.mention.start : q.mention.end] for q in account.quotations if q.mention]
    assert mentions[:3] == ["PRESIDENT SMITH", "PRESIDENT SMITH", "PRIME MINISTER ROE"]
    assert "(Applause.)" not in [account.text[p.start : p.end] for p in account.paragraphs]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Remarks by President Ann Smith\n\nTHE PRESIDENT: We build it.\n\nIt will be good.\n\nWe need it.", ["Ann Smith"] * 3),
        ("President Smith met President Roe.\n\nTHE PRESIDENT: We build it.\n\nQ: Why?\n\nTHE PRESIDENT: We need it.", ["president", None, "president"]),
        ("JANE DOE: We build it.\n\nDOE: We need it.\n\nMS. DOE: Now.", ["Jane Doe"] * 3),
        ("Jane Doe: We build it.\n\nHost: Why?\n\nJane Doe: We need it.\n\nHost: Now?", ["Jane Doe", None, "Jane Doe", None]),
        ("Mayor Ann Dole met us.\n\nDOLE: We build it.\n\nTHE POST: Why?\n\nDOLE: We need it.\n\nTHE INTERVIEWER: So?", ["Ann Dole", "the post", "Ann Dole", None]),
        ("MARY O'BRIEN-SMITH: We build it.\n\nJUAN DE LA CRUZ: We need it.", ["Mary O'Brien-Smith", "Juan de la Cruz"]),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speakers: list[str | None], make_account: Callable[..., Account]) -> None:
    assert [who for _, who in said(make_account(text))] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The week ahead\n\nMonday: rain in the morning.\n\nTuesday: sun all day.\n\nWednesday: rain again.",
        "The mayor spoke on Monday.\n\nNOTE: This story will be updated.\n\nThe council met. “No,” Ann Reyes said.",
        "WASHINGTON: The president said on Monday that he would go.\n\n“I will go,” he said.\n\nNobody else would.",
        "Pros: It is cheap, the mayor said.\n\nCons: It is slow, the mayor said.\n\nNobody knows more about it.",
    ],
)
def test_articles_are_no_transcripts(text: str, make_account: Callable[..., Account]) -> None:
    account = make_account(text)
    assert not [s for s in account.set_aside if s.reason == "speaker"]
    assert all(q.marked for q in account.quotations)


def test_an_interview_inside_an_article_ends_with_its_labels(make_account: Callable[..., Account]) -> None:
    text = (
        "The mayor met the press on Monday.\n\nQ: Who pays?\n\nA: The city does.\n\nQ: All of it?\n\nA: All of it.\n\n"
        "“She was calm,” Ann Reyes said after the meeting.\n\n“She is always calm,” he said. “That is her way.”"
    )
    marked = [
        text
        for q, (text, _) in zip(make_account(text).quotations, said(make_account(text)), strict=True)
        if q.marked
    ]
    assert marked == ["She was calm,", "She is always calm,", "That is her way."]


REPORT = """Smith promises a bridge

President Tom Smith spoke on Monday. "We had a very good talk about the harbour, and I told Prime Minister Roe that we
will build the new bridge in three years," Smith said.

"I do not agree with that," Roe said.

"It will cost 40 million dollars," said Prime Minister Roe.
"""


def test_a_report_is_held_against_the_transcript(make_comparison: Callable[..., Comparison]) -> None:
    found = make_comparison(PRESS, REPORT)
    texts = {account.id: account.text for account in found.accounts}
    words = {(d.kind, *(texts[r.account][r.start : r.end] for r in d.readings)) for d in found.discrepancies}
    assert ("quotation-wording", "two", "three") in words
    assert ("quotation-wording", "", "do not") in words
    assert not [w for w in words if w[0] == "only-quotation" and w[1]], "nobody quotes all of a transcript"


SCREEN = "MAYOR ANN DOLE: We will never go back to the old bridge over the river.\n\nJOHN ROE: Nobody asked me about it."
CREDITS = [
    ("“We will never go back to the old bridge over the river,” John Roe said.", 1),
    ("“We will never go back to the old bridge over the river,” said Ann Dole, the mayor.", 0),
    ("“We will never go back to the old bridge over the river,” the mayor said.", 0),
    ("“We will never go back to the old bridge over the river,” Mayor Dole said.", 0),
    ("“We will never go back,” John Roe quoted Ann Dole as saying, “to the old bridge over the river.”", 0),
]


@pytest.mark.parametrize(("report", "number"), CREDITS)
def test_words_credited_to_another(report: str, number: int, make_comparison: Callable[..., Comparison]) -> None:
    found = make_comparison(SCREEN, f"No way back\n\nThe city spoke on Monday about its river. {report}")
    speakers = [d for d in found.discrepancies if d.kind == "quotation-speaker"]
    assert len(speakers) == number
    texts = {account.id: account.text for account in found.accounts}
    assert all(texts[r.account][r.start : r.end] for d in speakers for r in d.readings)


def test_what_the_transcript_does_not_have_is_said(make_comparison: Callable[..., Comparison]) -> None:
    invented = REPORT + "\n“The old bridge will fall into the sea next year,” Smith said.\n"
    found = make_comparison(PRESS, invented)
    assert any(d.kind == "only-quotation" and "old bridge" in d.message for d in found.discrepancies)


def test_keep_all_keeps_the_labels() -> None:
    account = read_account("a.txt", data=PRESS.encode(), keep_all=True)
    assert account.set_aside == ()
