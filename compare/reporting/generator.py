"""What made a report: the program's name and version."""

from __future__ import annotations

import compare

GENERATOR = {"name": "rashomon", "version": str(getattr(compare, "__version__", "0"))}
