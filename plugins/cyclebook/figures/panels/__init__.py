"""Small plots of weeks, one or several in a drawing.

Hands on: `measures_chart` and `pace_chart`, which make an `Exhibit` each, and
`small_multiples`, which makes `Multiples`.
"""

from cyclebook.figures.panels.measures import measures_chart
from cyclebook.figures.panels.multiples import MultipleCell, Multiples, small_multiples
from cyclebook.figures.panels.pace import pace_chart

__all__ = ["MultipleCell", "Multiples", "measures_chart", "pace_chart", "small_multiples"]
