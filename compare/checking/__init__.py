"""Events under review to what is new, accepted and stale in each: sources to outcomes, over processes and from the cache."""

from __future__ import annotations
