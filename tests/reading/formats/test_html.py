"""Web pages in small: what becomes of tags, white space, encodings, and of pages that are meant to harm."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Account, CompareError
from compare.reading import read_source
from compare.reading.content import Content
from compare.reading.formats import find_kind

STORY = (
    "<p>The bridge over the Lenne was closed on Monday after a barge had hit one of its pillars, police said.</p>"
    "<p>“Nobody will cross it before Friday,” Mayor Ada Holm told reporters at the town hall.</p>"
    "<p>The barge, which carried 900 tonnes of gravel, was towed to the lock in the afternoon.</p>"
)


def read(html: str, **options: bool) -> Account:
    return read_source("a.html", data=html.encode(), **options)


def kept(account: Account) -> list[str]:
    return [account.text[span.start : span.end] for span in account.paragraphs]


def aside(account: Account) -> dict[str, str]:
    return {account.text[span.start : span.end]: span.reason for span in account.set_aside}


TEXT = {
    "inline tags": ("<p>The <b>brid</b>ge is <a href=x>closed</a>.</p>", ["The bridge is closed."]),
    "white space": ("<p>The\n  bridge\t is\r\n closed.\n</p>", ["The bridge is closed."]),
    "entities": ("<p>Fish &amp; chips &lt;5&gt; &#8220;x&#x201D; caf&eacute; a&nbsp;b</p>", ["Fish & chips <5> “x” café a\u00a0b"]),
    "no end tags": ("<p>The bridge is closed.<p>It rains.", ["The bridge is closed.", "It rains."]),
    "two line breaks": ("<div>The bridge is closed.<br><br>It rains.</div>", ["The bridge is closed.", "It rains."]),
    "a line break after a stop": ("<div>The bridge is closed.<br>It rains.</div>", ["The bridge is closed.", "It rains."]),
    "a line break in a sentence": (
        "<div>The bridge over the Lenne was closed on Monday after<br>a barge had hit it.</div>",
        ["The bridge over the Lenne was closed on Monday after\na barge had hit it."],
    ),
    "marks of a quotation that the page makes": ("<p>She said: <q>It is <q>closed</q>.</q></p>", ["She said: “It is ‘closed’.”"]),
    "a row of a table": ("<p>Votes:</p><table><tr><td>Holm</td><td>45</td></tr></table>", ["Votes:", "Holm\t45"]),
    "details": ("<details><summary>How it was built.</summary><p>It was built in 1951.</p></details>", ["How it was built.", "It was built in 1951."]),
    "preformatted": ("<pre>The bridge is\nclosed.\n\nIt rains.</pre>", ["The bridge is\nclosed.", "It rains."]),
    "script and style": ("<p>It rains.<script>alert('x')</script><style>p{}</style> It snows.</p>", ["It rains. It snows."]),
    "a comment": ("<p>It <!-- never --> rains.</p>", ["It rains."]),
    "soft hyphens and zero width": ("<p>It yes\u00adter\u200bday rained.</p>", ["It yes\u00adter\u200bday rained."]),
    "two names side by side": ("<p><span>By Ann Dole</span><span>Monday</span> it rained.</p>", ["By Ann Dole Monday it rained."]),
    "a capital apart": ("<p><span>T</span>he bridge is closed.</p>", ["The bridge is closed."]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), TEXT.values(), ids=TEXT)
def test_text(html: str, expected: list[str]) -> None:
    assert kept(read(f"<html><body>{html}{STORY}"))[: len(expected)] == expected


ASIDE = {
    "hidden": ("<p hidden>Not for you.</p>", "Not for you.", "hidden"),
    "not displayed": ("<div style='color:red; DISPLAY : none'>Not for you.</div>", "Not for you.", "hidden"),
    "hidden inside a line": ("<p>It <span class=sr-only>is said to have</span> rained.</p>", "is said to have", "hidden"),
    "for readers without scripts": ("<noscript>Turn on scripts.</noscript>", "Turn on scripts.", "hidden"),
    "a template": ("<template><p>A card.</p></template>", "A card.", "hidden"),
    "a menu": ("<nav>News</nav>", "News", "navigation"),
    "a caption": ("<figure><img><figcaption>The bridge.</figcaption></figure>", "The bridge.", "caption"),
    "a caption without a name": ("<div class=x1><img><span>The bridge on Monday</span></div>", "The bridge on Monday", "caption"),
    "a banner": ("<div role=dialog><p>We value your choice.</p></div>", "We value your choice.", "pop-up"),
    "a link": ("<p><a href=x>Bridges that fell down before</a></p>", "Bridges that fell down before", "related links"),
    "a box": ("<div class='c-newsletter__box'><p>The day in five minutes.</p></div>", "The day in five minutes.", "newsletter"),
    "buttons": ("<button>Save</button>", "Save", "form"),
}  # fmt: skip


@pytest.mark.parametrize("place", ["inside", "around"])
@pytest.mark.parametrize(("html", "line", "reason"), ASIDE.values(), ids=ASIDE)
def test_set_aside(html: str, line: str, reason: str, place: str) -> None:
    inside = STORY.replace("</p><p>“", f"</p>{html}<p>“")
    page = f"<html><body><article>{inside if place == 'inside' else STORY}</article>{html if place != 'inside' else ''}"
    account = read(page)
    found = aside(account)
    assert found.get(line) in (reason, "outside the text")
    assert place == "around" or found[line] == reason
    assert "“Nobody will cross it before Friday,” Mayor Ada Holm told reporters at the town hall." in kept(account)
    assert line in "".join(kept(read(page, keep_all=True)))


KEPT = {
    "a name for what stands beside": "<div class='has-sidebar with-comments'>{}</div>",
    "a wall around everything": "<div class='paywall premium'>{}</div>",
    "a form around everything": "<form id=aspnetForm>{}</form>",
    "an aside": "<main><aside>{}</aside></main>",
    "a footer": "<footer>{}</footer>",
    "hidden until a script shows it": "<div style='display:none'>{}</div>",
    "custom elements": "<x-page><x-story>{}</x-story></x-page>",
}


@pytest.mark.parametrize("frame", KEPT.values(), ids=KEPT)
def test_the_body_is_kept_whatever_stands_around_it(frame: str) -> None:
    assert len(kept(read("<html><body>" + frame.format(STORY)))) == 3


@pytest.mark.parametrize("tag", ["article", "main", "header", "section", "p", "x-story"])
def test_a_page_without_html_head_and_body(tag: str) -> None:
    account = read(f"<!DOCTYPE html><meta charset=utf-8><title>The bridge is closed</title><{tag}><div>{STORY}")
    assert len(kept(account)) == 3
    assert "The bridge is closed" not in account.text


# Encodings

SAID = "<p>“Nobody will cross it before Friday,” Mayor Zoë Håkansson said – and the café agreed on that.</p>"
ENCODED = {
    "UTF-8": ("utf-8", "utf-8", ""),
    "Windows-1252": ("cp1252", "windows-1252", ""),
    "Latin-1 that is Windows-1252, as browsers read it": ("cp1252", "iso-8859-1", ""),
    "Mac Roman": ("mac_roman", "macintosh", ""),
    "UTF-8 called Latin-1": ("utf-8", "iso-8859-1", "declared as iso-8859-1, but decoded as UTF-8"),
    "Windows-1252 called UTF-8": ("cp1252", "utf-8", "declared as UTF-8; decoded as Windows-1252"),
    "UTF-8, undeclared": ("utf-8", "", ""),
    "Windows-1252, undeclared": ("cp1252", "", "decoded as Windows-1252"),
    "UTF-8 with a mark, called otherwise": ("utf-8-sig", "iso-8859-1", ""),
    "UTF-16 with a mark": ("utf-16", "", ""),
    "an encoding that there is not": ("utf-8", "x-klingon", ""),
    "one that is no encoding of text": ("utf-8", "rot13", ""),
    "an odd one": ("utf-8", "utf-7", ""),
}


@pytest.mark.parametrize(("codec", "declared", "notice"), ENCODED.values(), ids=ENCODED)
def test_encodings(codec: str, declared: str, notice: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    account = read_source("a.html", data=f"<html><head>{meta}</head><body>{SAID}{STORY}".encode(codec))
    assert "Mayor Zoë Håkansson said – and the café" in account.text
    assert any(said.startswith(notice) for said in account.notices) if notice else not account.notices


def test_what_the_server_says_goes_before_what_the_page_says() -> None:
    data = f"<html><meta charset=windows-1252>{SAID}{STORY}".encode("mac_roman")
    content = Content(data, "http://a.example", "text/html", "macintosh")
    assert "Zoë Håkansson" in read_source("http://a.example", content=content).text


@pytest.mark.parametrize(("codec", "word"), [("cp1251", "Путин заявил"), ("shift_jis", "首相は述べた"), ("gb2312", "总统表示"), ("euc_kr", "대통령은"), ("koi8-r", "Мост открыт")])  # fmt: skip
def test_declared_encodings_of_other_scripts(codec: str, word: str) -> None:
    page = f"<html><meta charset={codec.replace('cp', 'windows-')}><p>{word}. {word}. {word}.</p>".encode(codec)
    account = read_source("a.html", data=page)
    assert word in account.text and not any("declared" in notice for notice in account.notices)


# What a page is


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!-- saved from url=(0042)https://a.example/ -->\n<!DOCTYPE html><html>", "a.txt", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', "a", "html"),
        ("\ufeff<HTML>", "-", "html"),
        ("<div class=x><p>Text</p></div>", "a.txt", "html"),
        ("<div align=center>\n\n# A heading", "README.md", "markdown"),
        ("Text <b>bold</b> and<br> more", "a.html", "html"),
        ("Text without a tag, a < b", "a.html", "plain"),
        ("<speaker>: I object.", "a.txt", "plain"),
    ],
)
def test_what_a_page_is(text: str, name: str, kind: str) -> None:
    assert find_kind(Content(text.encode(), name)) == kind


# What is meant to harm

HARM = {
    "deep": "<div>" * 100_000 + STORY,
    "deep, then more": "<span>" * 300 + STORY + "</span>" * 300 + "<p>And that was all that was said about it.</p>",
    "entities that grow": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>' + STORY,
    "a file of this machine": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>' + STORY,
    "machine data without end": "<script type='application/ld+json'>" + "[" * 200_000 + "</script>" + STORY,
    "machine data of other types": '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":1},"author":[[]],"articleBody":7}</script>' + STORY,
    "an attribute without end": f"<div class='{'x ' * 500_000}'>{STORY}</div>",
    "brackets": STORY + "<" * 400_000,
    "NUL": STORY.replace("barge", "ba\0rge"),
    "a text without a break": "<p>" + "x" * 5_000_000 + "</p>" + STORY,
    "many line breaks": "<p>" + "a word or two that go on and on to the end of it<br>" * 20_000 + "</p>" + STORY,
    "many paragraphs": "<p>x" * 60_000 + STORY,
}  # fmt: skip


@pytest.mark.parametrize("page", HARM.values(), ids=HARM)
def test_harm(page: str) -> None:
    start = time.process_time()
    account = read(f"<html><body>{page}")
    assert time.process_time() - start < 30, "some ten times what it takes"
    assert "towed to the lock" in account.text
    assert "root:" not in account.text


def test_an_archive_is_refused() -> None:
    with pytest.raises(CompareError, match="more than 500,000 tags; give one article"):
        read("<html>" + "<br>" * 500_001)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><img src=x></body></html>", "<!DOCTYPE html>", "<html><script>x</script>"])
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(CompareError, match="without text"):
        read(page)


PARTS = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<div class=share>", "<div hidden>", "<span hidden>", "</span>", "<br>", "<a href=x>",
        "</a>", "<h1>", "</h1>", "<table><tr><td>", "</td><td>", "</table>", "<li>", "<article>", "</article>", "<q>", "</q>",
        "<pre>", "</pre>", "<!--", "-->", "<script>", "</script>", "<noscript>", "</noscript>", "<template>", "<b>", "</b>",
        "The mayor said on Monday that the bridge was closed, and nobody knew why.", "“It is over,” he said.", "Home", "\n", " ",
        "&nbsp;", "&#8203;", "&lt;b&gt;", "\u202e", "<time>12:30</time>", "<svg>", "</svg>", "<body>", "<html>", "</body>", "<x-y>",
        "<form>", "<aside>", "</aside>", "<figure><img>", "</figure>", "<iframe>", "<select><option>", "<math>", "<title>", "</title>",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PARTS, st.text(max_size=20)), max_size=25), st.booleans())
def test_laws(parts: list[str], keep_all: bool) -> None:
    page = ("<html>" + "".join(parts)).encode("utf-8", "replace")
    try:
        account = read_source("a.html", data=page, keep_all=keep_all)
    except CompareError:
        return
    position = 0
    for span in sorted([*account.paragraphs, *account.set_aside], key=lambda span: span.start):
        assert span.start >= position and not account.text[position : span.start].strip()
        assert account.text[span.start : span.end].strip() == account.text[span.start : span.end] != ""
        position = span.end
    assert not account.text[position:].strip()
    assert not keep_all or not account.set_aside
    again = read_source("a.html", data=page, keep_all=keep_all)
    assert (again.text, again.set_aside, again.notices) == (account.text, account.set_aside, account.notices)
