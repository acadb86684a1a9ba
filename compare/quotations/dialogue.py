"""Dialogue set off by dashes, in the languages that print it so: "—No —dijo el alcalde—. Nunca." """

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.model import Span
from compare.reading.languages import guess_language

LANGUAGES = frozenset(["es", "fr", "it", "pt", "ru", "sv"])
"""Where a paragraph that begins with a dash is somebody speaking; elsewhere it is an item of a list."""

_OPENS = re.compile(r"[—–―]\s?(?=[^\W\d_a-zà-öø-ÿа-я]|[¿¡«“\"…])")
_VERBS = (
    "dijo dice decía preguntó pregunta respondió responde contestó añadió explicó afirmó señaló insistió exclamó gritó "
    "disse diz perguntou respondeu afirmou acrescentou explicou chiese rispose aggiunse spiegò "
    "dit dis répond répondit demande demanda ajoute ajouta lance lança explique expliqua répliqua "
    "сказал сказала говорит ответил ответила спросил спросила заявил заявила добавил добавила пояснил пояснила "
    "sade säger sa frågade svarade"
)
_VERB = "|".join(_VERBS.split())
_INSERTED = re.compile(
    rf"\s?[—–―]\s?(?=(?:[\w’']+\s)?(?:{_VERB})\b)|(?<=[,?!…»])\s(?=(?:a-t-(?:il|elle) )?(?:a (?:dit|répondu|demandé)|{_VERB})\b)"
)
_RESUMED = re.compile(r"\s?[—–―][.,;:]?\s?|[.,;:](?=\s)")
_SAMPLE = 20_000
"""Characters by which the language is told."""


def find_dialogue(text: str, paragraphs: Sequence[Span]) -> dict[int, list[Span]]:
    """The stretches of speech in paragraphs (by their number) that begin with a dash.

    None where the text is in another language, or nobody asks, exclaims or is
    named as speaking in any of them: a list.
    """
    opened = {k: m.end() for k, p in enumerate(paragraphs) if (m := _OPENS.match(text, p.start, p.end))}
    if not opened or guess_language(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())) not in LANGUAGES:
        return {}
    spoken = [text[start : paragraphs[k].end] for k, start in opened.items()]
    if not any(_INSERTED.search(speech) or speech.rstrip()[-1:] in ("?", "!") for speech in spoken):
        return {}
    return {k: list(_stretches(text, start, paragraphs[k].end)) for k, start in opened.items()}


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """What is said between what is told of it."""
    while start < end:
        told = _INSERTED.search(text, start, end)
        stop = told.start() if told else end
        if text[start:stop].strip(" —–―.,;:"):
            first = start + len(text[start:stop]) - len(text[start:stop].lstrip(" —–―"))
            yield Span(first, first + len(text[first:stop].rstrip()))
        if told is None:
            return
        again = _RESUMED.search(text, told.end(), end)
        start = again.end() if again else end
