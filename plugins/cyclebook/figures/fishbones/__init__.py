"""The fishbone: what a team thought might lie behind an effect, and where it found evidence.

Hands on: `fishbone`, which makes an `Exhibit`.
"""

from cyclebook.figures.fishbones.diagram import fishbone

__all__ = ["fishbone"]
