"""Walks the corridor: reads, publishes, and compiles files into the pages and downloads of a site.

Knows neither MkDocs nor a terminal; `hosts` hands it folders and takes its results.
"""

from cyclebook.building.check import check
from cyclebook.building.report import as_json, as_text, count_line
from cyclebook.building.site import BrokenFilesError, CompiledSite, SitePage, compile_site

__all__ = [
    "BrokenFilesError",
    "CompiledSite",
    "SitePage",
    "as_json",
    "as_text",
    "check",
    "compile_site",
    "count_line",
]
