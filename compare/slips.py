"""An account to the places where a small word seems to be missing, or to be one too many: "hoped mend", "to a sign a"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import Account
from compare.tokens import words_of

_VERBS = frozenset(
    """
    accept achieve allow appear apply arrive attend avoid be become begin believe belong bring buy choose come compete complete
    confirm connect consider contain convince create decide defend deliver deny depend describe destroy develop discuss
    eliminate enable encourage enforce engage ensure establish exist expand explain explore express extend forget forgive get
    give go happen have hear hire ignore imagine improve include inform introduce invest invite join keep know learn let
    listen lose maintain make meet mend obtain occur perform persuade prepare prevent produce prove provide pursue put receive
    recognize reconsider recover reduce remain remember remove repeal resign restore reveal see seek sell send settle solve
    speak strengthen succeed suffer survive take teach tell think understand unite write
    """.split()
)
"""Bare verbs that are no nouns."""

_WITH_TO = frozenset(
    """
    hoped wanted decided agreed refused tried intended promized vowed pledged threatened attempted failed managed declined
    wants intends refuses decides agrees able unable willing unwiling eager reluctant
    """.split()
)
"""Words between which and a bare verb a "to" stands, in their folded form."""

_WITH_OF = frozenset("accused capable incapable convicted".split())
"""Words between which and a verb in -ing an "of" stands."""

INGS = 4
"""Letters of words that end in -ing and are no verb's form: king, ring."""

_NO_SIGNS = frozenset("close halt end stop head point man woman".split())
"""Nouns that an article may follow: brought to a close the …"""

_BEFORE_ONESELF = frozenset("he she they we i you who".split())
_ARTICLES = frozenset(("a", "an", "the"))
_TITLES = frozenset("senator representative governor mr mrs ms doctor congressman congresswoman".split())
_IS = frozenset("is was has had will would must should can could said says".split())


_ODD = _WITH_TO | _WITH_OF | {"though", "to", "the", "u.s."}
"""Words with which something odd may begin."""


def slips(account: Account) -> Iterator[tuple[int, int, str]]:
    """Where words stand that want, or do not want, a small word between them, and what is odd; in order, linear."""
    text = account.text
    starts, ends, keys = words_of(account).between(0, len(text))
    the_states = False
    bare_states: list[int] = []
    for k in [k for k, key in enumerate(keys) if key in _ODD]:
        key = keys[k]
        if key == "u.s." and k:
            the_states |= keys[k - 1] == "the"
            if text[starts[k - 1]].islower() and keys[k - 1] in _BEFORE_STATES and keys[k + 1 : k + 2] and keys[k + 1] in _IS:
                bare_states.append(k)
            continue
        says = _says(keys, k)
        if says and all(text[ends[m] : starts[m + 1]].isspace() for m in range(k, k + says[0] - 1)):
            last = k + says[0] - 1
            if key != "the" or _is_person(text, starts, ends, keys, k):
                yield starts[k], ends[last], says[1]
    if the_states:
        for k in bare_states:
            yield starts[k - 1], ends[k + 1], "“the” may be missing"


_BEFORE_STATES = frozenset("that and because if while when but whether than".split())


def _says(keys: Sequence[str], k: int) -> tuple[int, str] | None:
    """How many words from here on are odd, and why."""
    key, following = keys[k], keys[k + 1] if k + 1 < len(keys) else ""
    if key in _WITH_TO and following in _VERBS:
        return 2, "“to” may be missing"
    if key in _WITH_OF and len(following) > INGS and following.endswith("ing") and k and keys[k - 1] not in _ARTICLES:
        return 2, "“of” may be missing"
    if key == "though" and k and keys[k - 1] in _BEFORE_ONESELF and following in ("of", "about"):
        return 2, "for “thought”"
    if key == "to" and following in ("a", "an") and k + 3 < len(keys) and keys[k + 3] in _ARTICLES and keys[k + 2] not in _NO_SIGNS:
        return 4, "an article too many"
    if key == "the" and following in _TITLES and k + 2 < len(keys):
        return 3, "“the” may be one too many"
    return None


def _is_person(text: str, starts: Sequence[int], ends: Sequence[int], keys: Sequence[str], k: int) -> bool:
    """Whether "the" stands before a title and a whole name, and nothing that the name belongs to follows."""
    if not text[starts[k + 1]].isupper() or not text[starts[k]].islower() or not text[starts[k + 2]].isupper():
        return False
    last = k + 2
    while last + 1 < len(keys) and text[ends[last] : starts[last + 1]] in (" ", ". ") and text[starts[last + 1]].isupper():
        last += 1
    after = text[ends[last] : ends[last] + 1]
    return after in (",", ".", ";") or last + 1 < len(keys) and after == " " and keys[last + 1] in _IS
