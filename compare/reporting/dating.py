"""The one date a page shows: that of its making, where the environment gives it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from compare.model import CompareError
from compare.reporting.phrases import day

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970, as https://reproducible-builds.org/specs/source-date-epoch/ has it."""


def day_of_report() -> str:
    """The day in words (UTC), or nothing where the variable is not set: no clock is asked.

    CompareError where it is no such number.
    """
    given = os.environ.get(VARIABLE, "")
    if not given:
        return ""
    try:
        return day(datetime.fromtimestamp(int(given), UTC).date().isoformat())
    except (ValueError, OverflowError, OSError) as error:
        raise CompareError(
            f"{VARIABLE}={given[:40]}: is no number of seconds since 1970; correct it, or unset it"
        ) from error
