"""Files to model. Every problem carries its place, what is wrong and how to mend it.

Hands on a `Library` (network, cohorts, storyboards), a `Shelf` (articles) and `Convenings`, each with
its problems.
"""

from cyclebook.reading.articles import read_articles
from cyclebook.reading.convenings import read_convenings
from cyclebook.reading.hub_pages import read_hub_pages
from cyclebook.reading.library import read_library

__all__ = ["read_articles", "read_convenings", "read_hub_pages", "read_library"]
