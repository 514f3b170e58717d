"""Figures: published facts in, charts out.

Hands on an `Exhibit` for each chart: drawings (SVG), headline, text alternative, notes, data table.
"""

from cyclebook.figures.before_after import before_after
from cyclebook.figures.drivers import Attached, attached, driver_diagram
from cyclebook.figures.dumbbells import dumbbell
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.figures.fishbones import fishbone
from cyclebook.figures.panels import MultipleCell, Multiples, measures_chart, pace_chart, small_multiples
from cyclebook.figures.predictions import predictions
from cyclebook.figures.qr_code import qr_code
from cyclebook.figures.runchart import headline, run_chart
from cyclebook.figures.scatter import school_scatter
from cyclebook.figures.shares import compared_groups, stacked_bands
from cyclebook.figures.sparkline import sparkline
from cyclebook.figures.structure import nested_structure, teams_told
from cyclebook.figures.timelines import cycle_timeline
from cyclebook.figures.unit_dots import dots

__all__ = [
    "Attached",
    "Column",
    "DataTable",
    "Drawing",
    "Exhibit",
    "MultipleCell",
    "Multiples",
    "attached",
    "before_after",
    "compared_groups",
    "cycle_timeline",
    "dots",
    "driver_diagram",
    "dumbbell",
    "fishbone",
    "headline",
    "measures_chart",
    "nested_structure",
    "pace_chart",
    "predictions",
    "qr_code",
    "run_chart",
    "school_scatter",
    "small_multiples",
    "sparkline",
    "stacked_bands",
    "teams_told",
]
