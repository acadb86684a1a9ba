"""What a page says about itself for machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compare.reading.vocabulary import COMMANDS

_ARTICLES = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$")
_BAR = re.compile(r"\s+[|–—·»-]\s+")
_LARGEST = 2_000_000


class PageData(NamedTuple):
    """``titles`` the surest first; ``fields`` as ``Extract.fields`` has them; ``text`` is the body as JSON-LD gives it."""

    titles: tuple[str, ...]
    fields: dict[str, str]
    text: str


def find_page_data(root: Any) -> PageData:
    """What the page says of itself; JSON-LD goes before meta elements, those before microdata."""
    article = next(_articles(root), {})
    meta = _metas(root)
    items = _items(root)
    title = _first(_text(article.get("headline")), meta, "og:title hdl dc.title twitter:title title headline") or items.get("headline", "")
    name = _first(_name(article.get("publisher")), meta, "og:site_name application-name dc.publisher publisher") or items.get("publisher", "")
    author = _first(_name(article.get("author")), meta, "author article:author byl dc.creator parsely-author sailthru.author") or items.get("author", "")
    date = _first(_text(article.get("datePublished")), meta, "article:published_time datepublished publish-date publishdate pubdate pdate date dc.date.issued dcterms.date dc.date dcterms.created parsely-pub-date sailthru.date og:published_time")
    shown = (root.findtext(".//title") or "").strip()
    fields = {
        "title": title,
        "author": "" if author.startswith("http") else re.sub(r"^by\s+", "", author, flags=re.IGNORECASE),
        "publisher": name or _house(shown, title),
        "date": date or items.get("datepublished", ""),
        "language": (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower(),
    }
    named = [each for each in (title, items.get("headline", ""), *_parts(shown, name)) if each]
    return PageData(tuple(dict.fromkeys(named)), {key: " ".join(value.split()) for key, value in fields.items() if value}, _text(article.get("articleBody")))


def _house(shown: str, title: str) -> str:
    """What stands after the title in the browser's bar; nothing without a title to tell it by."""
    parts = _BAR.split(shown)
    short = len(parts) > 1 and len(parts[-1].split()) <= 5 and parts[-1].lower() not in COMMANDS
    return parts[-1] if short and (not title or parts[-1] not in title) else ""


def _parts(shown: str, publisher: str) -> list[str]:
    """The title in the browser's bar without the name of the house, and as it stands."""
    parts = [part for part in _BAR.split(shown) if part and part != publisher]
    return [*sorted(parts, key=len, reverse=True)[:1], shown]


def _first(own: str, meta: Mapping[str, str], names: str) -> str:
    return own or next((meta[name] for name in names.split() if meta.get(name)), "")


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= _LARGEST:
            try:
                data = json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _found_in(data)


def _found_in(data: Any) -> Iterator[dict[str, Any]]:
    """The articles in what JSON-LD holds, three levels down at most."""
    level = [data]
    for _ in range(4):
        following: list[Any] = []
        for each in level:
            if isinstance(each, list):
                following += each
            elif isinstance(each, dict):
                kinds = each.get("@type")
                if any(isinstance(kind, str) and _ARTICLES.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield each
                following += [each[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(each.get(key), (list, dict))]
        level = following


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The names of persons or bodies, joined with commas and "and"."""
    each = value if isinstance(value, list) else [value]
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in each]
    named = [name for name in dict.fromkeys(names) if name]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content[:1000])
    return found


def _items(root: Any) -> dict[str, str]:
    """Microdata of the page; the first of each property."""
    found: dict[str, str] = {}
    for element in root.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name and element.tag != "meta":
            value = element.get("datetime") or element.get("content") or " ".join("".join(element.itertext()).split())[:500]
            for each in name.lower().split():
                if each in ("headline", "author", "publisher", "datepublished"):
                    found.setdefault(each, value)
    return found
