"""Walks the corridor: reads, publishes, and compiles files into the pages and downloads of a site.

Knows neither MkDocs nor a terminal; `hosts` hands it folders and takes its results.
"""

from cyclebook.building.around import WordsAround, voice_of
from cyclebook.building.check import check, usual_paths
from cyclebook.building.compiled_site import CompiledSite
from cyclebook.building.defects import defect_words
from cyclebook.building.errors import CyclebookError
from cyclebook.building.ledger import LEDGER, LedgerError
from cyclebook.building.measured_series import MeasuredSeries, Question, measure
from cyclebook.building.pictures import is_picture, new_picture
from cyclebook.building.publishing import Book, ready_to_judge
from cyclebook.building.release import (
    BusyError,
    Finding,
    Made,
    Manifest,
    ManifestError,
    PlaceError,
    Places,
    RefusedError,
    holds_a_release,
    read_manifest,
    release,
)
from cyclebook.building.release.earlier import EarlierRelease
from cyclebook.building.report import as_github, as_json, as_lines, as_text, count_line
from cyclebook.building.site import BrokenFilesError, compile_site
from cyclebook.catalogue import TranslationError, Voice
from cyclebook.pages import THEME, WORDS_SLOT, MarkedPage, Page
from cyclebook.reading.content_files import is_article

__all__ = [
    "LEDGER",
    "THEME",
    "WORDS_SLOT",
    "Book",
    "BrokenFilesError",
    "BusyError",
    "CompiledSite",
    "CyclebookError",
    "EarlierRelease",
    "Finding",
    "LedgerError",
    "Made",
    "Manifest",
    "ManifestError",
    "MarkedPage",
    "MeasuredSeries",
    "Page",
    "PlaceError",
    "Places",
    "Question",
    "RefusedError",
    "TranslationError",
    "Voice",
    "WordsAround",
    "as_github",
    "as_json",
    "as_lines",
    "as_text",
    "check",
    "compile_site",
    "count_line",
    "defect_words",
    "holds_a_release",
    "is_article",
    "is_picture",
    "measure",
    "new_picture",
    "read_manifest",
    "ready_to_judge",
    "release",
    "usual_paths",
    "voice_of",
]
