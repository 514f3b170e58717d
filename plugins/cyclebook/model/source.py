"""Where a fact comes from, as a hub or a team writes it."""

from cyclebook.model.block import Block
from cyclebook.model.fields import Slug, Text, WebAddress


class SourceEntry(Block):
    """A published source. Others refer to it by its id."""

    id: Slug
    """A short name. Other keys refer to it."""
    text: Text
    """The full reference."""
    short: Text | None = None
    """The form used under a figure."""
    url: WebAddress | None = None
    """Where a reader finds it."""


class ReportedFigure(Block):
    """A figure that a source states, entered as stated and never mixed into computed totals."""

    what: Text
    """What the source counts, in words."""
    value: Text
    """The figure as the source gives it."""
    of: Text | None = None
    """The whole that it is part of, as the source gives it."""
    source: Slug
    """The source, by its id."""
