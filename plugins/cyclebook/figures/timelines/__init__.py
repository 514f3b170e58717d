"""The cycle as a line: launch, weeks, check-ins, breaks, retrospective.

Hands on: `cycle_timeline`, which makes an `Exhibit`.
"""

from cyclebook.figures.timelines.diagram import cycle_timeline

__all__ = ["cycle_timeline"]
