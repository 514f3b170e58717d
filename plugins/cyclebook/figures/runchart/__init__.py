"""The annotated run chart: what a team counted each week, its goal, and the tests it ran.

Hands on: `run_chart`, which makes an `Exhibit`, and `headline`, the weeks in one sentence.
"""

from cyclebook.figures.runchart.chart import run_chart
from cyclebook.figures.runchart.words import headline

__all__ = ["headline", "run_chart"]
