"""The hub's own words, handed to the catalogue."""

from cyclebook.catalogue import Term, Terms
from cyclebook.model.terms import HubTerms, TermWords


def publish_terms(written: HubTerms) -> Terms:
    """The terms that readers meet; a plural that is not written is the usual one."""
    words = {
        key: Term(value.one, value.many) if value.many else Term.named(value.one)
        for key, value in written
        if isinstance(value, TermWords)
    }
    stages = written.stages
    return Terms.of(words, dict(stages) if stages else None)
