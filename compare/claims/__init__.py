"""What the narrators of two accounts claim: who tells it, in which words, and what contradicts what."""

from __future__ import annotations

from compare.claims.linked import linked_claims
from compare.claims.rivals import two_sources, two_speakers
from compare.claims.sources import TELLING, Source, source_of_quotation
from compare.claims.wording import Word, Wording, wording_of

__all__ = ["TELLING", "Source", "Word", "Wording", "linked_claims", "source_of_quotation", "two_sources", "two_speakers", "wording_of"]
