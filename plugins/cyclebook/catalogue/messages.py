"""A message in the words of the site: translated, in the hub's own terms, then filled with its values.

The names are those of gettext, so that its tools find the messages. Which words are in force is
set once for a whole site, or for a cohort's part of it, with `speaking`; without it, plain English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from gettext import NullTranslations

from markupsafe import Markup, escape

from cyclebook.catalogue.terms import Terms


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that a site speaks in: a translation into `language` ("es"), and the hub's own terms."""

    translations: NullTranslations = field(default_factory=NullTranslations)
    terms: Terms = field(default_factory=Terms)
    language: str = "en"

    def message(self, message: str, context: str | None = None) -> str:
        """The message in these words, not yet filled."""
        said = self.translations
        found = said.gettext(message) if context is None else said.pgettext(context, message)
        return self.terms.rename(found)

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of a message for `count`, not yet filled."""
        return self.terms.rename(self.translations.ngettext(one, many, count))


_VOICE: ContextVar[Voice] = ContextVar("voice", default=Voice())  # noqa: B039 - frozen


@contextmanager
def speaking(voice: Voice) -> Iterator[None]:
    """Speak in these words until the block ends."""
    token = _VOICE.set(voice)
    try:
        yield
    finally:
        _VOICE.reset(token)


@contextmanager
def in_terms(terms: Terms) -> Iterator[None]:
    """Keep the language and speak in these terms, and no others, until the block ends."""
    with speaking(replace(_VOICE.get(), terms=terms)):
        yield


def spoken_language() -> str:
    """The language in force, for `lang` attributes: "en"."""
    return _VOICE.get().language


def spoken_stage(stage: str) -> str | None:
    """The hub's name for a stage of a test ("plan"); None where it has none."""
    return _VOICE.get().terms.stage(stage)


def _(message: str, /, **values: object) -> str:
    """A message, its `{places}` filled with `values`. Raises KeyError for a place without a value."""
    return _VOICE.get().message(message).format(**values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same, for a word that another language may need to tell apart: "goal", "set"."""
    return _VOICE.get().message(message, context).format(**values)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form for `number` of things; `{count}` is that number with its thousands marked: "1,204"."""
    given: dict[str, object] = {"count": f"{number:,}", **values}
    return _VOICE.get().counted(one, many, number).format(**given)


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """A message that is only noted here; `_` says it where it is used."""
    return message


def in_markup(message: str, /, **values: object) -> Markup:
    """A message for a template: the message and its values are escaped, values that are markup stay."""
    return Markup(escape(_VOICE.get().message(message))).format(**values)  # noqa: S704 - escaped


def counted_in_markup(one: str, many: str, number: int, /, **values: object) -> Markup:
    """`ngettext` for a template."""
    given: dict[str, object] = {"count": f"{number:,}", **values}
    return Markup(escape(_VOICE.get().counted(one, many, number))).format(**given)  # noqa: S704 - escaped


TEMPLATE_GLOBALS = {
    "_": in_markup,
    "ngettext": counted_in_markup,
    "spoken_language": spoken_language,
    "spoken_stage": spoken_stage,
}
"""What a template's environment needs."""
