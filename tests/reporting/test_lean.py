from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from compare.reporting.lean import Lean, escaped


class _Lean(Environment):
    code_generator_class = Lean
    escaped = staticmethod(escaped)


class Shown(NamedTuple):
    words: object


def rendered(template: str, **values: object) -> str:
    lean, usual = (
        kind(autoescape=True, undefined=StrictUndefined).from_string(template)
        for kind in (_Lean, Environment)
    )
    shown = lean.render(**values)
    assert shown == usual.render(**values)
    return shown


class Alike(str):
    """No plain string, and no markup."""


@given(
    st.text(st.sampled_from("&<>\"'a1 é;")).flatmap(
        lambda text: st.sampled_from([text, Markup(text), Alike(text)])
    )
)
def test_escapes_as_markupsafe_does(value: str) -> None:
    assert escaped(value) == str(escape(value))


@pytest.mark.parametrize("value", [0, 1.5, None, True, ("<",), Markup("<b>")])
def test_what_is_no_string_too(value: object) -> None:
    assert escaped(value) == str(escape(value))


TEMPLATES = [
    ("{{ a.words }}", "&lt;b&gt; &amp; &#34;&#39;"),
    ("{% macro m(x) %}<i>{{ x.words }}</i>{% endmacro %}{{ m(a) }}", "<i>&lt;b&gt; &amp; &#34;&#39;</i>"),
    ("{% set x %}<i>{{ a.words }}{% endset %}{{ x }}", "<i>&lt;b&gt; &amp; &#34;&#39;"),
    ("{% for x in [a] %}{{ x.words }}{{ ', ' if not loop.last }}{% endfor %}", "&lt;b&gt; &amp; &#34;&#39;"),
    ("{% autoescape false %}{{ a.words }}{% endautoescape %}", "<b> & \"'"),
    ("{{ a.words|safe }}{{ '<' ~ a.words|length }}", "<b> & \"'&lt;8"),
]


@pytest.mark.parametrize(("template", "expected"), TEMPLATES)
def test_templates_give_what_they_gave(template: str, expected: str) -> None:
    assert rendered(template, a=Shown("<b> & \"'")) == expected


def test_what_is_missing_is_an_error() -> None:
    lean = _Lean(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(AttributeError):
        lean.from_string("{{ a.word }}").render(a=Shown(""))
    for template in ("{{ b }}", "{{ b.words }}"):
        with pytest.raises(UndefinedError):
            lean.from_string(template).render()
