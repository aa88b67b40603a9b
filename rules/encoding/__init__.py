"""ENC: bytes read in the wrong encoding, and what that leaves in the text."""

from collections.abc import Iterable

from textlint.api import Rule, hookimpl, rules_in


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Every rule of this folder."""
    return rules_in(__name__)
