"""The nouns of the program: spans, accounts, links, discrepancies, comparisons.

Every offset in this module counts code points of ``account.text``, so that
``account.text[start:end]`` is what a span means everywhere. All classes are
frozen; a changed object is a new object (``dataclasses.replace``).
"""

from __future__ import annotations

from dataclasses import dataclass

SEVERITIES = ("error", "warning", "note")
"""Severities, the worst first."""

RELATIONS = ("same-quotation", "same-claim", "overlap")
"""What a link says, the strongest first."""


class CompareError(Exception):
    """Something the user can mend: says what, where, and what to do, on one line."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an account's text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SetAside(Span):
    """A stretch of a source that is no part of the account, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence, and the number of the paragraph it stands in (from 0)."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """The words between two quotation marks, without the marks.

    ``kind`` is ``speech`` for words somebody said or wrote, ``term`` for scare
    quotes and words named as words, ``title`` for the title of a work.
    Where ``marked`` is false there are no marks: a turn of a transcript, a block
    quotation. Quotations with the same ``utterance`` number are one stretch of speech:
    interrupted by its cue, or running over paragraphs.
    """

    speaker: str | None = None
    mention: Span | None = None
    cue: str | None = None
    kind: str = "speech"
    utterance: int = 0
    marked: bool = True


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Account:
    """The text read out of one source, with its sentences and quotations; equal only to itself.

    ``published`` is an ISO date (``2007-07-02``), ``language`` two letters (``en``), as the
    source says or as its words have it. ``paragraphs`` cover the text
    that was kept, in order; ``set_aside`` covers what was not. ``notices`` say
    in one line each what was odd about the source (a doubtful encoding, no
    closing mark). ``extracted`` says that the text was taken out of another
    format (a page, a PDF), so that its lines are not those of the file; ``borrowed``
    that ``published`` is the event's date, the source carrying none.
    """

    id: str
    label: str
    source: str
    sha256: str
    text: str
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    published: str | None = None
    paragraphs: tuple[Span, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notices: tuple[str, ...] = ()
    extracted: bool = False
    language: str | None = None
    borrowed: bool = False

    def __repr__(self) -> str:
        return f"<Account {self.id}: sentences={len(self.sentences)} quotations={len(self.quotations)}>"


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of two accounts (by their index) that tell the same thing.

    ``score`` runs from 0 to 1; ``shared`` are words both sides have, the rarest
    first, as the left account writes them: why the link was made.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: str
    score: float
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """What one account quotes of one utterance, word by word, over all its pieces.

    ``words`` are ``(start, end, folded form)`` in the order of the text;
    ``sentences[k]`` numbers the sentence of speech that word ``k`` stands in,
    ``pieces[k]`` the quotation (its index in the account).
    """

    account: Account
    words: tuple[tuple[int, int, str], ...]
    sentences: tuple[int, ...]
    pieces: tuple[int, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Parallel:
    """One utterance as two speeches render it: ``left.words[a:b]`` beside ``right.words[c:d]``.

    ``runs`` are the places inside where words differ, as word indexes
    ``(a, b, c, d)``; ``common`` counts the words that are the same.
    """

    left: Speech
    right: Speech
    stretch: tuple[int, int, int, int]
    runs: tuple[tuple[int, int, int, int], ...]
    common: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Alignment:
    """Two accounts, the links between them in the order of the left one, and the utterances both quote."""

    left: Account
    right: Account
    links: tuple[Link, ...]
    parallels: tuple[Parallel, ...] = ()

    def __repr__(self) -> str:
        return f"<Alignment {self.left.id}, {self.right.id}: links={len(self.links)}>"


@dataclass(frozen=True, slots=True)
class Reading(Span):
    """What one account (by its id) has at a place where accounts differ.

    ``start == end`` where it has nothing there. ``context`` is the quotation or
    the sentence around it.
    """

    account: str
    context: Span


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That a person has looked at a discrepancy: why it may stand, by whom, on what day, until when.

    Days are ISO dates; what is not known is empty.
    """

    reason: str
    by: str = ""
    on: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more readings that differ; ``id`` is its fingerprint."""

    kind: str
    severity: str
    message: str
    readings: tuple[Reading, ...]
    id: str = ""
    status: str = "new"
    acceptance: Acceptance | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Accounts in the order given, an alignment for every two, and what differs; ``title`` names the event.

    ``discrepancies`` stand the worst first, then by place; neither they nor the
    alignments depend on the order of the accounts.
    """

    accounts: tuple[Account, ...]
    alignments: tuple[Alignment, ...]
    discrepancies: tuple[Discrepancy, ...]
    title: str | None = None

    def __repr__(self) -> str:
        return f"<Comparison {', '.join(each.id for each in self.accounts)}: discrepancies={len(self.discrepancies)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: it asks the object itself, and only then is there anything to import."""
        from importlib import import_module

        shown: str = import_module("compare.reporting.notebook").to_cell(self)
        return shown
