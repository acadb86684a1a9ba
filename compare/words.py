"""Two strings to word edits: what one has where the other has something else."""

from __future__ import annotations

from dataclasses import dataclass
