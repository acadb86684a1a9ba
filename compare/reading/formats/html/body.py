"""Pieces of a page to its body: for each, why it is set aside, or None."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.reading.formats.html.edges import mark_head, mark_labelled, mark_orphans
from compare.reading.formats.html.headline import find_title
from compare.reading.formats.html.names import is_standfirst, reason_of
from compare.reading.formats.html.nodes import HEADINGS, Node, Piece, rank, word_count

_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Body:
    """What is kept: ``reasons`` one a piece, the number of the title among the pieces (None without one).

    ``placed`` says that the body has an element of its own; otherwise menus may stand around it.
    """

    reasons: list[str | None]
    title: int | None
    placed: bool


def find_body(
    pieces: Sequence[Piece],
    votes: Sequence[float],
    titles: Sequence[str],
    authors: Sequence[str],
    guess: Callable[[], int | None] = lambda: None,
) -> Body:
    """Why each piece is set aside; ``titles`` are what the page calls itself, the surest first.

    ``guess`` numbers the title where no heading says it.

    The container of the body is the smallest element with nearly all running text that
    trafilatura takes for body, or, where it takes none, with nearly all there is. In it, all
    is kept that no name, tag or shape says to be furniture, and of what stands
    before it the title and the lines under it.
    """
    title = find_title(pieces, titles)
    title = guess() if title is None else title
    marks = _Marks(pieces, title)
    container = _find_container(pieces, votes, marks)
    marks.spare(container)
    reasons = [_judge(k, pieces, votes, marks, container, title) for k in range(len(pieces))]
    mark_head(pieces, reasons, title, authors)
    mark_labelled(pieces, reasons)
    mark_orphans(pieces, reasons)
    whole = max((node.words for node in container.lineage()), default=0)
    return Body(reasons, title, placed=container.tag not in ("html", "body") and container.words < 0.9 * whole)


class _Marks:
    """What the elements of a page are by their names; those that hold the title or the body are spared."""

    def __init__(self, pieces: Sequence[Piece], title: int | None) -> None:
        self._reasons: dict[Node, str | None] = {}
        self._spared: set[Node] = set()
        self._story: Node | None = None
        if title is not None:
            lineage = list(pieces[title].node.lineage())
            self._spared.update(lineage)
            self._story = next((node for node in lineage if node.tag == "article"), None)
        self._total = max(1, sum(word_count(p.text) for p in pieces if not self._is_comment(p.node)))
        self._strict = True

    def _is_comment(self, node: Node) -> bool:
        return any(self._own(each) == "comments" for each in node.lineage())

    def _own(self, node: Node) -> str | None:
        if node not in self._reasons:
            self._reasons[node] = reason_of(node.tag, node.attributes) if node.parent else None
        return self._reasons[node]

    def spare(self, container: Node) -> None:
        """From now on no element around the body counts as furniture."""
        self._spared.update(container.lineage())
        self._strict = False

    def reason(self, piece: Piece) -> str | None:
        """Why a piece is furniture by where it stands; the outermost element decides, but a tag yields to a name."""
        if piece.note:
            return piece.note
        found = None
        for node in piece.node.lineage():
            if node in self._spared:
                break
            own = self._own(node)
            if own and self._strict and own != "comments" and node.words * 2 > self._total:
                continue  # half the page: a name for what stands in front of the text, or on top of it
            if own and (found is None or own not in _VAGUE):
                found = own
            if node.tag == "article" and self._story is not None and node is not self._story and not self._within(node):
                found = "another story"
        return "hidden" if piece.hidden else found

    def _within(self, node: Node) -> bool:
        return any(each is self._story for each in node.lineage())


_VAGUE = ("form", "aside", "footer", "sidebar", "hidden")


def _find_container(pieces: Sequence[Piece], votes: Sequence[float], marks: _Marks) -> Node:
    """The smallest element that holds nearly all running text."""
    weights: dict[Node, float] = {}
    total = 0.0
    depth: dict[Node, int] = {}
    for piece, vote in zip(pieces, votes, strict=True):
        weight = _weight(piece, vote) if marks.reason(piece) is None else 0.0
        total += weight
        lineage = list(piece.node.lineage())
        for level, node in enumerate(reversed(lineage)):
            depth[node] = level
            weights[node] = weights.get(node, 0.0) + weight
    if not total:
        return max(depth, key=lambda node: -depth[node])
    enough = [node for node, weight in weights.items() if weight >= _NEARLY_ALL * total and node.tag not in _PARAGRAPHS]
    return max(enough, key=lambda node: (depth[node], -node.order))


_PARAGRAPHS = frozenset(("p", "li", "blockquote", *HEADINGS))
"""Elements that hold no story but a part of one, however short its other parts."""

_NEARLY_ALL = 0.88
"""The share of running text an element must hold: an aside in it without a name is less."""


def _weight(piece: Piece, vote: float) -> float:
    """The words of running text in a piece; what trafilatura does not take counts for a quarter."""
    words = word_count(piece.text)
    if words < 5 or piece.linked * 2 > len(piece.text) or not (_END.search(piece.text) or words >= 25 or _is_unspaced(piece.text)):
        return 0.0
    if _is_unspaced(piece.text):
        words = max(words, len(piece.text) // 2)
    return words * (0.25 + 0.75 * vote)


def _is_unspaced(text: str) -> bool:
    return len(text) >= 15 and 2 * sum(character >= "\u2e80" for character in text[:200]) > min(200, len(text))


def _judge(
    k: int, pieces: Sequence[Piece], votes: Sequence[float], marks: _Marks, container: Node, title: int | None
) -> str | None:
    piece = pieces[k]
    if k == title:
        return None
    inside = any(node is container for node in piece.node.lineage())
    reason = marks.reason(piece)
    if not inside and title is not None and k > title and not _passed(k, pieces, container):
        if piece.hidden or (reason and not (is_standfirst(piece.node.attributes) and reason in ("related links", "promotion"))):
            return reason or "hidden"
        named = any(is_standfirst(node.attributes) for node in list(piece.node.lineage())[:2])
        return None if named or _is_line_under_title(piece) else "outside the text"
    if not inside:
        return reason or "outside the text"
    if reason:
        return reason
    if _is_caption(piece, votes[k], container):
        return "caption"
    return "related links" if _is_link(k, pieces) else None


def _is_caption(piece: Piece, vote: float, container: Node) -> bool:
    """Whether a piece shares a small element with an image, and is no paragraph of the text."""
    words = word_count(piece.text)
    if words > _CAPTION or piece.node.tag in ("blockquote", *HEADINGS) or (vote > 0.5 and _END.search(piece.text) and piece.node.tag == "p"):
        return False
    for node in piece.node.lineage():
        if node is container or node.words > _CAPTION:
            return False
        if node.images and node.tag not in ("p", "li") or node.images and words <= 15 and not _END.search(piece.text):
            return True
    return False


_CAPTION = 40
"""Words of a caption with its credit at most."""


def _passed(k: int, pieces: Sequence[Piece], container: Node) -> bool:
    """Whether a piece outside the container stands behind its beginning."""
    return pieces[k].node.order > container.order


def _is_line_under_title(piece: Piece) -> bool:
    words = word_count(piece.text)
    linked = piece.linked * 3 > len(piece.text)
    if piece.node.tag == "li" or any(node.tag == "li" for node in piece.node.lineage()):
        return not linked and words >= 4
    return not linked and (piece.node.tag in ("h2", "h3") and words >= 4 or words >= 8 and bool(_END.search(piece.text)))


def _is_link(k: int, pieces: Sequence[Piece]) -> bool:
    """Whether a piece is a link and nothing else: to another story, unless it heads a paragraph."""
    piece = pieces[k]
    if piece.linked < 0.85 * len(piece.text) - 2:
        return False
    if rank(piece) and k + 1 < len(pieces):
        return not (pieces[k + 1].linked * 3 < len(pieces[k + 1].text) and len(pieces[k + 1].text.split()) >= 12)
    return True
