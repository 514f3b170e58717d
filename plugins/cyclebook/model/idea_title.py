"""When two titles are one idea: the same words, whatever their case and white space."""


def folded(title: str) -> str:
    """The title without differences of case and white space.

    >>> folded(" Breakfast in  the Classroom")
    'breakfast in the classroom'
    """
    return " ".join(title.casefold().split())
