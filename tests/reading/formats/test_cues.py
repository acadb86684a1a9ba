"""Subtitles: sentences whole across cues, speakers, sounds, captions that roll up."""

from __future__ import annotations

import pytest

from compare.model import Account, CompareError
from compare.pipeline import read_account

SRT = """1
00:00:01,000 --> 00:00:03,500
JANE DOE: We will not go
back to the old

2
00:00:03,600 --> 00:00:05,000
way of doing <i>things</i>. That is over.

3
00:00:05,100 --> 00:00:07,000
- Are you sure?
- I am sure &amp; glad.

4
00:00:12,000 --> 00:00:14,000
[APPLAUSE]

5
00:00:15,000 --> 00:00:17,000
>> JOHN ROE: Nobody asked me.
>> And why is that?
"""

VTT = """WEBVTT - A title

NOTE nobody reads this
nor this

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 align:start position:0%
<v Jane Doe>We will not go back

00:03.600 --> 00:05.000
<v Jane Doe>to the old way.</v>

1:00:05.000 --> 1:00:07.000
<v.loud Roger Bingham>We are in <00:06.000><c.yellow>New York</c> City
"""

ROLLING = "WEBVTT\n\n" + "\n".join(
    f"00:00:0{k}.000 --> 00:00:0{k + 1}.000\n{line}\n" + (f"{following}\n" if following else "")
    for k, (line, following) in enumerate(
        [("we have decided", "to close the bridge"), ("to close the bridge", "until the spring"), ("until the spring", "because it is old.")]
    )
)  # fmt: skip


def read(text: str, name: str = "a") -> Account:
    return read_account(name, data=text.encode())


def said(account: Account) -> list[tuple[str, str | None]]:
    return [(account.text[q.start : q.end], q.speaker) for q in account.quotations]


def test_subrip() -> None:
    account = read(SRT)
    assert said(account) == [
        ("We will not go back to the old way of doing things. That is over.", "Jane Doe"),
        ("Are you sure?", None),
        ("I am sure & glad.", None),
        ("Nobody asked me.", "John Roe"),
        ("And why is that?", None),
    ]
    assert [account.text[s.start : s.end] for s in account.sentences][:2] == [
        "We will not go back to the old way of doing things.",
        "That is over.",
    ]
    assert not any(q.marked for q in account.quotations)
    reasons = {account.text[s.start : s.end]: s.reason for s in account.set_aside}
    assert reasons["[APPLAUSE]"] == "stage direction"
    assert reasons["JANE DOE:"] == reasons[">>"] == "speaker"
    assert reasons["00:00:01.000 --> 00:00:05.000"] == "time code"


def test_webvtt() -> None:
    assert said(read(VTT)) == [
        ("We will not go back to the old way.", "Jane Doe"),
        ("We are in New York City", "Roger Bingham"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_and_a_byte_order_mark(end: str) -> None:
    account = read_account("a", data=("\ufeff" + SRT).replace("\n", end).encode())
    assert said(account) == said(read(SRT))


def test_captions_that_roll_up_say_everything_once() -> None:
    account = read(ROLLING)
    assert [t for t, _ in said(account)] == [
        "we have decided to close the bridge until the spring because it is old."
    ]


def test_what_is_said_twice_is_kept_twice() -> None:
    twice = SRT.replace("- Are you sure?\n- I am sure &amp; glad.", "No.\nNo.")
    assert "No. No." in read(twice).text


def test_no_blank_line_between_cues() -> None:
    tight = "1\n00:00:01,000 --> 00:00:02,000\nOne is here.\n2\n00:00:02,000 --> 00:00:03,000\nTwo is here.\n"
    assert [t for t, _ in said(read(tight))] == ["One is here. Two is here."]


def test_a_blank_line_inside_a_cue() -> None:
    text = "1\n00:00:01,000 --> 00:00:03,000\nWe will not go\n\nback there.\n\n2\n\nNOTE of\na translator\n\n2\n00:00:03,000 --> 00:00:04,000\nNever.\n"
    assert said(read(text)) == [("We will not go back there. Never.", None)]


def test_a_pause_ends_a_paragraph_but_no_sentence() -> None:
    pause = "00:00:01.000 --> 00:00:02.000\n{}\n\n00:00:09.000 --> 00:00:10.000\n{}\n"
    assert len(said(read("WEBVTT\n\n" + pause.format("I have decided", "to resign.")))) == 1
    assert len(said(read("WEBVTT\n\n" + pause.format("I have decided.", "We go on.")))) == 2


def test_without_a_line_in_them() -> None:
    with pytest.raises(CompareError, match="without a line"):
        read("WEBVTT\n\nNOTE nothing\n")


CUE = "00:00:{0:02}.000 --> 00:00:{1:02}.000\n{2}\n\n"


def cues(*lines: str) -> str:
    return "WEBVTT\n\n" + "".join(CUE.format(k, k + 1, line) for k, line in enumerate(lines))


def test_captions_all_in_capitals() -> None:
    account = read(
        cues(">> MAYOR DOLE: WE WILL NOT", "GO BACK. THE RESULT: A WIN.", ">> REPORTER: WHY?", ">> BECAUSE.")
    )
    assert said(account) == [
        ("WE WILL NOT GO BACK. THE RESULT: A WIN.", "Dole"),
        ("WHY?", None),
        ("BECAUSE.", None),
    ]


def test_labels_in_small_letters_count_where_they_come_again() -> None:
    account = read(cues("Ann Dole: We go.", "Host: Why?", "Ann Dole: Because", "it is late.", "Host: Now?"))
    assert [who for _, who in said(account)] == ["Ann Dole", None, "Ann Dole", None]
    assert [who for _, who in said(read(cues("The plan: we go.", "And that is all of it.")))] == [None]
