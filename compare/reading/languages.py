"""Words to the language they are likely written in, by the commonest function words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache


def word_set(line: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(line.split())


STOP_WORDS: dict[str, frozenset[str]] = {
    code: word_set(words)
    for code, words in {
        "en": "the of and to in a is that for it was on with as his he be at by have are this from had or not but "
        "what all were we when your can said there an each which she do their if will up other about out many then "
        "them these so some her would him has my me our they you i its who been after into over than more no could "
        "how did because any where only just before also while during between against",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus "
        "bei sind nach wird einer um am noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr "
        "durch man sein wurde sei wir ich sie dass ihr kein keine beim vom gegen",
        "fr": "le la les de des du et à en un une que qui dans pour est pas sur au aux avec ce cette il elle ne se son "
        "sa ses plus par ont été mais ou où nous vous ils leur sont comme être fait tout je y d l qu n s c",
        "es": "el la los las de del y a en un una que se por con para su al es lo como más pero sus le ya o fue este ha "
        "sí porque esta son entre está cuando muy sin sobre ser también me hasta hay donde quien desde todo nos no",
        "it": "il lo la i gli le di del della dei delle e a in un una che è per con non si da al alla come più ma anche "
        "sono nel nella dal o ha ho questo questa se suo sua loro essere stato ai dalla",
        "pt": "o a os as de do da dos das e em um uma que é por com para não se no na nos nas ao mais como mas foi ele "
        "ela sua seu ou ser quando muito há já está também só pelo pela até isso são",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als maar door bij uit naar heeft hij "
        "wordt over nog ze worden was zij dan deze die of meer geen hun tot wel kan",
        "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när "
        "år under också efter eller nu där vid mot ska",
        "ru": "и в не на что с он как по это из к за то его а о от для все но у же был до бы они или так был мы еще "
        "она при после также",
    }.items()
}
"""The commonest function words of each language, small letters."""


_SPOKEN_IN: dict[str, list[str]] = {}
for _code, _stops in STOP_WORDS.items():
    for _word in _stops:
        _SPOKEN_IN.setdefault(_word, []).append(_code)


def guess_language(words: Iterable[str]) -> str | None:
    """The language most of whose function words stand in ``words`` (small letters); None without evidence.

    Needs at least one word in twelve to be a function word of it.
    """
    met = list(words)
    counts = dict.fromkeys(STOP_WORDS, 0)
    for word, number in Counter(filter(_SPOKEN_IN.__contains__, met)).items():
        for code in _SPOKEN_IN[word]:
            counts[code] += number
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] and counts[best] * 12 >= len(met) else None


def is_foreign(words: Iterable[str], language: str) -> bool:
    """Whether ``words`` hold function words of another language, and none of ``language``.

    A lone article is no evidence where it may be part of a name ("Le Monde"): for
    one word in eight, or two, of one other language this says yes.
    """
    known = list(words)
    telling, others = _distinctive(language)
    if not telling.isdisjoint(known):
        return False
    for stops in others:
        hits = sum(word in stops for word in known)
        if hits and hits * 12 >= len(known) and (hits > 1 or len(known) >= 5):
            return True
    return False


@cache
def _distinctive(language: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The function words ``language`` shares with no other, and those of each other that are not its own."""
    own = STOP_WORDS.get(language, frozenset())
    others = [stops for code, stops in STOP_WORDS.items() if code != language]
    return own.difference(*others), tuple(stops - own for stops in others)
