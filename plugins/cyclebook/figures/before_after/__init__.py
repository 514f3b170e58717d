"""One thing at the start and at the end of a cycle.

Hands on: `before_after`, which makes an `Exhibit`.
"""

from cyclebook.figures.before_after.chart import before_after

__all__ = ["before_after"]
