"""Walks the corridor: reads, publishes, and compiles files into the pages and downloads of a site.

Knows neither MkDocs nor a terminal; `hosts` hands it folders and takes its results.
"""

from cyclebook.building.around import WordsAround, voice_of
from cyclebook.building.check import check, usual_paths
from cyclebook.building.defects import defect_words
from cyclebook.building.measured_series import MeasuredSeries, Question, measure
from cyclebook.building.pictures import is_picture, new_picture
from cyclebook.building.report import as_github, as_json, as_lines, as_text, count_line
from cyclebook.building.site import BrokenFilesError, CompiledSite, compile_site
from cyclebook.catalogue import TranslationError, Voice
from cyclebook.pages import THEME, WORDS_SLOT, MarkedPage, Page

__all__ = [
    "THEME",
    "WORDS_SLOT",
    "BrokenFilesError",
    "CompiledSite",
    "MarkedPage",
    "MeasuredSeries",
    "Page",
    "Question",
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
    "is_picture",
    "measure",
    "new_picture",
    "usual_paths",
    "voice_of",
]
