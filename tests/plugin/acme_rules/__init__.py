"""ACM: the house rules of the Acme news desk."""

from collections.abc import Iterable

from textlint.api import Rule, hookimpl, rules_in


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Every rule of this package."""
    return rules_in(__name__)
