"""DUP: what is there more than once."""

from collections.abc import Iterable

from textlint.api import Rule, hookimpl, rules_in


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Every rule of this folder."""
    return rules_in(__name__)
