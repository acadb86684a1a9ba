"""Whom quotations are credited to: the words that name the speaker, and who that is."""

from __future__ import annotations

import pytest

LEE = ("Ann Lee", "Ann Lee")

CREDITS = [
    # the cue behind, before, inside, far off
    ("“Go,” Ann Lee said.", [LEE]),
    ("“Go,” said Ann Lee, who chairs the board.", [LEE]),
    ("“Why?” asked Ann Lee.", [LEE]),
    ("“Why?” Ann Lee asked.", [LEE]),
    ("Ann Lee said: “Go.”", [LEE]),
    ("Asked about it, Ann Lee said: “No.”", [LEE]),
    ("When Moe left, Ann Lee said, “Good.”", [LEE]),
    ("But Ann Lee replied that it was “wrong”.", [LEE]),
    ("“Go,” Ann Lee said, “or stay.”", [LEE, LEE]),
    ("The plan was “a failure” from the start, Ann Lee said.", [LEE]),
    ("Moe, Ann Lee said, was “wrong.”", [LEE]),
    ("Ann Lee said Moe had made “a bold move.”", [LEE]),
    ("Ann Lee told Moe that the plan was “wrong.”", [LEE]),
    ("Ann Lee called the plan “a failure” and “a shame.”", [LEE, LEE]),
    ("Ann Lee called the plan “a failure,” adding that it was “wrong.”", [LEE, LEE]),
    ("Ann Lee welcomed the plan as “bold” but insisted that it remain “open.”", [LEE, LEE]),
    ("In a statement, Ann Lee described it as “wrong.”", [LEE]),
    ("Ann Lee tweeted: “Sad!”", [LEE]),
    ("Ann Lee wrote on her page that “all is well.”", [LEE]),
    ("“Sad.” — Ann Lee", [LEE]),
    ("“Sad,” tweeted @annlee.", [("@annlee", "@annlee")]),
    ("According to Ann Lee, the plan was “a failure.”", [LEE]),
    ("The plan was “a failure,” according to Ann Lee.", [LEE]),
    ("In Moe's words, it was “wrong.”", [("Moe", "Moe")]),
    ("Lee's message: “Go home.”", [("Lee", "Lee")]),
    ("Ann Lee was quoted as saying “never.”", [LEE]),
    ("Lee said the move was “wrong”, while Moe praised it as “right”.", [("Lee", "Lee"), ("Moe", "Moe")]),
    ("Lee says it is “wrong.” Moe adds, “And mean.”", [("Lee", "Lee"), ("Moe", "Moe")]),
    # one of a family is not the one with the office
    ("President Moe waved to Kim and Ann Moe. “Go,” the president said.", [("Moe", "the president")]),
    ("The mayor's daughter Ann Moe slept. “Go,” Mayor Moe said.", [("Moe", "Mayor Moe")]),
    ("Ann Moe, his wife, slept. “Go,” said Senator Moe.", [("Moe", "Senator Moe")]),
    ("Ann Moe slept. “Go,” said Senator Moe.", [("Ann Moe", "Senator Moe")]),
    # appositions and relative clauses
    ("Ann Lee, a spokeswoman for the city, said “go.”", [LEE]),
    ("Ann Lee, who heads the agency in Dover, Delaware, said that it was “too late.”", [LEE]),
    ("“Go,” Ann Lee, a professor of law at Yale University in New Haven, told reporters.", [LEE]),
    ("“Go,” Ann Lee (R-Texas) told reporters.", [LEE]),
    ("Dr. Lee, 50, of Mercy Hospital, said patients were “fine.”", [("Lee", "Dr. Lee")]),
    ("In a statement, the minister, a lawyer, said “no.”", [("minister", "the minister")]),
    ("Moe's lawyer, Ann Lee, said he was “innocent.”", [LEE]),
    ("“Innocent,” Moe's lawyer Ann Lee said.", [LEE]),
    ("Ann Lee, Democrat of Ohio, said it was “sad.”", [LEE]),
    ("Sen. Ann Lee, D-Calif., said it was “sad.”", [("Ann Lee", "Sen. Ann Lee")]),
    # what stands between, before, beside
    ("President Lee on Monday called it “sad.”", [("Lee", "President Lee")]),
    ("Ann Lee later said it was “sad.”", [LEE]),
    ("GENEVA, July 2 (Reuters) — Ann Lee fought on, vowing that “there is hope.”", [LEE]),
    ("However, Ann Lee called it “sad.”", [LEE]),
    ("“Go,” Ann Lee and Senator Jim Roe said.", [LEE]),
    ("It was described by Ann Lee as “sad.”", [LEE]),
    # names
    ("“Go,” said Ursula von der Leyen. “Now.”", [("Ursula von der Leyen", "Ursula von der Leyen")] * 2),
    (
        "“Go,” said Omar al-Attar. Later al-Attar said: “No.”",
        [("Omar al-Attar", "Omar al-Attar"), ("Omar al-Attar", "al-Attar")],
    ),
    ("“Go,” said Luc Peña. Peña added: “No.”", [("Luc Peña", "Luc Peña"), ("Luc Peña", "Peña")]),
    ("J. R. Moe said “never.”", [("J. R. Moe", "J. R. Moe")]),
    ("Theresa May said it was “time.” May will leave.", [("Theresa May", "Theresa May")]),
    (
        "Secretary of State Ann Lee called it “sad.” Lee left. “Go,” said CEO Jim Roe.",
        [("Ann Lee", "Secretary of State Ann Lee"), ("Jim Roe", "CEO Jim Roe")],
    ),
    (
        "George Moe and Laura Moe came. “Go,” said Mrs. Moe. “No,” said Mr. Moe.",
        [("Laura Moe", "Mrs. Moe"), ("George Moe", "Mr. Moe")],
    ),
    # roles and bodies
    (
        "“Go,” said a spokesman for the ministry.",
        [("spokesman for the ministry", "a spokesman for the ministry")],
    ),
    ("Sen. Ann Lee spoke. “Go,” the senator said.", [("Ann Lee", "the senator")]),
    (
        "Prime Minister Ann Lee urged “restraint.” The prime minister also said “no.”",
        [("Ann Lee", "Prime Minister Ann Lee"), ("Ann Lee", "The prime minister")],
    ),
    (
        "President Moe met President Roe. The president said Roe was “kind.”",
        [("Moe", "The president")],
    ),
    ("The White House said the talks were “fruitful.”", [("White House", "White House")]),
    ("“It is safe,” officials said.", [("officials", "officials")]),
    # pronouns
    (
        "Ann Lee came. She said it was “wrong.” Then John Moe came. “No,” he said.",
        [("Ann Lee", "She"), ("John Moe", "he")],
    ),
    ("Mr. Moe met Ms. Lee. “Go,” she said. “Stop,” he said.", [("Lee", "she"), ("Moe", "he")]),
    ("“We won't go,” they said.", [(None, "they")]),
    ("Mary Moe met John Roe. “Go,” she said. “No,” he said.", [("Mary Moe", "she"), ("John Roe", "he")]),
    ("Jim Moe said Tom Roe must go. “Now,” he said.", [("Jim Moe", "he")]),
    ("“Go,” she went on. “Now.”", [(None, "she")] * 2),
    ("John Moe, Jim Roe and Tom Doe met. “Go,” he said.", [(None, "he")]),
    # carried on
    ("Moe said that he was tired. “I want to sleep.”", [("Moe", "Moe")]),
    ("Lee continued:\n\n“It is wrong.”", [("Lee", "Lee")]),
    ("“It is wrong,” Lee said.\n\n“We must stop.”", [("Lee", "Lee")] * 2),
    ("“It is wrong.\n\n“We must stop,” Lee said.", [("Lee", "Lee")] * 2),
    ("“It is wrong.” “We must stop,” Lee said.", [("Lee", "Lee")] * 2),
]


@pytest.mark.parametrize(("text", "credited"), CREDITS)
def test_credits(quotations, text, credited):
    found = [(q.speaker, q.mention and text[q.mention.start : q.mention.end]) for q in quotations(text)]
    assert found == credited


CUES = [
    ("“Go,” Ann Lee said.", ["said"]),
    ("“Go,” Ann Lee went on. “Now.”", ["went", None]),
    ("According to Lee, it was “wrong.”", ["According"]),
    ("Lee tweeted: “Sad!”", ["tweeted"]),
]


@pytest.mark.parametrize(("text", "cues"), CUES)
def test_cues(quotations, text, cues):
    assert [q.cue for q in quotations(text)] == cues


def test_one_person_has_one_name(quotations):
    text = (
        "John F. Moe spoke. “One,” said John Moe. “Two,” Mr. Moe said. “Three,” Moe added.\n\n"
        "“Four,” he said. John Moe left."
    )
    assert {q.speaker for q in quotations(text)} == {"John Moe"}


def test_subheadings_in_marks_are_nobodys(quotations):
    text = "“It is over,” Lee said.\n\n'The End of the Road'\n\nLee left the room."
    assert [q.speaker for q in quotations(text)] == ["Lee", None]
