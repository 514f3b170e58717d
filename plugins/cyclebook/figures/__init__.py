"""Figures: published facts in, charts out.

Hands on an `Exhibit` for each chart: drawings (SVG), headline, text alternative, notes, data table.
"""

from cyclebook.figures.dumbbells import dumbbell
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.figures.qr_code import qr_code
from cyclebook.figures.runchart import headline, run_chart
from cyclebook.figures.unit_dots import dots

__all__ = [
    "Column",
    "DataTable",
    "Drawing",
    "Exhibit",
    "dots",
    "dumbbell",
    "headline",
    "qr_code",
    "run_chart",
]
