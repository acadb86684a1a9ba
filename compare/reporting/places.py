"""Where a span stands in its account: paragraph, line, sentences, quotation and its cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from compare.model import Account, Quotation, Span
from compare.reporting.visible import one_line

_CUE_REACH = 40
"""Code points around a mention in which its cue is looked for ("Putin, in a soft voice, said")."""

_CUE_LENGTH = 60
"""Code points of a credit that is still shown as one: longer ones are sentences, not names."""

_NESTED = 8
"""Quotations looked back at for one that is still open: marks nest two deep in print."""


class Places:
    """Looks up places in one account; every answer takes a bisection, not a scan."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._lines = [match.end() for match in re.finditer(r"\r\n|\r|\n", account.text)]
        self._sentences = [sentence.start for sentence in account.sentences]
        self._paragraphs = [paragraph.start for paragraph in account.paragraphs]
        self._quotations = sorted(account.quotations, key=lambda quotation: quotation.start)
        self._opened = [quotation.start for quotation in self._quotations]

    def line(self, offset: int) -> int:
        """The line of the account's text, from 1."""
        return bisect_right(self._lines, offset) + 1

    def column(self, offset: int) -> int:
        """The column in that line, from 1, in code points."""
        number = bisect_right(self._lines, offset)
        return offset - (self._lines[number - 1] if number else 0) + 1

    def paragraph(self, offset: int) -> int | None:
        """The paragraph, from 1; ``None`` before the first or in a text without any."""
        if self._paragraphs:
            return bisect_right(self._paragraphs, offset) or None
        number = bisect_right(self._sentences, offset)
        return self.account.sentences[number - 1].paragraph + 1 if number else None

    def words(self, offset: int) -> str:
        """The place in words: ``paragraph 5, line 19``."""
        paragraph = self.paragraph(offset)
        line = f"line {self.line(offset)}"
        return line if paragraph is None else f"paragraph {paragraph}, {line}"

    def sentences(self, span: Span) -> range:
        """Numbers of the sentences that share a character with the span (or hold its empty place)."""
        first = max(bisect_right(self._sentences, span.start) - 1, 0)
        last = bisect_left(self._sentences, max(span.end, span.start + 1))
        if first < last and self.account.sentences[first].end <= span.start and last - first > 1:
            first += 1
        return range(first, last)

    def around(self, span: Span) -> Span:
        """The span widened to whole sentences."""
        found = self.sentences(span)
        if not found:
            return span
        start = min(span.start, self.account.sentences[found[0]].start)
        return Span(start, max(span.end, self.account.sentences[found[-1]].end))

    def quotation(self, span: Span) -> Quotation | None:
        """The quotation the span stands in, or else the first that begins in it."""
        number = bisect_right(self._opened, span.start)
        for quotation in reversed(self._quotations[max(0, number - _NESTED) : number]):
            if quotation.end > span.start or quotation.end == span.start == span.end:
                return quotation
        if number < len(self._quotations) and self._opened[number] < span.end:
            return self._quotations[number]
        return None

    def cue(self, quotation: Quotation) -> str:
        """The words that credit the quotation, as the text has them (``he added``).

        Empty where there are none, where they only repeat the speaker's name, or
        where they are too long to be a name and a verb.
        """
        words = one_line(self._credit(quotation.mention, quotation.cue or ""))
        return "" if words in (quotation.speaker or "") or len(words) > _CUE_LENGTH else words

    def _credit(self, mention: Span | None, cue: str) -> str:
        """The stretch from the mention of the speaker to the nearest cue verb on either side."""
        text = self.account.text
        if mention is None:
            return cue
        named = text[mention.start : mention.end]
        if not cue:
            return named
        after = text.find(cue, mention.end, mention.end + _CUE_REACH)
        before = text.rfind(cue, max(0, mention.start - _CUE_REACH), mention.start)
        if after >= 0 and (before < 0 or after - mention.end <= mention.start - before - len(cue)):
            return text[mention.start : after + len(cue)]
        return text[before : mention.end] if before >= 0 else named
