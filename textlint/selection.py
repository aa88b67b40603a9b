"""Which rules run: codes, prefixes and names to a set of rules."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from textlint.config import Settings
from textlint.packs import nearest
from textlint.reports import Described
from textlint.rule import Rule
from textlint.sources import FAULTS

ALL = "ALL"
Words: TypeAlias = tuple[str, str, tuple[str, ...]]
"""A rule's code, name and aliases."""
EXACT = 100
"""How specific a full code or a name is; a prefix is as specific as it is long, ALL not at all."""


class SelectionError(ValueError):
    """A code, prefix or name (`word`) that no rule bears."""

    def __init__(self, word: str, names: Iterable[str], several: Sequence[str] = ()) -> None:
        """`several`: the codes that the word stands for where one is wanted."""
        if several:
            message = f"{word!r} stands for {', '.join(several)}: name one of them"
        else:
            message = f"unknown rule {word!r}{nearest(word, names)}"
        super().__init__(message)
        self.word = word


def select(rules: Mapping[str, Rule], settings: Settings) -> dict[str, Rule]:
    """The rules that run under the settings, by code.

    The more specific word wins where one selects a rule and another ignores it, `ignore` on a tie. A
    rule selected by its full code or name runs whatever its severity. SelectionError for unknown words.
    """
    wanted = [*(settings.select or (ALL,)), *settings.extend_select]
    _verify(rules, [*wanted, *settings.ignore])
    chosen: dict[str, Rule] = {}
    for code, rule in rules.items():
        words = (code, rule.name, rule.aliases)
        selected = _specificity(words, wanted)
        if not _wins(words, wanted, settings.ignore) or (rule.preview and not settings.preview):
            continue
        if selected == EXACT or rule.severity >= settings.threshold:
            chosen[code] = rule
    return chosen


def faults(settings: Settings) -> frozenset[str]:
    """The codes of reader's faults that are reported: all but those that `ignore` names.

    They need not be selected: a record that cannot be read is news to whoever asks for one rule.
    """
    wanted = [ALL, *settings.select, *settings.extend_select]
    return frozenset(
        code
        for code, fault in FAULTS.items()
        if _wins((code, fault.name, ()), wanted, settings.ignore)
    )


def find(known: Mapping[str, Described], word: str) -> str:
    """The code of the one rule that a code or name stands for. SelectionError where it is none's."""
    for code, rule in known.items():
        if _bears(code, rule.name, getattr(rule, "aliases", ()), word) == EXACT:
            return code
    names = [name for code, rule in known.items() for name in (code, rule.name)]
    raise SelectionError(word, names, sorted(code for code in known if code.startswith(word)))


def _wins(rule: Words, wanted: Iterable[str], ignored: Iterable[str]) -> bool:
    """Whether a rule is selected more specifically than it is ignored."""
    selected, against = _specificity(rule, wanted), _specificity(rule, ignored)
    return selected is not None and (against is None or selected > against)


def _specificity(rule: Words, words: Iterable[str]) -> int | None:
    """How specifically the words name the rule, at best; None where none does."""
    found = (_bears(*rule, word) for word in words)
    return max((specificity for specificity in found if specificity is not None), default=None)


def _bears(code: str, name: str, aliases: tuple[str, ...], word: str) -> int | None:
    """How specifically a word names the rule; None where it does not."""
    if word in (code, name, *aliases):
        return EXACT
    if word == ALL:
        return 0
    return len(word) if word and code.startswith(word) else None


def _verify(rules: Mapping[str, Rule], words: Iterable[str]) -> None:
    described = [(r.code, r.name, r.aliases) for r in rules.values()]
    described += [(fault.code, fault.name, ()) for fault in FAULTS.values()]
    for word in words:
        if not any(_bears(*rule, word) is not None for rule in described):
            names = [name for code, name, aliases in described for name in (code, name, *aliases)]
            categories = sorted({code[:3] for code, *_ in described})
            raise SelectionError(word, [*categories, *names])
