"""The words of English time expressions: closed classes."""

from __future__ import annotations

from compare.tokens import fold

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

MONTHS = {
    fold(name): number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}

SEASONS = {"winter": 1, "spring": 2, "summer": 3, "autumn": 4, "fall": 4}

RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

SPANS = {
    form: span
    for span in ("minute", "hour", "day", "week", "month", "year", "decade", "century")
    for form in (span, f"{span}s", f"{span}'s")
} | {"centuries": "century"}
"""Every form of a stretch of time, and the stretch."""

DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "century": 36524}

PARTS = {
    "morning": (0, 12),
    "noon": (12, 13),
    "midday": (11, 14),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
    "midnight": (23, 25),
    "dawn": (4, 9),
    "daybreak": (4, 9),
    "dusk": (16, 23),
    "nightfall": (16, 23),
    "overnight": (18, 32),
}
"""Parts of the day and the hours they may mean; after 24, those of the next day."""

ZONES = frozenset(
    "gmt utc et est edt ct cst cdt mt mst mdt pt pst pdt bst cet cest eet msk ist jst aest local".split()
)
"""What tells whose clock a time of day is told by."""
