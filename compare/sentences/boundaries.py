"""Stops to cuts: which full stop, question mark or ellipsis ends a sentence, and where the next begins."""

from __future__ import annotations

import re
from collections.abc import Container

from compare.sentences.abbreviations import (
    FOLLOWED_BY_NAMES,
    FOLLOWED_BY_NUMBERS,
    MAY_END,
    NAMES_WITH_MARKS,
    REPORTING,
    STARTERS,
)

_MARKS = "[.!?…‥。．！？؟।॥۔։።။]"
_STOP = re.compile(rf"{_MARKS}(?:(?<=\.)(?=\s(?:\.\.|…))|{_MARKS}*(?:\s?\.)*)")
_STOP_OR_LABEL = re.compile(
    _STOP.pattern + r"|(?P<label>(?<=[^\s.,:;!?])\s(?=(?:Image|Photo|Photograph|Picture|Credit)s?: ?[A-Z]))"
)
_LABELS = ("Image", "Photo", "Picture", "Credit")
"""What stands before the words of a caption that was run into the text; most paragraphs have none, and need not be asked at every blank."""

_CLOSERS = "\"”’'»›)]}」』"
_OPENERS = "\"“„‘'«‹([{「『"
_QUOTED = frozenset('"“„«')
_WIDE = "。．！？"


def find_cuts(content: str, proposed: Container[int]) -> list[int]:
    """Offsets in one paragraph at which a new sentence begins (white space may come first).

    ``proposed`` are the offsets right after the stops that the library takes for
    ends; it decides where no rule here does. Between two cuts stands at least one
    letter or figure.
    """
    cuts: list[int] = []
    last = looked = 0
    worded = False
    stop = _STOP_OR_LABEL if any(map(content.__contains__, _LABELS)) else _STOP
    for match in stop.finditer(content):
        end = match.end() if match.lastgroup else _end_of_closers(content, match.end())
        if end <= last or end >= len(content):
            continue
        worded = worded or _ALNUM.search(content, looked, end) is not None
        looked = end
        if worded and _is_cut(content, match, end, proposed):
            cuts.append(end)
            last, worded = end, False
    if len(content) < _HEADLINE and content.rstrip()[-1:].isdigit() and (dated := _DATED.search(content, last)):
        cuts.append(dated.start())
    if cuts and not _ALNUM.search(content, cuts[-1]):
        cuts.pop()
    return cuts


_ALNUM = re.compile(r"[^\W_]")
_HEADLINE = 300
"""Characters; what is longer is no headline."""

_DATED = re.compile(
    r"(?<=[^\s.,:;])\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d$)"
)
"""A headline with its date on the same line."""


def _end_of_closers(content: str, end: int) -> int:
    """Past the marks and brackets that close what the stop ends, a French "»" after a space among them."""
    if content[end : end + 2] in (" »", "\u00a0»", "\u202f»"):
        end += 2
    while end < len(content) and (content[end] in _CLOSERS or _closes_low_mark(content, end)):
        end += 1
    return end


def _closes_low_mark(content: str, end: int) -> bool:
    """Whether this is a "“" or "«" that closes a German or Polish quotation: no word follows it."""
    return content[end] in "“«" and not content[end + 1 : end + 2].isalnum()


def _is_cut(content: str, stop: re.Match[str], end: int, proposed: Container[int]) -> bool:
    mark = stop.group()
    if mark[0] in _WIDE or stop.lastgroup:
        return True
    token = _last_token(content, stop.start())
    if mark == "." and content[end].isspace() and _opens_large(content, end + 1):
        if _is_no_abbreviation(token):
            return True
        if end == stop.end() and token.lower() in FOLLOWED_BY_NAMES and not token.isupper():
            return False
    elif not content[end].isspace() and not content[end].isupper() and content[end] not in "“„":
        return False
    following = content[end : end + 120].lstrip()
    opened = following.lstrip(_OPENERS + " ")
    word = _first_word(opened)
    if not content[end].isspace():
        return _is_glued(content, stop, end, token, word)
    if following.startswith(("...", "…")):
        return opened != "" and "." in mark
    if not opened or _goes_on(opened, word):
        return False
    closed = content[stop.end() : end].strip(" \u00a0\u202f")
    if mark == ".":
        verdict = _ends_after_full_stop(token, word, closed, opened, following[0] in _QUOTED)
        return stop.end() in proposed if verdict is None else verdict
    if "." in mark or "…" in mark:
        return opened[0].isupper() or stop.end() in proposed
    if closed:
        return not _is_cue(opened)
    return token.lower() not in NAMES_WITH_MARKS or word in STARTERS


def _opens_large(content: str, at: int) -> bool:
    """Whether a capital stands here, be it behind a quotation mark."""
    return content[at : at + 1].isupper() or (content[at : at + 1] in _QUOTED and content[at + 1 : at + 2].isupper())


def _is_no_abbreviation(token: str) -> bool:
    """Whether a full stop after a word ends the sentence, if a capital follows, without further question."""
    return token.isalpha() and (len(token) > 4 or token.islower()) and token.lower() not in _SHORT


_SHORT = FOLLOWED_BY_NAMES | MAY_END


def _goes_on(opened: str, word: str) -> bool:
    """Whether what follows cannot begin a sentence: a small letter (but not of "iPhone", a link), a comma, a dash."""
    if opened[0] in ",;:.?!…–—―-/&":
        return True
    return opened[0].islower() and word.islower() and not opened.startswith(("http", "www."))


def _is_glued(content: str, stop: re.Match[str], end: int, token: str, word: str) -> bool:
    """Whether a space was forgotten after the stop: "the meeting.The president", "said.“That"."""
    if content[end] in "“„" and content[end - 1] != content[end]:
        return True
    closed = end > stop.end()
    return word in STARTERS and content[end].isupper() and (closed or (len(token) > 2 and token.islower()))


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _first_word(opened: str) -> str:
    match = _WORD.match(opened)
    return match.group() if match else ""


def _last_token(content: str, end: int) -> str:
    """The word right before a stop, with the stops inside it ("U.S"), without marks."""
    start = max(content.rfind(" ", max(0, end - 20), end) + 1, end - 20, 0)
    if content[start:end].isalnum():  # most words
        return content[start:end]
    start = end
    while (
        start > max(0, end - 20)
        and not content[start - 1].isspace()
        and content[start - 1] not in _OPENERS + "–—-/"
    ):
        start -= 1
    return content[start:end]


def _ends_after_full_stop(token: str, word: str, closed: str, opened: str, quoted: bool) -> bool | None:
    """Whether the full stop after ``token`` ends a sentence and not just an abbreviation; None where no rule says.

    ``closed`` are the marks and brackets after it, ``word`` the next word,
    ``quoted`` says whether a quotation opens there.
    """
    low = token.lower()
    acronym = low in MAY_END or _ACRONYM.fullmatch(low) is not None
    if closed and not (acronym and closed in "'’)]"):
        return True
    if low in FOLLOWED_BY_NAMES and not token.isupper():
        return False
    if low in FOLLOWED_BY_NUMBERS and word[:1].isdigit():
        return False
    begins = word in STARTERS or quoted or _LABEL.match(opened) is not None
    if acronym or (len(token) == 1 and token.isupper() and token != "I"):
        return begins
    return begins or len(token) > 4 or token.islower() or token.isdigit() or len(token) == 1 or None


_ACRONYM = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_LABEL = re.compile(r"[A-Z][a-z]+: ")


def _is_cue(opened: str) -> bool:
    """Whether the words after a quotation's question mark name who asked it: "…?" Mr. Smith asked."""
    for place, word in enumerate(opened.split()[:8]):
        if place and word.rstrip(",.:;") in REPORTING:
            return True
        bare = word.rstrip(".")
        if word[-1] in ',;:?!"”' or (
            word != bare and len(bare) > 1 and bare.lower() not in FOLLOWED_BY_NAMES
        ):
            return False
    return False
