"""What the authors' guide tells of the program: its keys, its problems and its bands, each from the source.

Hands on the guide's pages.
"""

from collections.abc import Iterator

from cyclebook.building.guide.bands import SMALLEST_GROUP, band_rows
from cyclebook.building.guide.fields import key_files
from cyclebook.building.guide.problems import problem_entries
from cyclebook.pages import Page
from cyclebook.pages.frame import Frame
from cyclebook.pages.guide import fields_page, privacy_page, problems_page, start_page


def guide_pages(frame: Frame) -> Iterator[Page]:
    """The guide, as it stands on every site."""
    yield start_page(frame)
    yield fields_page(key_files(), frame)
    yield problems_page(problem_entries(), frame)
    yield privacy_page(band_rows(), SMALLEST_GROUP, frame)
