"""The same files give the same bytes, whatever the machine."""

from pathlib import Path

import pytest

from built_site import BuiltSite, build

pytestmark = pytest.mark.site


@pytest.mark.parametrize(
    ("seed", "zone", "language"),
    [
        ("0", "America/Los_Angeles", "C"),
        ("1", "Asia/Tokyo", "C.UTF-8"),
        ("random", "Pacific/Kiritimati", "de_DE.UTF-8"),
    ],
)
def test_two_builds_are_byte_identical(
    built_site: BuiltSite, repository: Path, tmp_path: Path, seed: str, zone: str, language: str
) -> None:
    """With SOURCE_DATE_EPOCH set, neither hash seed nor time zone nor language changes a byte of the tree."""
    again = build(repository, tmp_path / "site", PYTHONHASHSEED=seed, TZ=zone, LC_ALL=language)
    assert again.exit_code == 0, again.output
    assert built_site.sums
    assert again.sums == built_site.sums
