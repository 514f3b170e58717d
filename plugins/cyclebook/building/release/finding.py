"""What a gate has against a finished tree."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One reason not to publish: where in the tree, what is wrong, and how to mend it.

    `what` never repeats what was found where that may be private.
    """

    where: str
    what: str
    how: str

    def __str__(self) -> str:
        return _on_lines(f"{self.where}: {self.what}\n   {self.how}")


def listed(findings: Iterable[Finding]) -> str:
    """Findings in order, each once; what comes after the first twenty is counted."""
    every = sorted(set(findings))
    more = len(every) - MOST_SHOWN
    shown = [str(one) for one in every[:MOST_SHOWN]]
    return "\n".join([*shown, f"And {more} more." if more > 0 else ""]).rstrip("\n")


def _on_lines(text: str) -> str:
    """Text that does not steer a terminal; its lines stay."""
    return "".join(one if one.isprintable() or one == "\n" else "�" for one in text)
