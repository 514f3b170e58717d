"""Figures: published facts in, charts out.

Hands on an `Exhibit` for each chart: drawings (SVG), headline, text alternative, notes, data table.
"""

from cyclebook.figures.before_after import before_after
from cyclebook.figures.dumbbells import dumbbell
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.figures.fishbones import fishbone
from cyclebook.figures.panels import MultipleCell, Multiples, measures_chart, pace_chart, small_multiples
from cyclebook.figures.predictions import predictions
from cyclebook.figures.qr_code import qr_code
from cyclebook.figures.runchart import headline, run_chart
from cyclebook.figures.shares import compared_groups, stacked_bands
from cyclebook.figures.sparkline import sparkline
from cyclebook.figures.timelines import cycle_timeline
from cyclebook.figures.unit_dots import dots

__all__ = [
    "Column",
    "DataTable",
    "Drawing",
    "Exhibit",
    "MultipleCell",
    "Multiples",
    "before_after",
    "compared_groups",
    "cycle_timeline",
    "dots",
    "dumbbell",
    "fishbone",
    "headline",
    "measures_chart",
    "pace_chart",
    "predictions",
    "qr_code",
    "run_chart",
    "small_multiples",
    "sparkline",
    "stacked_bands",
]
