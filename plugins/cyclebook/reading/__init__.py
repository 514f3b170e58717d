"""Files to model. Every problem carries its place, what is wrong and how to mend it.

Hands on a `Library`: network, cohorts, storyboards, and all problems found on the way.
"""

from cyclebook.reading.library import read_library

__all__ = ["read_library"]
