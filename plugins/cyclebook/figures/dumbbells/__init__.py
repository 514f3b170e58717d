"""The dumbbell chart: where each team of a cohort began, where it stands, and its goal.

Hands on: `dumbbell`, which makes an `Exhibit`.
"""

from cyclebook.figures.dumbbells.chart import dumbbell

__all__ = ["dumbbell"]
