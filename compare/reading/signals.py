"""Signs that a block is furniture: each function gives a reason and how strong the sign is."""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.reading.bylines import is_byline, is_note_on_authors
from compare.reading.dates import is_date_line
from compare.reading.imprint import (
    is_desk_note,
    is_disclaimer,
    is_imprint,
    is_named,
    is_note_on,
    is_worded_as_caption,
    points_at_sides,
)
from compare.reading.page import Page, is_plea, pleas, web_share
from compare.reading.vocabulary import COMMANDS, CONSENT, LABELS, MEMBERSHIP, SHARING, WEB

WEAK, STRONG = 1, 2
"""A weak sign counts only on a page that shows strong ones elsewhere; a strong one always."""

Sign = tuple[str, int]
Signal = Callable[[Page, int], Sign | None]

_POSTED = re.compile(r"(?:last |first )?(?:posted|published|updated|modified)\b.*\d", re.IGNORECASE)
_MAIL = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To):\s", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ORIGIN = re.compile(
    r"(?:A version of )?[Tt]his (?:article|story|post|piece) (?:was )?(?:originally |first )?(?:appear|publi)"
)
_PARTS = re.compile(r"\s[|·•»›>]\s")


def see_separator(page: Page, number: int) -> Sign | None:
    """A line without a letter or figure."""
    return None if any(map(str.isalnum, _TAG.sub("", page.shapes[number].text))) else ("separator", STRONG)


def see_menu(page: Page, number: int) -> Sign | None:
    """A line of parts between bars, a line that says everything twice, or one of many short ones above the title."""
    shape = page.shapes[number]
    if shape.ended and not (" | " in shape.text and len(shape.words) <= 20):
        return None
    if len(_PARTS.findall(shape.text)) >= 2 and len(shape.words) <= 60:
        return ("navigation", STRONG)
    if shape.is_doubled:
        return ("navigation", STRONG)
    if len(shape.words) > 20 and shape.stops < 0.1 and shape.capitals > 0.7:
        return ("navigation", STRONG)
    return None


def see_run(page: Page, number: int) -> Sign | None:
    """One of several short lines in a row, above or below the text: a menu, a list of links."""
    if number >= page.comments:
        return ("comments", STRONG)
    if page.is_header(number):
        return ("menu", STRONG) if page.runs[number] >= 4 else None
    return ("footer", WEAK) if page.is_footer(number) and page.runs[number] >= 3 else None


def see_label(page: Page, number: int) -> Sign | None:
    """ "Related:" and a headline after it, or such a label alone."""
    shape = page.shapes[number]
    label, colon, rest = shape.text.replace("|", ":").partition(":")
    if label.strip(" *_-–—").lower() not in LABELS or len(shape.words) > 30:
        return None
    plain = " " not in label.strip() and "related" not in label.lower()
    strong = page.is_footer(number) or not plain and (rest.strip() or not colon)
    return ("related links", STRONG if strong else WEAK)


def see_mail_header(page: Page, number: int) -> Sign | None:
    """ "From:" and its like, at least two of them, above the text."""
    heads = [bool(_MAIL.match(shape.text)) for shape in page.shapes[: min(page.first, 12)]]
    return ("mail header", STRONG) if number < len(heads) and heads[number] and sum(heads) > 1 else None


def see_web_words(page: Page, number: int) -> Sign | None:
    """A short line most of whose words are those of buttons, or a request to the reader."""
    shape = page.shapes[number]
    if not shape.words or len(shape.words) > 80 or shape.is_quoted:
        return None
    command, outside = shape.words[0] in COMMANDS, not page.first <= number <= page.last
    if shape.text[-1] == ":" and not outside:
        return None
    if shape.is_short or (page.is_footer(number) and len(shape.words) <= 5):
        share = web_share(shape, page.language)
        if share >= 0.6 or (command and share >= 0.4 and len(shape.words) >= 2):
            alone = len(shape.words) == 1 and not page.is_footer(number)
            return (_web_reason(shape.words), STRONG if (command or outside) and not alone else WEAK)
    if (shape.ended or outside) and is_plea(shape, page.language):
        return (
            _web_reason(shape.words),
            STRONG if pleas(shape) > (0 if outside and command else 1) else WEAK,
        )
    return None


def _web_reason(words: tuple[str, ...]) -> str:
    counts = {
        "share links": sum(word in SHARING for word in words),
        "newsletter": sum(word in MEMBERSHIP for word in words),
        "cookie notice": sum(word in CONSENT for word in words),
    }
    best = max(counts, key=lambda reason: counts[reason])
    return best if counts[best] * 2 >= sum(word in WEB for word in words) else "navigation"


def see_repetition(page: Page, number: int) -> Sign | None:
    """A teaser or a caption that stands, whole or cut short, elsewhere on the page."""
    if page.shapes[number].is_foreign:
        return None
    return ("repeated", STRONG) if number in page.repeated else None


def see_rights(page: Page, number: int) -> Sign | None:
    """A copyright line."""
    return ("footer", STRONG) if page.shapes[number].claims_rights else None


def see_imprint(page: Page, number: int) -> Sign | None:
    """Whose opinion it is, who edited it, and above or below the text a date beside a paper's name."""
    shape = page.shapes[number]
    if is_disclaimer(shape):
        return ("disclaimer", STRONG)
    if is_desk_note(shape) or (page.authors and number >= page.last and is_note_on(shape, page.authors)):
        return ("note on authors", STRONG)
    if number != page.title and (number <= page.first or page.is_footer(number)):
        return ("publisher and date", STRONG) if is_imprint(shape) or _is_stacked(page, number) else None
    return None


def _is_stacked(page: Page, number: int) -> bool:
    """Whether a date and a name stand right under one another."""
    for upper in (number - 1, number):
        if 0 <= upper < len(page.shapes) - 1 and page.title not in (upper, upper + 1):
            one, other = page.shapes[upper], page.shapes[upper + 1]
            if other.block.gap == 0 and is_date_line(one.text) != is_date_line(other.text):
                name = other if is_date_line(one.text) else one
                if not name.ended and is_named(name.text):
                    return True
    return False


def see_date(page: Page, number: int) -> Sign | None:
    """A line that is a date or a time; many of them are the time stamps of a running report."""
    shape = page.shapes[number]
    if _ORIGIN.match(shape.text):
        return ("footer", WEAK)
    if not is_date_line(shape.text):
        return (
            ("date", WEAK)
            if len(shape.words) <= 14 and not shape.ended and _POSTED.match(shape.text)
            else None
        )
    return ("time stamp", STRONG) if page.stamps >= 3 else ("date", WEAK)


def see_byline(page: Page, number: int) -> Sign | None:
    """ "By" and a name near the title, with the line that sticks to it."""
    shape = page.shapes[number]
    if is_note_on_authors(shape):
        return ("byline", WEAK)
    if number > page.first + 1 and not page.is_footer(number):
        return None
    stuck = number > 0 and shape.block.gap == 0 and is_byline(page.shapes[number - 1])
    if is_byline(shape) or stuck and shape.is_short and shape.capitals > 0.6:
        return ("byline", STRONG)
    return None


def see_image(page: Page, number: int) -> Sign | None:
    """A photo credit, a caption that ends in one, or the description of an image in another language."""
    shape = page.shapes[number]
    if shape.is_short and shape.is_foreign:
        return ("image description in another language", WEAK)
    if is_worded_as_caption(shape):
        return ("caption", STRONG)
    if points_at_sides(shape):
        return ("caption", WEAK)
    if shape.is_credited:
        return ("photo credit" if len(shape.words) <= 8 else "caption", WEAK)
    return None


def see_stray(page: Page, number: int) -> Sign | None:
    """A short line below the text, above the title, or a mere word or two between them."""
    shape = page.shapes[number]
    if not shape.is_line or number == page.title or shape.block.role == "heading":
        return None
    if page.is_footer(number):
        return ("footer", WEAK)
    if page.is_header(number) and (len(shape.words) <= 4 or page.title is not None and number < page.title):
        return ("navigation", WEAK)
    return None


SIGNALS: tuple[Signal, ...] = (
    see_run,
    see_separator,
    see_repetition,
    see_rights,
    see_mail_header,
    see_label,
    see_byline,
    see_imprint,
    see_date,
    see_web_words,
    see_menu,
    see_image,
    see_stray,
)
"""In the order in which their reasons are preferred among equally strong ones."""
