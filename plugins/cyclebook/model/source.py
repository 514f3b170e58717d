"""Where a fact comes from, as a hub or a team writes it."""

from cyclebook.model.block import Block
from cyclebook.model.fields import Slug, Text, WebAddress


class SourceEntry(Block):
    """A published source. Others refer to it by its `id`."""

    id: Slug
    text: Text
    """The full reference."""
    short: Text | None = None
    """The form used under a figure."""
    url: WebAddress | None = None


class ReportedFigure(Block):
    """A figure that a source states, entered as stated and never mixed into computed totals."""

    what: Text
    value: Text
    of: Text | None = None
    source: Slug
