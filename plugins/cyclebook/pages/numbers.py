"""How we read the numbers: what eight weeks can show, for readers who never met a run chart."""

from cyclebook.pages.frame import Frame
from cyclebook.pages.page import NUMBERS, Page
from cyclebook.pages.templates import fill
from cyclebook.published import EvidenceLevel


def numbers_page(frame: Frame) -> Page:
    """The rules behind every storyboard, in plain words, with the source of each."""
    sections = (
        ("weeks", "What eight weeks can show"),
        ("levels", "How strong the evidence is"),
        ("words", "Words on the charts"),
        ("not", "What we do not do"),
        ("formulas", "Rules, formulas and their sources"),
    )
    html = fill(
        "numbers.html",
        frame=frame.at(NUMBERS),
        heading=dict(sections),
        levels=[(level.value, level.words) for level in EvidenceLevel],
    )
    told = "What eight weekly counts can show and what they cannot, and the rules behind each page."
    return Page(NUMBERS, "How we read the numbers", told, html, sections)
