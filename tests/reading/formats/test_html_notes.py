"""Marks of notes, exported comments and powers: no figure of a text becomes another by them."""

from __future__ import annotations

import pytest

from compare.pipeline import read_account

PAGE = (
    "<html><body><h1>The bridge is closed</h1>"
    "<p>The bridge over the Lenne was closed on Monday after a barge had hit one of its pillars, police said.</p>{}</body></html>"
)

LINES = {
    "<p>It carried 10<sup>6</sup> people a year, and weighs 5·10<sup>−3</sup> of it.</p>": (
        "It carried 10⁶ people a year, and weighs 5·10⁻³ of it.",
        {},
    ),
    "<p>On the 2<sup>nd</sup> of July it was 300 m<sup>2</sup> large.</p>": (
        "On the 2nd of July it was 300 m2 large.",
        {},
    ),
    '<p>It cost 12<sup><a href="#fn1">1</a></sup> million euros in all.</p>': (
        "It cost 12 million euros in all.",
        {"1": "note mark"},
    ),
    '<p>It cost 12 million<sup class="r"><a href="p.html#cite-2">[b]</a></sup> euros in all.</p>': (
        "It cost 12 million euros in all.",
        {"[b]": "note mark"},
    ),
    '<p>It cost 12<a href="#n"><sup>1</sup></a> million euros in all.</p>': (
        "It cost 12 million euros in all.",
        {"1": "note mark"},
    ),
    '<p>It cost 12 million euros in all.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this so?</span></p></div>': (
        "It cost 12 million euros in all.",
        {"[a]Is this so?": "comment"},
    ),
    '<p>It cost 12 million euros in all.</p><hr><div><p><a href="#ftnt_ref1">[1]</a><span> As the city said.</span></p></div>': (
        "It cost 12 million euros in all.",
        {"[1] As the city said.": "footnote"},
    ),
}


@pytest.mark.parametrize(("markup", "read"), LINES.items())
def test_notes(markup: str, read: tuple[str, dict[str, str]]) -> None:
    account = read_account("a.html", data=PAGE.format(markup).encode())
    last = account.paragraphs[-1]
    assert account.text[last.start : last.end] == read[0]
    assert {account.text[n.start : n.end]: n.reason for n in account.set_aside} == read[1]


STORY = (
    "<p>The bridge over the Lenne was closed on Monday after a barge had hit one of its pillars, police said.</p>"
    "<p>“Nobody will cross it before Friday,” Mayor Ada Holm said after she had seen what was left of it.</p>"
)
BOXES = {
    f'<body><div id="sp_message_container_1"><p>We and our 212 partners store and read cookies on your device, for a longer text.</p></div><h1>Closed</h1>{STORY}</body>': "cookie notice",
    f'<body><h1>Closed</h1>{STORY}<div class="article-gate"><p>To read on, subscribe now.</p></div></body>': "paywall note",
}


@pytest.mark.parametrize(("markup", "reason"), BOXES.items())
def test_boxes_of_vendors(markup: str, reason: str) -> None:
    account = read_account("a.html", data=f"<html>{markup}</html>".encode())
    assert [n.reason for n in account.set_aside] == [reason]
    assert len(account.paragraphs) == 3


def test_what_stands_in_for_a_page_without_its_script() -> None:
    told = "The bridge over the Lenne was closed on Monday after a barge had hit it. It stays so until Friday, police said."
    page = f'<html><head><script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script></head>'
    account = read_account(
        "a.html",
        data=f"{page}<body><noscript>You need to enable JavaScript.</noscript></body></html>".encode(),
    )
    assert [account.text[p.start : p.end] for p in account.paragraphs] == [told]
    assert [n.reason for n in account.set_aside] == ["hidden"]


def test_a_command_is_no_publisher() -> None:
    page = f"<html><head><title>The bridge is closed - Print</title></head><body><h1>The bridge is closed</h1>{STORY}</body></html>"
    assert read_account("a.html", data=page.encode()).publisher is None
