"""A translation of the messages, read from a `.po` file as every tool for translators writes it."""

from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


class TranslationError(Exception):
    """A translation cannot be used; the text says where and why."""


def read_translations(path: Path, language: str) -> NullTranslations:
    """The translation into `language` ("es") of a `.po` file; what it leaves out stays English.

    Raises `TranslationError` where the file cannot be read, or where a translation names a place
    that its message has not: `{weeks}` for `{week}`.
    """
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=language, abort_invalid=True)
    except (OSError, PoFileError, ValueError, UnknownLocaleError) as error:
        raise TranslationError(f"{path.name} is not a translation that can be read: {error}") from None
    for wrong in _strange_places(catalog):
        raise TranslationError(f"{path.name}:{wrong}")
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _strange_places(catalog: Catalog) -> Iterator[str]:
    for message in catalog:
        if not message.id:
            continue
        known = set().union(*map(_places, _forms(message.id)))
        for form in _forms(message.string):
            for place in sorted(_places(form) - known):
                has = ", ".join(f"{{{one}}}" for one in sorted(known)) or "none"
                yield f"{message.lineno}: the message has no place {{{place}}}. It has: {has}."


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def _places(text: str) -> set[str]:
    """The names in braces; a brace that is left open is a name that no message has."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}
