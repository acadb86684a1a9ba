"""Word documents: what is kept, what is set aside, what is refused before it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from compare.model import Account, CompareError
from compare.pipeline import read_account
from compare.reading import archives

from .making import W, run, to_docx, zipped  # isort: skip

STORY = [
    "Council Backs Plan for Night Buses",
    "The city council voted on Monday to run buses through the night on six lines, starting in May.",
    "“You can follow the money,” said Councilwoman Ann Reyes. “We will see where it goes.”",
    "A second vote is due in April, and the mayor will speak about the plan in public before that.",
]


def read(data: bytes, name: str = "a.docx") -> Account:
    return read_account(name, data=data)


def kept(account: Account) -> list[str]:
    return [account.text[p.start : p.end] for p in account.paragraphs]


def aside(account: Account) -> dict[str, str]:
    return {account.text[s.start : s.end]: s.reason for s in account.set_aside}


def test_paragraphs_and_headings() -> None:
    account = read(to_docx(STORY, STORY[:1]))
    assert kept(account) == STORY
    assert (account.title, account.set_aside) == (STORY[0], ())
    assert [q.speaker for q in account.quotations] == ["Ann Reyes", "Ann Reyes"]


def test_insertions_are_kept_and_deletions_dropped() -> None:
    changed = (
        f'<w:p>{run("The plan costs ")}<w:del w:id="1" w:author="a"><w:r><w:delText>two</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("three")}</w:ins>{run(" million dollars a year.")}</w:p>'
    )
    assert kept(read(to_docx([*STORY, changed])))[-1] == "The plan costs three million dollars a year."


def test_notes_heads_and_feet_are_set_aside() -> None:
    noted = (
        f'<w:p>{run("The plan costs three million dollars a year")}<w:r><w:footnoteReference w:id="2"/></w:r>'
        f"{run(', the mayor said on Monday.')}</w:p>"
    )
    note = f'<w:footnote w:id="2"><w:p>{run("According to the budget of 2015.")}</w:p></w:footnote>'
    edge = f"<w:p>{run('The Daily Post')}</w:p>"
    account = read(to_docx([*STORY, noted], footnotes=note, hdr1="").replace(b"hdr1", b"hdr1"))
    assert kept(account)[-1] == "The plan costs three million dollars a year, the mayor said on Monday."
    assert aside(account) == {"According to the budget of 2015.": "footnote"}
    headed = _with(to_docx(STORY), {"word/header1.xml": f'<w:hdr xmlns:w="{W}">{edge}</w:hdr>'})
    headed = _with(headed, {"word/footer1.xml": f'<w:ftr xmlns:w="{W}"><w:p>{run("Page &")}</w:p></w:ftr>'})
    assert kept(read(headed)) == STORY
    assert aside(read(headed)) == {"The Daily Post": "page header", "Page &": "page footer"}


def test_comments_are_set_aside() -> None:
    comment = f'<w:comment w:id="1" w:author="Ann"><w:p>{run("Is this <so>?")}</w:p></w:comment>'
    account = read(_with(to_docx(STORY), {"word/comments.xml": f'<w:comments xmlns:w="{W}">{comment}</w:comments>'}))
    assert kept(account) == STORY
    assert aside(account) == {"Is this <so>?": "comment"}


AROUND = {
    f'<w:p><w:fldSimple w:instr="DATE">{run("July 2")}</w:fldSimple>{run(" was a Monday.")}</w:p>': "July 2 was a Monday.",
    f'<w:p><w:bdo w:val="rtl">{run("שלום")}</w:bdo><w:dir w:val="ltr">{run(" is a word.")}</w:dir></w:p>': "שלום is a word.",
    f'<w:p><w:r><w:ruby><w:rt>{run("しちょう")}</w:rt><w:rubyBase>{run("市長")}</w:rubyBase></w:ruby></w:r>{run("は語った。")}</w:p>': "市長は語った。",
}


@pytest.mark.parametrize(("paragraph", "words"), AROUND.items())
def test_words_inside_other_things_are_kept(paragraph: str, words: str) -> None:
    assert kept(read(to_docx([*STORY, paragraph])))[-1] == words


def _with(data: bytes, files: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{name: archive.read(name).decode() for name in archive.namelist()}, **files})


def test_lists_tables_and_line_breaks() -> None:
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    table = cell.format(
        f"<w:p>{run('Line six runs at night.')}</w:p>", f"<w:p>{run('Line two does not.')}</w:p>"
    )
    broken = (
        f"<w:p>{run('One line of it, and')}<w:r><w:br/></w:r>{run('another that goes on with it.')}</w:p>"
    )
    account = read(
        to_docx([*STORY, broken, table.replace("<w:tbl>", "<w:tbl>", 1)]).replace(b"<w:p><w:tbl>", b"<w:tbl>")
    )
    assert "One line of it, and\nanother that goes on with it." in kept(account)


BOMB = "<w:document>" + "<w:p/>" * 3_000_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({"[Content_Types].xml": "x", "word/document.xml": BOMB}), "unpacks to more than 16 MB"),
        (zipped({f"{k}.xml": "" for k in range(archives.MOST_FILES + 1)} | {"word/document.xml": "x"}), "more than 5000 files"),
        (_with(to_docx(STORY), {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>'}), "entities"),
        (_with(to_docx(STORY), {"word/document.xml": '<?xml version="1.0"?><w:document'}), "damaged"),
        (_with(to_docx(STORY), {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>'}), "empty"),
        (_with(to_docx(STORY), {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"<w:p>" * 5000}{"</w:p>" * 5000}</w:body></w:document>'}), ""),
        (to_docx(STORY)[:-30], "damaged"),
        (b"PK\x03\x04 word/document.xml and nothing else", "damaged"),
        (zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "not a text"),
    ],
    ids=["bomb", "many files", "entities", "cut off", "no paragraph", "nested deep", "half an archive", "no archive", "a table"],
)  # fmt: skip
def test_what_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(CompareError) as raised:
        read(data, "odd")
    message = str(raised.value)
    assert message.startswith("odd: ") and said in message and ";" in message and "\n" not in message


def test_an_archive_that_lies_about_its_sizes_is_read_no_further() -> None:
    data = zipped({"[Content_Types].xml": "x", "word/document.xml": BOMB})
    size = len(BOMB).to_bytes(4, "little")
    assert size in data
    lying = data.replace(size, (100).to_bytes(4, "little"))
    with pytest.raises(CompareError):
        read(lying, "odd")


def test_pictures_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = archives.Parts.read

    def noted(self: archives.Parts, name: str) -> bytes:
        asked.append(name)
        return original(self, name)

    monkeypatch.setattr(archives.Parts, "read", noted)
    read(_with(to_docx(STORY), {"word/media/image1.png": "x" * 1000, "word/vbaProject.bin": "x"}))
    assert asked and not [name for name in asked if re.search("media|vba", name)]
