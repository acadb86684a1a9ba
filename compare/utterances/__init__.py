"""Accounts to utterances: what somebody said, as each account quotes it."""

from __future__ import annotations

from compare.utterances.parallels import anchors, parallels, parallels_within
from compare.utterances.placed import placed
from compare.utterances.shared import shared_stretches
from compare.utterances.speech import speeches

__all__ = ["anchors", "parallels", "parallels_within", "placed", "shared_stretches", "speeches"]
