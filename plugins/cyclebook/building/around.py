"""What the site says around its pages, in the theme's own frame: the host puts it there."""

from dataclasses import dataclass
from pathlib import Path

from cyclebook.catalogue import TranslationError, Voice, _, read_translations, speaking

_ENGLISH = "en"


def voice_of(language: str, folder: Path) -> Voice:
    """The voice of a site in `language` ("es"): English, or the translation in `folder`, es.po.

    Raises `TranslationError` where there is none, or where it cannot be used.
    """
    if language.split("-")[0] == _ENGLISH:
        return Voice()
    file = folder / f"{language}.po"
    if not file.is_file():
        raise TranslationError(
            f"The theme speaks {language}, and there is no translation {folder.name}/{file.name}. "
            f"Copy messages.pot there under that name and translate it, or set language: {_ENGLISH}."
        )
    return Voice(read_translations(file, language), language=language)


@dataclass(frozen=True, slots=True)
class WordsAround:
    """Names and links of the frame, and the words of the page for an address that is not there."""

    search: str
    skip: str
    lost_title: str
    lost: str
    lost_why: str
    lost_next: str
    lost_home: str
    lost_cohorts: str
    lost_search: str


def words_around(voice: Voice) -> WordsAround:
    """The words of the frame in the language and the terms of the site."""
    with speaking(voice):
        return WordsAround(
            search=_("Search"),
            skip=_("Skip to content"),
            lost_title=_("Page not found"),
            lost=_("This page is not here"),
            lost_why=_("The address may have a typing error, or the page has been taken down."),
            lost_next=_("Where to go from here"),
            lost_home=_("Go to the home page."),
            lost_cohorts=_("See all cohorts and their teams."),
            lost_search=_("The search at the top of the page finds a school by its name."),
        )
