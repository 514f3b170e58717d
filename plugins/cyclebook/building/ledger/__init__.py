"""The ledger: every fact ever published, so that no release gives away what an earlier one withheld.

Nothing published is forgotten. What stands here is what readers had; raw numbers never come in.
"""

from cyclebook.building.ledger.damage import LEDGER, LedgerError
from cyclebook.building.ledger.entries import Ledger, append, ledger_problems, read_ledger, require_ledger
from cyclebook.building.ledger.facts import Fact, Kind, facts_of
from cyclebook.building.ledger.judgement import Verdict, judge

__all__ = [
    "LEDGER",
    "Fact",
    "Kind",
    "Ledger",
    "LedgerError",
    "Verdict",
    "append",
    "facts_of",
    "judge",
    "ledger_problems",
    "read_ledger",
    "require_ledger",
]
