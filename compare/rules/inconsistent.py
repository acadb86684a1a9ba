"""One account disagrees with itself: it quotes the same words, or spells a name, two ways, or tells two things of one.

Example: an account quotes somebody as calling a plan “innovate” and, two
paragraphs on, as saying “I think it's innovative”. Or it names Ann Moreland
first, and Moorland below. Or it counts 44 dead in its headline, and 47 in its text;
or the headline has a plan approved that the text has rejected.

Not flagged: a fragment whose words stand in the fuller quotation; inflected
and derived forms ("attack", "attacks"; "danger", "dangerous"), but for a bare verb
in an adjective's place; two similar utterances of different people; names in
capitals, in headings, and of two people (Ann Moreland, Bob Moorland). Where
accounts are compared, both renderings that every other account quotes word for
word, too: these accounts do not differ.

Known false alarms: a speaker who said nearly the same thing twice on one
occasion, and is quoted with both; two people of nearly one name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from rapidfuzz.distance import Levenshtein, Prefix

from compare.claims.within import headline, two_figures
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Discrepancy, Parallel, Reading, Span, Speech
from compare.names import names_of, two_spellings
from compare.utterances import parallels_within, speeches
from compare.utterances.differences import differences
from compare.utterances.phrases import phrase, reading
from compare.utterances.shared import same_person
from compare.words import Run

SEVERITY = "warning"
SEVERITIES = SEVERITY, "note"

COVER, COMMON = 0.8, 5
"""Share and number of words that must be the same before two quotations are one, quoted twice."""

FRAGMENT = 2
"""A near-form is looked for where so few words, at most, are quoted."""

STEM, SHARE, EDITS, APART = 5, 2 / 3, 3, 4
"""A near-form: so many first letters the same, that share of the shorter word; so many edits, and so many
paragraphs apart, at most."""

VISITS = 100
"""Words of fuller quotations that one fragment is held against; bounds the work on one endless paragraph."""

INFLECTION = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "'s", "n")

DERIVATION = tuple(
    "acy al ally ance ancy ant ary atic ation ative cy dom ence ency ent ful hood ial ian ic ical ics ion ism ist ists ity ive ize less ment ness "
    "or ors ory ous ship tion ty y".split()
)
"""Endings that make a noun, an adjective or a verb of another word: both forms are words in their own right."""


def within(account: Account) -> Iterator[Discrepancy]:
    """One discrepancy a place where two renderings of one utterance in one account differ."""
    for parallel in parallels_within(account):
        if _same(parallel) and same_person(parallel.left.speaker, parallel.right.speaker) is not False:
            for difference in differences(parallel):
                if difference.sort == "wording":
                    yield _discrepancy(parallel.left, parallel.right, difference.run)
    yield from _near_forms(account)
    yield from _names(account)
    yield from _claims(account)


def _same(parallel: Parallel) -> bool:
    """Whether so many words are the same, letter by letter, that both can only be one utterance."""
    a, b, c, d = parallel.stretch
    same = (b - a) - sum(run[1] - run[0] for run in parallel.runs)
    return same >= COMMON and same >= COVER * min(b - a, d - c)


def _discrepancy(left: Speech, right: Speech, run: Run) -> Discrepancy:
    a, b, c, d = run
    who = left.speaker or right.speaker
    of = f" of {who}" if who else ""
    message = (
        f"{left.account.label} quotes the same words{of} two ways: "
        f"“{phrase(left, a, b)}” and “{phrase(right, c, d)}”."
    )
    return Discrepancy("inconsistent", SEVERITY, message, (reading(left, a, b), reading(right, c, d)))


def _names(account: Account) -> Iterator[Discrepancy]:
    """One discrepancy a name spelled in two ways."""
    names = names_of(account)
    for first, second in two_spellings(names):
        message = f"{account.label} spells one name two ways: “{names.shown(first)}” and “{names.shown(second)}”."
        yield Discrepancy("inconsistent", SEVERITY, message, (names.reading(first), names.reading(second)))


def _claims(account: Account) -> Iterator[Discrepancy]:
    """One discrepancy a thing with two figures, and one where the headline has the opposite of the text."""
    for one, other in two_figures(account):
        both = _place(account, one.number, Span(one.start, one.end)), _place(account, other.number, Span(other.start, other.end))
        words = [" ".join(account.text[r.start : r.end].split()) for r in both]
        message = f"{account.label} has two figures for one thing: “{words[0]}” and “{words[1]}”."
        yield Discrepancy("inconsistent", SEVERITY, message, both)
    for above, word, below, opposite in headline(account):
        both = _place(account, above, Span(word.start, word.end)), _place(account, below, Span(opposite.start, opposite.end))
        words = [account.text[r.start : r.end] for r in both]
        message = f"{account.label} has “{words[0]}” in its headline, and “{words[1]}” below."
        yield Discrepancy("inconsistent", SEVERITY, message, both)


def _place(account: Account, number: int, place: Span) -> Reading:
    sentence = account.sentences[number]
    return Reading(place.start, place.end, account.id, Span(sentence.start, sentence.end))


def _near_forms(account: Account) -> Iterator[Discrepancy]:
    """A quoted fragment of a word or two that is nearly, but not quite, in a fuller quotation near by."""
    said = speeches(account)
    fragments = list(_fragments(said))
    if not fragments:
        return
    wanted = {said[number].words[own][2] for number, own in fragments}
    quoted = Counter(word for speech in said for word in wanted.intersection(w[2] for w in speech.words))
    paragraphs = _paragraphs(said, account)
    fuller = _fuller(said, paragraphs, {key[:STEM] for key in wanted})
    for number, own in fragments:
        fragment, paragraph = said[number], paragraphs[number]
        key = fragment.words[own][2]
        places = fuller.get(key[:STEM], []) if quoted[key] == 1 else []
        first = bisect_left(places, (paragraph - APART, 0, 0))
        for near, j, m in places[first : first + VISITS]:
            if near > paragraph + APART or fragment.speaker != said[j].speaker:
                continue
            word = said[j].words[m][2]
            if near_form(key, word) or (verb_for_adjective(key, word) and not _verb_wanted(fragment)):
                both = [(fragment, own), (said[j], m)]
                (left, x), (right, y) = sorted(both, key=lambda place: place[0].words[place[1]][0])
                yield _discrepancy(left, right, (x, x + 1, y, y + 1))
                break


def _fragments(said: Sequence[Speech]) -> Iterator[tuple[int, int]]:
    """Speeches of somebody, by number, of a word or two of which one alone tells: that one."""
    for number, speech in enumerate(said):
        if len(speech.words) <= FRAGMENT and speech.speaker:
            telling = [k for k, w in enumerate(speech.words) if w[2] not in FUNCTION_WORDS]
            if len(telling) == 1:
                yield number, telling[0]


def _fuller(said: Sequence[Speech], paragraphs: Sequence[int], wanted: Set[str]) -> dict[str, list[tuple[int, int, int]]]:
    """Places (paragraph, speech, word) in quotations longer than a fragment, by a word's first letters that are wanted."""
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for j, speech in enumerate(said):
        if len(speech.words) > FRAGMENT:
            for m in [m for m, (_, _, key) in enumerate(speech.words) if key[:STEM] in wanted]:
                places[speech.words[m][2][:STEM]].append((paragraphs[j], j, m))
    return places


def _paragraphs(said: Sequence[Speech], account: Account) -> list[int]:
    """The paragraph that each speech begins in."""
    ends = [s.end for s in account.sentences]
    numbers = [s.paragraph for s in account.sentences] or [0]
    return [numbers[min(bisect_right(ends, speech.words[0][0]), len(numbers) - 1)] for speech in said]


VERB_BEFORE = frozenset("to will would shall should can could may might must not n't did do does and or".split())
"""Words after which a bare verb is nothing odd."""


def _verb_wanted(fragment: Speech) -> bool:
    """Whether the narrator's word before a fragment asks for a verb."""
    text = fragment.account.text
    before = text[max(0, fragment.words[0][0] - 24) : fragment.words[0][0]].split()
    words = [w.strip("\"'“”‘’«»,;:").lower() for w in before]
    return any(w in VERB_BEFORE for w in [w for w in words if w][-1:])


def near_form(a: str, b: str) -> bool:
    """Whether two different words look like forms of one, beyond an English inflection."""
    start = Prefix.similarity(a, b)
    if a == b or start < STEM or start < SHARE * min(len(a), len(b)):
        return False
    if Levenshtein.distance(a, b, score_cutoff=EDITS) > EDITS:
        return False
    return not (_bases(a) | _roots(a)) & (_bases(b) | _roots(b))


def _bases(word: str) -> set[str]:
    """A word without an inflection, as it is or with any it may have; a final e or y counts for nothing."""
    bare = {word, *(word.removesuffix(ending) for ending in INFLECTION)}
    return {base.rstrip("eiy") for base in bare}


def _roots(word: str) -> set[str]:
    """A word without an ending that makes a word of another, as it is or with any it may have."""
    return {base.rstrip("eiy") for base in (word, *(word.removesuffix(ending) for ending in DERIVATION))}


def verb_for_adjective(fragment: str, word: str) -> bool:
    """Whether a fragment is the bare verb of the adjective that the fuller quotation has (-ive, -able, -ible)."""
    bare = fragment.removesuffix("e")
    return len(fragment) > STEM and word in (f"{bare}ive", f"{bare}able", f"{bare}ible")
