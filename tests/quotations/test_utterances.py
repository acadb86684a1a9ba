"""Which quotations are one stretch of speech."""

from __future__ import annotations

import pytest

UTTERANCES = [
    ("“A one,” he said, “b two.”", [0, 0]),
    ("“A one,” he said. “B two.”", [0, 0]),
    ("“A one,” said Lee, who heads the board of the city's bank. “B two.”", [0, 0]),
    ("“A one,” he said. “B two.” Then “C” came.", [0, 0, 1]),
    ("“A one.\n\n“B two,” Lee said. “C three.”", [0, 0, 0]),
    ("“A one.”\n\n“B two,” Lee said.", [0, 1]),
    ("Lee called it “bad” and “sad”.", [0, 1]),
    ("“A one,” said Lee. “No,” said Moe.", [0, 1]),
    ("“A one,” Lee said. He paused. “B two.”", [0, 1]),
]


@pytest.mark.parametrize(("text", "numbers"), UTTERANCES)
def test_utterances(quotations, text, numbers):
    assert [q.utterance for q in quotations(text)] == numbers
