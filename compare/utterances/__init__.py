"""Accounts to utterances: what somebody said, as each account quotes it."""

from __future__ import annotations

from compare.utterances.parallels import parallels, parallels_within
from compare.utterances.speech import speeches

__all__ = ["parallels", "parallels_within", "speeches"]
