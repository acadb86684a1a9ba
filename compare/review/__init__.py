"""What has been looked at: accepted.toml to acceptances, a comparison to new, accepted and stale."""

from __future__ import annotations

from compare.review.acceptances import FILE, Entry, read_entries
from compare.review.judging import Judged, judge
from compare.review.writing import accept, begin, prune

__all__ = ["FILE", "Entry", "Judged", "accept", "begin", "judge", "prune", "read_entries"]
