"""What a measure is for, in words."""

from cyclebook.catalogue import _
from cyclebook.published import Measure


def kind_word(kind: Measure) -> str:
    """ "outcome", "process", "balancing": before or after the name of a measure."""
    return {
        Measure.OUTCOME: _("outcome"),
        Measure.PROCESS: _("process"),
        Measure.BALANCING: _("balancing"),
    }[kind]
