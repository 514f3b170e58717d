"""`make look`: pictures of a page at both widths, in both schemes and on paper, side by side."""

from pathlib import Path

import pytest

from look import look
from webpage import parse

pytestmark = pytest.mark.browser


def test_pictures_of_a_page(browser, address: str, tmp_path: Path) -> None:
    """Each kind has five pictures and a PDF, and the index shows them all."""
    look(browser, {"not found": f"{address}no/such/page/"}, tmp_path)

    files = {path.name for path in tmp_path.iterdir()}
    views = ("390-light", "390-dark", "1280-light", "1280-dark", "print")
    pictures = [f"not-found-{view}.png" for view in views]
    assert files == {*pictures, "not-found.pdf", "index.html"}
    shown = parse((tmp_path / "index.html").read_text("utf-8")).all("img")
    assert [one.get("src") for one in shown] == pictures
    assert (tmp_path / pictures[0]).read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "not-found.pdf").read_bytes().startswith(b"%PDF")
