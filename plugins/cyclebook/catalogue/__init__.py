"""Every sentence and label of the site's own, in one catalogue; and the hub's own words for ours.

The lowest room: it knows none of the others. What a reader sees is written in English where it
is made, inside `_()`, `ngettext()` or `pgettext()`, as gettext has it; `templates/messages.pot`
lists all of it. Authors' words never pass through here.
"""

from cyclebook.catalogue.messages import (
    N_,
    TEMPLATE_GLOBALS,
    Voice,
    _,
    in_terms,
    ngettext,
    pgettext,
    speaking,
    spoken_language,
    spoken_stage,
)
from cyclebook.catalogue.terms import Term, Terms
from cyclebook.catalogue.translations import TranslationError, read_translations

__all__ = [
    "N_",
    "TEMPLATE_GLOBALS",
    "Term",
    "Terms",
    "TranslationError",
    "Voice",
    "_",
    "in_terms",
    "ngettext",
    "pgettext",
    "read_translations",
    "speaking",
    "spoken_language",
    "spoken_stage",
]
