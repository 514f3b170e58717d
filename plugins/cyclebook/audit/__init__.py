"""Reads a finished site as an outsider would, and tries to recover what was kept back.

It shares no code with the other rooms: what they got wrong, it must not repeat.
It hands on findings, and how much it read.
"""

from cyclebook.audit.auditing import audit_site
from cyclebook.audit.findings import Audit, Finding, UnreadableSite

__all__ = ["Audit", "Finding", "UnreadableSite", "audit_site"]
