"""Files to model. Every problem carries its place, what is wrong and how to mend it.

Hands on a `Library` (network, cohorts, storyboards) and a `Shelf` (articles), with all problems.
"""

from cyclebook.reading.articles import read_articles
from cyclebook.reading.library import read_library

__all__ = ["read_articles", "read_library"]
