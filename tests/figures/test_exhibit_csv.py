"""What a reader downloads."""

import pytest

from cyclebook.figures import Column, DataTable


def table(*cells: str) -> DataTable:
    return DataTable("A table", (Column("Week", numeric=False),), (), ("week",), tuple((c,) for c in cells))


def test_rows_end_with_a_newline_and_nothing_else():
    assert table("1", "not collected").to_csv() == "week\n1\nnot collected\n"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-.5.5"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    written = table(cell).to_csv().split("\n", 1)[1]
    assert written.lstrip('"').startswith("'")


@pytest.mark.parametrize("cell", ["-2", "-2.5", "43", "0.5"])
def test_numbers_stay_numbers(cell):
    assert table(cell).to_csv() == f"week\n{cell}\n"


def test_commas_quotes_and_line_ends_are_quoted():
    assert table('a, "b"\r\nc').to_csv() == 'week\n"a, ""b""\nc"\n'


def test_a_heading_is_guarded_too():
    assert DataTable("t", (), (), ("=evil",), ()).to_csv() == "'=evil\n"
