"""An archive as it comes: mostly good sources, some that are broken, some that are made to break whoever reads them."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from newsrooms import pair

GOOD = 0.8
"""Share of the events both sources of which are good."""


def _noise(chance: random.Random, _text: str) -> bytes:
    return chance.randbytes(chance.randrange(1, 60_000))


def _cut(chance: random.Random, text: str) -> bytes:
    data = text.encode("utf-16")
    return data[: chance.randrange(len(data))]


def _pdf(chance: random.Random, text: str) -> bytes:
    return b"%PDF-1.7\n" + text.encode()[: chance.randrange(200)] + b"\nstartxref\n9\n%%EOF"


def _bomb(chance: random.Random, _text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:p>" * chance.randrange(1, 2_000_000))
    return held.getvalue()


def _page(chance: random.Random, text: str) -> bytes:
    deep = "<div>" * chance.randrange(1, 3000)
    body = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    return f"<!doctype html><html><body>{deep}<nav>Menu</nav>{body}<script>window.broken=1</script>".encode()


def _marks(chance: random.Random, _text: str) -> bytes:
    return (chance.choice(["“", '"', "'", "“a” ", "((", "<a ", "&#x"]) * chance.randrange(1, 30_000)).encode()


def _line(chance: random.Random, text: str) -> bytes:
    return (text.replace("\n", " ") * chance.randrange(1, 40)).encode()


def _steering(_chance: random.Random, text: str) -> bytes:
    return text.replace(" the ", " \x1b]0;x\x07the\u202e\u2066 </script><img src=x onerror=alert(1)> ").encode()


def _empty(_chance: random.Random, _text: str) -> bytes:
    return b""


def _same(_chance: random.Random, text: str) -> bytes:
    return text.encode()


BAD: list[Callable[[random.Random, str], bytes]] = [_noise, _cut, _pdf, _bomb, _page, _marks, _line, _steering, _empty, _same]


def write_weather(folder: Path, events: int) -> Path:
    """The manifest (JSON Lines) of so many events; a source of each fifth is not what it should be, or is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "weather.jsonl").open("w", encoding="utf-8") as manifest:
        for number in range(events):
            chance = random.Random(-number - 1)
            place = f"texts/{number // 1000:03}"
            (folder / place).mkdir(parents=True, exist_ok=True)
            texts = [text.encode() for text in pair(number, chance.choice([120, 300, 700]))]
            if chance.random() > GOOD:
                texts[1] = chance.choice(BAD)(chance, texts[0].decode())
            for side, data in enumerate(texts):
                source = f"{place}/{number}-{side}.txt"
                if chance.random() < 0.99:
                    (folder / source).write_bytes(data)
                manifest.write(json.dumps({"event": f"event {number}", "source": source, "label": chance.choice(["A", "B", None])}) + "\n")
    return folder / "weather.jsonl"
