"""The scatter of schools: two figures of each, in four quarters, those that take part marked.

Hands on: `school_scatter`, which makes an `Exhibit`.
"""

from cyclebook.figures.scatter.chart import school_scatter

__all__ = ["school_scatter"]
