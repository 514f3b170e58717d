"""What stops a build: one base, so that a command can tell its own refusals from a defect."""


class CyclebookError(Exception):
    """Base of all errors of this program; the text is a plain sentence or more."""
