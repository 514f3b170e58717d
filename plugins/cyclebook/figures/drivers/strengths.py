"""How much a driver is thought to matter, in words."""

from cyclebook.catalogue import _
from cyclebook.published import Strength


def strength_word(strength: Strength) -> str:
    """ "strong": in the column of links."""
    return {
        Strength.STRONG: _("strong"),
        Strength.MODERATE: _("moderate"),
        Strength.WEAK: _("weak"),
    }[strength]


def link_words(strength: Strength) -> str:
    """ "strong link": beside the name of a driver."""
    return {
        Strength.STRONG: _("strong link"),
        Strength.MODERATE: _("moderate link"),
        Strength.WEAK: _("weak link"),
    }[strength]
