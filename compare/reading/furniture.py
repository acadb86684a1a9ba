"""Telling text from furniture: menus, share bars, captions, footers, and what else is no part of an account.

Every block is asked for signs (signals.py). A strong sign sets it aside; a weak
one only on a page that shows strong ones elsewhere, because a text that somebody
has cleaned keeps no menu, and there a false alarm would lose news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.blocks import Block
from compare.reading.bylines import ON_AUTHORS
from compare.reading.dates import LONGEST_STAMP
from compare.reading.languages import word_set
from compare.reading.page import Page, find_page
from compare.reading.shapes import find_shapes
from compare.reading.signals import SIGNALS, STRONG, WEAK, Sign, Signal, see_image, see_run, see_stray
from compare.reading.vocabulary import COMMANDS


def find_reasons(
    text: str, blocks: Sequence[Block], *, placed: bool = False
) -> tuple[list[str | None], int | None]:
    """For every block why it is set aside (None: it is kept), and the number of the title.

    ``placed`` says that the blocks are known to be the body of a page: then weak signs
    count, and what stands above or below the running text is text.
    """
    shapes, language = find_shapes(text, blocks)
    page = find_page(shapes, language)
    signals = [signal for signal in SIGNALS if not placed or signal not in _BY_PLACE]
    signs = [_strongest(page, number, signals) for number in range(len(shapes))]
    if placed:  # only text that was copied off a page holds the descriptions of its images
        signs = [None if sign and sign[0].startswith("image description") else sign for sign in signs]
    _add_neighbours(page, signs)
    rich = placed or sum(sign is not None and sign[1] == STRONG and sign[0] not in _HARMLESS for sign in signs) >= 2
    least = WEAK if rich else STRONG
    reasons = [sign[0] if sign and sign[1] >= least else None for sign in signs]
    if not placed:
        _sink_islands(page, reasons)
    return reasons, page.title


_BY_PLACE: tuple[Signal, ...] = (see_run, see_stray)
"""Signals that go by where a line stands."""

_HARMLESS = ("byline", "separator", "time stamp", "publisher and date", "disclaimer")
"""What cleaned texts keep: no evidence of a page with furniture."""


def _strongest(page: Page, number: int, signals: Sequence[Signal]) -> Sign | None:
    shape = page.shapes[number]
    if number == page.title or shape.is_body and len(shape.words) > 80:
        return None
    if _is_plain(page, number) or _is_listed(page, number):
        return None
    found = [sign for signal in signals if (sign := signal(page, number))]
    best = max(found, key=lambda sign: sign[1], default=None)
    return (
        None if best and best[1] == WEAK and shape.is_body and best[0] not in ("caption", "byline") else best
    )


def _is_plain(page: Page, number: int) -> bool:
    """Whether a block is prose amid prose, where no signal sees a sign: none need be asked."""
    text = page.shapes[number].text
    return (
        page.shapes[number].is_prose
        and page.first < number < min(page.last, page.comments)
        and number not in page.repeated
        and len(text) > LONGEST_STAMP
        and not any(map(text.__contains__, ON_AUTHORS))
        and see_image(page, number) is None
    )


def _is_listed(page: Page, number: int) -> bool:
    """Whether a sentence that ends in a colon announces this line, or the list it stands in."""
    if not page.first <= number <= page.last:
        return False
    while number > 0 and page.shapes[number].is_short and page.shapes[number].block.role == "item":
        number -= 1
    above = page.shapes[number - 1] if number else None
    return (
        above is not None
        and above.text.endswith(":")
        and len(above.words) >= 3
        and page.shapes[number].is_short
    )


def _add_neighbours(page: Page, signs: list[Sign | None]) -> None:
    """Captions and links, by what stands around them."""
    for number, sign in enumerate(signs[:]):
        if sign and _is_image(page, number, sign):
            _add_captions(page, signs, number)
        elif sign and number and signs[number - 1] is None and _is_linked(page, number):
            signs[number - 1] = ("related links", WEAK)
    _add_cut_off_captions(page, signs)


def _is_linked(page: Page, number: int) -> bool:
    """Whether "Read more" sticks to the line above."""
    shape = page.shapes[number]
    return (
        shape.block.gap == 0 and page.shapes[number - 1].is_short and bool(_READ_MORE.fullmatch(shape.text))
    )


_READ_MORE = re.compile(r"(?:read|see|find out|learn) more\W*|more\W*", re.IGNORECASE)
_IMAGE_WORDS = word_set("image images photo photos photograph picture pictures foto bild fullscreen enlarge")


def _is_image(page: Page, number: int, sign: Sign) -> bool:
    """Whether a line that is set aside stands for an image: its description, credit, or "Click to enlarge"."""
    words = page.shapes[number].words
    listed = sign[0] in ("menu", "footer") and words[:1] and words[0] not in COMMANDS
    return "image" in sign[0] or (not listed and not _IMAGE_WORDS.isdisjoint(words))


def _add_captions(page: Page, signs: list[Sign | None], number: int) -> None:
    """The lines that stick to an image's, and a line without a stop right under it."""
    below = number + 1
    if below < len(signs) and signs[below] is None:
        shape = page.shapes[below]
        if below != page.title and shape.is_short and len(shape.words) >= 5 and not shape.text.endswith(":"):
            signs[below] = ("caption", WEAK)
    start, end = number, number + 1
    while start > 0 and page.shapes[start].block.gap == 0 and number - start < _GROUP:
        start -= 1
    while end < len(signs) and page.shapes[end].block.gap == 0 and end - number < _GROUP:
        end += 1
    if end - start <= _GROUP:
        for place in range(start, end):
            shape = page.shapes[place]
            if (
                place != page.title
                and signs[place] is None
                and len(shape.words) <= 40
                and not shape.is_quoted
            ):
                signs[place] = ("caption", WEAK)


_GROUP = 4
"""Lines an image, its caption and its credit take up at most."""


def _add_cut_off_captions(page: Page, signs: list[Sign | None]) -> None:
    """A single sentence cut off from the text by wider gaps than usual, on a page with images elsewhere."""
    if not any(sign and "image" in sign[0] for sign in signs):
        return
    usual = _usual_gap(page)
    for number in range(page.first + 1, page.last):
        shape = page.shapes[number]
        lone = shape.block.gap > usual and len(shape.words) <= 25 and not shape.is_quoted
        if lone and signs[number] is None and _is_caption_shaped(page, number):
            signs[number] = ("caption", WEAK)


def _usual_gap(page: Page) -> int:
    gaps = sorted(shape.block.gap for shape in page.shapes[page.first : page.last + 1])
    return gaps[len(gaps) // 2] if gaps else 0


def _is_caption_shaped(page: Page, number: int) -> bool:
    """One sentence or a long line between two paragraphs, too long for a heading."""
    shape, following = page.shapes[number], page.shapes[number + 1]
    return len(shape.words) >= 6 and not re.search(r"[.!?]\s", shape.text) and following.is_body


def _sink_islands(page: Page, reasons: list[str | None]) -> None:
    """Set aside the few sentences that stand among the lists of links below the text."""
    lengths = [len(shape.words) for shape in page.shapes]
    whole = sum(length for length, reason in zip(lengths, reasons, strict=True) if reason is None)
    after = row = kept = 0
    for number in range(len(reasons) - 1, page.first, -1):
        if reasons[number] is None:
            row, kept = 0, kept + 1
            after += lengths[number]
        else:
            row += 1
        if after * 5 > whole:
            return
        if row == _ROW and kept and len(reasons) - number - row - kept >= kept:
            for place in range(number + row, len(reasons)):
                reasons[place] = reasons[place] or "footer"
            return


_ROW = 4
"""Lines set aside in a row that end the text, if hardly any text follows."""
