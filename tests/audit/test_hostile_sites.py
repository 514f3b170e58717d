"""Whatever stands in a site, the audit ends, and ends soon."""

import random
import zipfile
from pathlib import Path
from time import process_time

import pytest

from cyclebook.audit import UnreadableSite, audit_site

_HOSTILE = {
    "deep": "<div><table><tr><td>" * 10_000,
    "rows": "<table>" + "<tr><td>withheld<td>7" * 8_000,
    "open-attribute": "<p title='" * 200_000,
    "open-comment": "<!--" * 400_000,
    "open-tag": "<a " * 400_000,
    "lonely-signs": "<" * 1_000_000,
    "quotes": '<a b="' * 200_000,
    "attributes": "<p " + " a=1" * 300_000,
    "cdata": "<![CDATA[" * 200_000,
    "scripts": "<script>" * 200_000,
    "path": f'<svg><text x="1" y="1">0%</text><path d="{"M1,1" * 300_000}"/></svg>',
    "digits": f"<p>{'9' * 500_000}</p><table><tr><th>Week<tr><td>{'9' * 100_000}</table>",
    "of-of-of": "<p>" + "1 of 2 " * 60_000 + "</p>",
    "bands": "<p>" + "over 1% to " * 100_000 + "</p>",
    "links": "<ul>" + "<li><a href='x'>y</a>" * 20_000,
    "ends": "</li></tr></section>" * 40_000,
    "spaces": f"<p>{' ' * 1_000_000}students</p>",
    "json": f'<script type="application/json">{"[" * 300_000}</script>',
}


@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_hostile_pages_are_read_to_their_end(name: str, tmp_path: Path) -> None:
    """Hundreds of kilobytes of what parsers choke on takes seconds, and no exception comes of it."""
    (tmp_path / "index.html").write_text(_HOSTILE[name], "utf-8")
    started = process_time()
    found = audit_site(tmp_path)
    assert found.files_read == 1
    assert process_time() - started < 20


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_ten_megabytes_take_ten_times_as_long(name: str, tmp_path: Path) -> None:
    """Time grows with the length of a page, not with its square."""
    piece = _HOSTILE[name]
    (tmp_path / "index.html").write_text(piece * (10_000_000 // len(piece) + 1), "utf-8")
    started = process_time()
    audit_site(tmp_path)
    assert process_time() - started < 200


def test_noise_is_read(tmp_path: Path) -> None:
    """Random bytes in every kind of file are no reason to stop."""
    dice = random.Random(3)  # noqa: S311 - noise
    for suffix in ("html", "csv", "json", "xml", "ics", "svg", "txt"):
        (tmp_path / f"noise.{suffix}").write_bytes(dice.randbytes(50_000))
    (tmp_path / "deep.json").write_text("[" * 200_000)
    (tmp_path / "ragged.csv").write_text('week,a\n1,2,3,4\n\n"unclosed,5\n' + "x," * 5_000)
    assert audit_site(tmp_path).files_read == 9


def test_a_wide_table_of_withheld_cells_ends(tmp_path: Path) -> None:
    """Where a search would be endless it is cut short, and the audit says for how many numbers."""
    rows = "".join(f"<tr><td>r{row}{'<td>withheld' * 40}<td>900" for row in range(40))
    head = "".join(f"<th>c{column}" for column in range(40))
    totals = f"<tr><td>Total{'<td>900' * 40}<td>36,000"
    page = f"<table><caption>Late</caption><tr><th>x{head}<th>Total{rows}{totals}</table>"
    (tmp_path / "index.html").write_text(page)
    started = process_time()
    found = audit_site(tmp_path)
    assert found.hidden == 1_600
    assert found.inexact == 1_600
    assert "For 1,600 of them the search was cut short." in found.summary
    assert process_time() - started < 30


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (None, "the folder does not exist"),
        ({}, "the folder is empty"),
        ({"feed.xml": b"<feed/>"}, "no page was found in it"),
        ({"index.html": b"<p>", "broken.zip": b"PK\x03\x04 and no more"}, "broken.zip is not a zip archive"),
    ],
)
def test_a_site_that_cannot_be_read_is_refused(
    files: dict[str, bytes] | None, told: str, tmp_path: Path
) -> None:
    """Where there is nothing to read, the audit says so and does not pass."""
    site = tmp_path / "site"
    if files is not None:
        site.mkdir()
    for name, content in (files or {}).items():
        (site / name).write_bytes(content)
    with pytest.raises(UnreadableSite, match=told):
        audit_site(site)


def test_an_archive_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    """A small archive of a huge page is not unpacked."""
    (tmp_path / "index.html").write_text("<p>x</p>")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(9):
            packed.writestr(f"{number}/index.html", bytes(49_000_000))
    with pytest.raises(UnreadableSite, match="unpacks to more than the audit reads"):
        audit_site(tmp_path)
