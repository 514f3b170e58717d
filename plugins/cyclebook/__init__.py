"""Cyclebook: storyboards of school improvement teams, compiled into a static website."""

__version__ = "0.1.0"
