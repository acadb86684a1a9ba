"""A sentence to the source that all of it is credited to: "…, police said", "According to Lee, …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation, Sentence, Span
from compare.quotations.narration import QUOTE, SENTENCE, STOP, WORD, Narration, to_tokens
from compare.quotations.pairs import Quoted
from compare.quotations.parts_of_speech import Phrase, is_name, is_verb
from compare.quotations.phrases import phrase_after
from compare.quotations.subjects import REACH, clause_start, subject_of_verb
from compare.quotations.vocabulary import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIMES, TITLES
from compare.tokens import fold, stem

TELLING = frozenset(
    """
    say says said tell tells told report reports reported confirm confirms confirmed
    announce announces announced claim claims claimed allege alleges alleged testify testifies testified
    state states stated write writes wrote reveal reveals revealed disclose discloses disclosed identify identifies
    identified admit admits admitted acknowledge acknowledges acknowledged insist insists insisted maintain maintains
    maintained assert asserts asserted contend contends contended argue argues argued warn warns warned explain
    explains explained estimate estimates estimated show shows showed
    """.split()
)
"""Forms of verbs that tell what is so; those that ask, blame or promise do something else."""

_WITH_OBJECT = frozenset("identify identifies identified show shows showed estimate estimates estimated".split())
"""Those that are no verbs of quoting."""

OPENING, CLOSING = 16, 9
"""Tokens before a verb that opens a sentence; tokens behind one that closes it ("in a statement on Friday")."""

MOST = 6
"""Verbs of one sentence that are looked at for the source of a part of it."""

_BEHIND = PREPOSITIONS | DETERMINERS | TIMES | ADVERBS
_GOING_ON = frozenset(("that", "and", "but"))
_WHEN = TIMES | frozenset(("day", "time", "hour", "moment", "year", "years"))
_SOMEBODY = frozenset("the a one ones some many others both there here people new two".split())


@dataclass(frozen=True, slots=True)
class Source(Span):
    """Who tells a sentence, ``text[start:end]``, and the verb that says so.

    ``names`` are the capitalised words, ``nouns`` the stems of the others;
    ``whole`` says that all of the sentence is the source's.
    """

    names: frozenset[str]
    nouns: frozenset[str]
    verb: str
    whole: bool


_TOLD = frozenset(fold(f"{word}{ending}") for word in TELLING | {"according"} for ending in ("", "'s"))


def may_be_credited(keys: Set[str]) -> bool:
    """Whether a sentence, by its folded words, has one of telling at all: a cheap first look."""
    return not _TOLD.isdisjoint(keys)


def sentence_tokens(account: Account, sentence: Sentence, quotations: Sequence[Span]) -> Narration:
    """The narration of one sentence; ``quotations`` are those that lie in it, in part at least."""
    quoted = [
        Quoted(
            max(q.start, sentence.start), min(q.end, sentence.end),
            max(q.start - 1, sentence.start), min(q.end + 1, sentence.end), 0,
        )
        for q in quotations
    ]  # fmt: skip
    return to_tokens(account.text, [Span(sentence.start, sentence.end)], [sentence], quoted)


def source_of(tokens: Narration) -> Source | None:
    """The source that a sentence, or else a part of it, is credited to; None where it is the narrator's, or a pronoun's."""
    verbs = [k for k, low in enumerate(tokens.low) if low in TELLING and k > 1 and _tells(tokens, k)]
    according = [k for k, low in enumerate(tokens.low[:-2]) if low == "according" and tokens.low[k + 1] == "to"]
    for phrase, verb in _credits(tokens, verbs, according):
        source = _source(tokens, phrase, verb, whole=True)
        if source:
            return source
    for k in [k for k in (*according, *verbs) if 1 < k < len(tokens.kind) - 2][:MOST]:
        subject = phrase_after(tokens, k + 2) if tokens.low[k] == "according" else subject_of_verb(tokens, k, max(1, k - REACH))
        source = _source(tokens, subject, k, whole=False) if subject else None
        if source:
            return source
    return None


def _credits(tokens: Narration, verbs: Sequence[int], according: Sequence[int]) -> Iterator[tuple[Phrase, int]]:
    """Phrases that may name the source, and the tokens of their verbs: at the end of the sentence, then at its start."""
    for k in according:
        if k == 1 or tokens.kind[k - 1] != WORD:
            phrase = phrase_after(tokens, k + 2)
            if phrase and (k <= 3 or _closes(tokens, phrase.last)):
                yield phrase, k
    for k in reversed(verbs):
        if k < len(tokens.kind) - 1:
            inverted = tokens.kind[k - 1] in (STOP, QUOTE) and phrase_after(tokens, k + 1)
            if inverted and _closes(tokens, inverted.last):
                yield inverted, k
            elif _closes(tokens, k + 1):
                subject = subject_of_verb(tokens, k, max(1, k - REACH))
                before = subject.first - 1 if subject else 0
                if subject and tokens.low[before] in DETERMINERS:
                    before -= 1
                if subject and tokens.text[before] in (",", "—", "–", "-", ""):
                    yield subject, k
    for k in verbs[:1]:
        if k < OPENING:
            subject = subject_of_verb(tokens, k, 1)
            if subject and subject.last <= k and clause_start(tokens, 1, k) == 1 and _opens(tokens, subject.first):
                yield subject, k


def _tells(tokens: Narration, k: int) -> bool:
    """Whether a word of telling, token ``k``, is a verb in use; not "refused to testify"."""
    low, before = tokens.low[k], tokens.low[k - 1]
    if before == "to" or before in DETERMINERS:
        return False
    return is_verb(tokens, k) or low in _WITH_OBJECT and tokens.text[k][0].islower()


def _closes(tokens: Narration, k: int) -> bool:
    """Whether a sentence ends at token ``k``, or says no more than when and where somebody spoke."""
    if k >= len(tokens.kind) or tokens.kind[k] != WORD:
        return k >= len(tokens.kind) or tokens.kind[k] >= SENTENCE or (tokens.text[k] in ".," and not _goes_on(tokens, k))
    return tokens.low[k] in _BEHIND and len(tokens.kind) - k <= CLOSING and not _goes_on(tokens, k)


def _goes_on(tokens: Narration, k: int) -> bool:
    further = tokens.kind[k + CLOSING : k + 2 * CLOSING]
    return (
        WORD in further
        or QUOTE in further
        or QUOTE in tokens.kind[k : k + CLOSING]
        or not _GOING_ON.isdisjoint(tokens.low[k : k + CLOSING])
    )


def _opens(tokens: Narration, first: int) -> bool:
    """Whether a phrase is the subject of its sentence: nothing before it but a dateline or when it was."""
    return first == 1 or tokens.text[first - 1] in (",", "—", "–", "-", "―") or all(
        tokens.low[k] in _BEHIND or tokens.low[k] in TITLES or is_name(tokens, k) for k in range(1, first)
    )


def _source(tokens: Narration, phrase: Phrase, verb: int, whole: bool) -> Source | None:
    words = [k for k in range(phrase.first, phrase.last) if tokens.kind[k] == WORD]
    lows = [tokens.low[k] for k in words]
    if not words or lows[0] in PRONOUNS or lows[-1] in PRONOUNS or _SOMEBODY.issuperset(lows):
        return None
    names = {tokens.low[k].strip(".") for k in words if is_name(tokens, k)}
    start, end = tokens.start[words[0]], tokens.end(words[-1])
    return _told_apart(start, end, names, [low.strip(".") for low in lows], tokens.low[verb], whole)


def _told_apart(start: int, end: int, names: Iterable[str], words: Iterable[str], verb: str, whole: bool) -> Source | None:
    """A source of these words, ``names`` among them; None where they say nothing of who it is."""
    own = frozenset(names) - TITLES.keys()
    nouns = frozenset(stem(w) for w in words if w not in own and w not in FUNCTION_WORDS)
    if _WHEN.isdisjoint(words) and (own or nouns):
        return Source(start, end, own, nouns, verb, whole)
    return None


def source_of_quotation(account: Account, quotation: Quotation) -> Source | None:
    """The source that a quotation is credited to by a verb; None for a pronoun, or where no verb says so."""
    mention = quotation.mention
    if mention is None or not quotation.cue or not quotation.speaker:
        return None
    words = [w.strip(".,") for w in account.text[mention.start : mention.end].replace("’", "'").split()]
    if words[0].lower() in PRONOUNS:
        return None
    plain = [w.removesuffix("'s") for w in [*words, *quotation.speaker.replace("’", "'").split()]]
    names = {w.lower().strip(".") for w in plain if w[:1].isupper() and w.lower() not in DETERMINERS}
    if not names and words[0].lower() in DETERMINERS - {"a", "an"}:
        return None  # the mayor may be anybody named
    return _told_apart(mention.start, mention.end, names, [w.lower() for w in plain], quotation.cue.lower(), whole=True)
