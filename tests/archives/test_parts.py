from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.archives.parts import PAGE, Counts, counts_in, lines_in, page_in, part_of

LINES = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]))


@given(LINES, st.text())
def test_a_page_comes_out_of_its_part_as_it_went_in(page: str, message: str) -> None:
    text, counts = part_of([("discrepancies", {"message": message}), (PAGE, {PAGE: page}), ("errors", {"reason": "gone"})])
    assert counts == counts_in(text) == Counts(faults=1)
    rows = list(lines_in(text.encode("utf-8", "backslashreplace")))
    assert [table for table, _ in rows] == ["discrepancies", PAGE, "errors"]
    assert page_in(rows[1][1]) == page
