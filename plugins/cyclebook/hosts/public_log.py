"""Where the log of a build is public: what is told there of the words and numbers in files."""

import logging
import os
import re
from dataclasses import replace

from cyclebook.audit import Finding

_STRUCTURE = tuple(
    f"{host}.structure.{part}" for host in ("mkdocs", "properdocs") for part in ("pages", "nav")
)
_OF_A_LINK = re.compile(r"(?P<page>Doc file '.*?') contains an? |A .* is included in the 'nav' configuration")


def log_is_public() -> bool:
    """True where CI is set: whoever can see a public repository can read what its builds print."""
    return bool(os.environ.get("CI"))


def without_numbers(found: Finding) -> Finding:
    """A finding of the audit that says where, and neither which number nor from what it follows."""
    told = f"A number that is withheld can be worked out ({found.code})."
    return replace(found, what=told, how="Build on a machine of your own to see how.")


def veil_links() -> None:
    """From now on MkDocs says of a link that leads nowhere where it stands, and not where it should lead."""
    for name in _STRUCTURE:
        logging.getLogger(name).addFilter(_without_link)


def _without_link(record: logging.LogRecord) -> bool:
    found = _OF_A_LINK.match(record.getMessage()) if log_is_public() else None
    if found is not None:
        where = found["page"] or "The nav in mkdocs.yml"
        record.msg = f"{where} has a link that MkDocs cannot follow. A build on your own machine shows it."
        record.args = ()
    return True
