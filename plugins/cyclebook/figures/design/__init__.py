"""How each kind of chart looks, designed once in Altair and compiled once to Vega.

A layout fills such a design with data; no Altair runs for a single team.
Hands on: `rendered`, and one design for each kind of chart.
"""

from cyclebook.figures.design.dumbbells import dumbbell
from cyclebook.figures.design.panels import panels
from cyclebook.figures.design.rendering import Design, rendered
from cyclebook.figures.design.runchart import run_chart
from cyclebook.figures.design.scatter import scatter
from cyclebook.figures.design.shares import shares

__all__ = ["Design", "dumbbell", "panels", "rendered", "run_chart", "scatter", "shares"]
