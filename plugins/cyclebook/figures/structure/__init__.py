"""The nested structure of a network: the hub, its districts, and the teams in each.

Hands on: `nested_structure`, which makes an `Exhibit`, and `teams_told`, a district's teams in words.
"""

from cyclebook.figures.structure.diagram import nested_structure
from cyclebook.figures.structure.teams import teams_told

__all__ = ["nested_structure", "teams_told"]
