"""How we read the numbers: what eight weeks can show, for readers who never met a run chart."""

from cyclebook.catalogue import _
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import NUMBERS, Page
from cyclebook.pages.templates import fill
from cyclebook.published import EvidenceLevel


def numbers_page(frame: Frame) -> Page:
    """The rules behind every storyboard, in plain words, with the source of each."""
    sections = (
        ("weeks", _("What eight weeks can show")),
        ("levels", _("How strong the evidence is")),
        ("words", _("Words on the charts")),
        ("not", _("What we do not do")),
        ("formulas", _("Rules, formulas and their sources")),
    )
    html = fill(
        "numbers.html",
        frame=frame.at(NUMBERS),
        heading=dict(sections),
        levels=[(level.value, level.words) for level in EvidenceLevel],
    )
    told = _("What eight weekly counts can show and what they cannot, and the rules behind each page.")
    return Page(NUMBERS, _("How we read the numbers"), told, html, sections)
