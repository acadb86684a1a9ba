"""Every convention of marks, and speech that is set without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account

Made = Callable[..., Account]

GERMAN = "Dann ging sie mit den anderen in die Stadt, und niemand sah sie wieder, denn es war schon Nacht. "
FRENCH = "Puis elle est partie avec les autres dans la ville, et on ne les a plus vus de la nuit. "


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will go,” Ann Dole said.", ["We will go,"]),
        ('"We will go," Ann Dole said.', ["We will go,"]),
        (
            "'We will go,' Ann Dole said. 'It's the boys' plan,' she added.",
            ["We will go,", "It's the boys' plan,"],
        ),
        (
            "‘We will go,’ Ann Dole said. ‘It’s the boys’ plan,’ she added.",
            ["We will go,", "It’s the boys’ plan,"],
        ),
        ("``We will go,'' Ann Dole said. `We stay,' she said.", ["We will go,", "We stay,"]),
        (FRENCH + "Ann Dole a dit : « Nous irons demain. »", ["Nous irons demain."]),
        (GERMAN + "„Wir gehen“, sagte sie. ‚Ja‘, sagte er. »Nein«, sagte sie.", ["Wir gehen", "Ja", "Nein"]),
        ("Hon sade: ”Vi går hem nu.”", ["Vi går hem nu."]),
        (
            "市長は「行きます」と言った。「でも、今日は行きません」と市長は言った。",
            ["行きます", "でも、今日は行きません"],
        ),
        ("“He told me ‘never again’ and left,” Ann Dole said.", ["He told me ‘never again’ and left,"]),
        ("“We will,” Ann Dole said, “go home at last.”", ["We will,", "go home at last."]),
        ("“We will go.\n\n“We will come back,” Ann Dole said.", ["We will go.", "We will come back,"]),
        ("'We will go home,' says mayor\n\nAnn Dole said on Monday that they would.", ["We will go home,"]),
    ],
)
def test_marks(text: str, quoted: list[str], make_account: Made) -> None:
    account = make_account(text)
    assert [account.text[q.start : q.end] for q in account.quotations] == quoted
    assert all(q.marked and q.kind == "speech" for q in account.quotations)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "El alcalde se fue con los otros a la ciudad.\n\n—No lo haremos —dijo el alcalde—. Nunca.\n\n—¿Por qué?",
            ["No lo haremos", "Nunca.", "¿Por qué?"],
        ),
        (
            FRENCH + "\n\n— Nous ne partirons pas, dit-il aux habitants.\n\n— Pourquoi ?\n\nIl ne dit rien.",
            ["Nous ne partirons pas,", "Pourquoi ?"],
        ),
        (
            "Президент приехал в город, и все его ждали.\n\n— Мы не уйдём, — сказал он. — Никогда.\n\nОн не ответил.",
            ["Мы не уйдём,", "Никогда."],
        ),
        (
            "O prefeito chegou à cidade com os outros.\n\n— Não vamos sair — disse o prefeito. — Nunca.\n\n— Por quê?",
            ["Não vamos sair", "Nunca.", "Por quê?"],
        ),
    ],
    ids=["Spanish", "French", "Russian", "Portuguese"],
)
def test_dialogue_after_dashes(text: str, quoted: list[str], make_account: Made) -> None:
    account = make_account(text)
    assert [account.text[q.start : q.end] for q in account.quotations] == quoted
    assert not any(q.marked or q.speaker for q in account.quotations)


@pytest.mark.parametrize(
    "text",
    [
        "The council had three doubts about the plan of the mayor:\n\n— It is too slow.\n\n— Who pays?\n\n— It is too loud.",
        FRENCH + "\n\n— La réforme des retraites.\n\n— Les impôts de la ville.",
        GERMAN + "\n\n– Die Steuern steigen.\n\n– Wer zahlt das?",
    ],
)
def test_lists_are_no_dialogue(text: str, make_account: Made) -> None:
    assert make_account(text).quotations == ()


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        (
            "President Jim Roe tweeted:\n\nWe will win this. Watch what happens!\n\nThe mayor did not reply on Monday.",
            ["We will win this. Watch what happens!"],
            "Jim Roe",
        ),
        (
            "In a statement, Mayor Ann Dole said:\n\nI am sorry, and I will not do it again.\n\nThe council meets on Tuesday.",
            ["I am sorry, and I will not do it again."],
            "Ann Dole",
        ),
        (
            "Mayor Ann Dole said:\n\n    The bridge is old,\n    and it will fall.\n\n    Nobody knows when.\n\nShe left.",
            ["The bridge is old,\n    and it will fall.", "Nobody knows when."],
            "Ann Dole",
        ),
        (
            "Mayor Ann Dole wrote:\n\nI never saw the ‘old bridge’ plan. It will fall.\n\nThe council meets on Tuesday.",
            ["I never saw the ‘old bridge’ plan. It will fall."],
            "Ann Dole",
        ),
    ],
)
def test_displayed_quotations(text: str, quoted: list[str], speaker: str, make_account: Made) -> None:
    account = make_account(text)
    assert [account.text[q.start : q.end] for q in account.quotations] == quoted
    assert {(q.speaker, q.marked, q.kind) for q in account.quotations} == {(speaker, False, "speech")}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the bill would do the following:\n\nRaise taxes\n\nLower fees\n\nThe council meets on Tuesday.",
        "The mayor said three things:\n\n- We pay.\n\n- We wait.\n\nThe council meets on Tuesday.",
        "The result was clear:\n\nNobody wanted the bridge that the mayor had planned.\n\nThe council meets on Tuesday.",
        "The mayor said what comes next:\n\nThe council will vote on Tuesday.\n\nThen the work begins.",
        "The mayor tweeted:\n\n“We will win this,” she wrote. “Watch us.”",
    ],
)
def test_what_a_colon_does_not_introduce(text: str, make_account: Made) -> None:
    assert all(q.marked for q in make_account(text).quotations)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The so-called “experts” were wrong, and the “free” lunch was not free.", ["term", "term"]),
        ("Her book “The Long Road Home” and the film “Gone” are out.", ["title", "title"]),
        ("Jane Roe sang “Yesterday” on Monday.", ["title"]),
        ("彼は『雪国』を読んだ。「いい本だ」と言った。", ["title", "speech"]),
    ],
)
def test_kinds_have_no_cue_but_speech(text: str, kinds: list[str], make_account: Made) -> None:
    quotations = make_account(text).quotations
    assert [q.kind for q in quotations] == kinds
    assert all(q.cue is None and q.speaker is None for q in quotations if q.kind != "speech")
