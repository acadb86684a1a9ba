"""Places of an account that tell how many or when, and which of two accounts stand in the same words."""

from __future__ import annotations

from compare.slots.agreeing import agreeing
from compare.slots.candidates import FIRM, Candidate, candidates, dated, far_candidates, figures
from compare.slots.find import Figure, Slot, slots
from compare.slots.precise import precise
from compare.slots.quoted import quoted
from compare.slots.settle import settle

__all__ = [
    "FIRM",
    "Candidate",
    "Figure",
    "Slot",
    "agreeing",
    "candidates",
    "dated",
    "far_candidates",
    "figures",
    "precise",
    "quoted",
    "settle",
    "slots",
]
