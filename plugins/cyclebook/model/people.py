"""Adults who agreed to be named, and words that are no personal data: what the hub acknowledges."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag

from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import Day
from cyclebook.model.fields import Text, misread, read_text

_OF_A_STUDENT = re.compile(
    r"\b(?:students?|pupils?|child(?:ren)?|kids?|learners?|scholars?|kindergart(?:e)?ners?|graders?|freshm[ae]n|"
    r"sophomores?|seniors?|juniors?|newcomers?|minors?|"
    r"grade [0-9k]+|class of [0-9]+)\b",
    re.IGNORECASE,
)
_OF_AN_ADULT = re.compile(
    r"\b(?:teachers?|counsell?ors?|coach(?:es)?|principals?|directors?|officers?|aides?|coordinators?|"
    r"superintendents?|parents?|guardians?|mothers?|fathers?|nurses?|specialists?|administrators?|advis[eo]rs?|workers?|librarians?|"
    r"psychologists?|deans?|managers?|analysts?|sponsors?|facilitators?|researchers?|authors?|editors?|"
    r"interventionists?|liaisons?|therapists?|secretar(?:y|ies)|professors?|presidents?|clerks?|registrars?|staff)\b",
    re.IGNORECASE,
)


def is_adult(role: str) -> bool:
    """False for a role that says student, child, grade 5 and the like, and names no office of an adult."""
    return _OF_AN_ADULT.search(role) is not None or _OF_A_STUDENT.search(role) is None


def read_adult_role(given: Any) -> str:
    """A role, in words, that is none of a student."""
    role = read_text(given)
    if not is_adult(role):
        raise misread(
            "student-named",
            "Students are never named, whoever agreed.",
            "Delete the whole entry, and take the name out of the texts.",
        )
    return role


class Person(Block):
    """An adult who may be named on the site."""

    name: Text
    """The name as texts write it: first name, last name."""
    role: Annotated[str, BeforeValidator(read_adult_role)]
    """What the person does. A student is refused."""
    consent: Day
    """The day on which the person agreed to be named."""


class Allowed(Block):
    """Words that look like personal data and may stand."""

    text: Text
    """The words, exactly as they stand in the texts."""
    because: Text | None = None
    """Why they may stand."""


def _written_as(given: Any) -> str:
    return "block" if isinstance(given, dict | Allowed) else "words"


AllowedWords = Annotated[
    Annotated[Text, Tag("words")] | Annotated[Allowed, Tag("block")], Discriminator(_written_as)
]
"""Words that may stand, with or without a reason."""
