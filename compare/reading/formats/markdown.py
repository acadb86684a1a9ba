"""Markdown: its marks are set aside, its headings are known."""

from __future__ import annotations

import re

from compare.reading.content import Content, Extract


def recognises(content: Content) -> bool:
    """Whether a text is Markdown: by its ending, a front matter, a heading above all, or one and a link."""
    if content.is_named(".md", ".markdown", ".mdown", ".mkd"):
        return True
    lines = content.head[:2000].splitlines() if content.head.startswith("---") else []
    if lines and lines[0].rstrip() == "---":
        front = [line.rstrip() for line in lines[1:]]
        return "---" in front and ":" in "".join(front[: front.index("---")])
    head = content.head.lstrip("\ufeff \t\r\n")
    if re.match(r"# \S[^\n]{0,300}\n\s*\n", head):
        return True
    if content.given is None and b"](" not in content.data:
        return False
    text = content.decoded[0] if content.given is not None else content.data.decode("utf-8", "replace")
    return "](" in text and any(line.startswith(("# ", "## ", "### ")) for line in text.splitlines())


def extract(content: Content) -> Extract:
    """The text with its markup masked, and the fields of a front matter."""
    from compare.reading.markup import find_markup  # its patterns take 2 ms, and few texts need them

    text, notices = content.decoded
    markup = find_markup(text)
    return Extract(
        text,
        notices,
        masked=markup.masked,
        markup=markup.spans,
        headings=markup.headings,
        fields=markup.fields,
    )
