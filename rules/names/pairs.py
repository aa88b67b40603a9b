"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

It runs over all words of all texts, so it costs little: words that everybody knows are compared with
rare ones only, the keys of all words of a text are made in one go, and two words are looked at together
only where they share one.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, combinations, islice, repeat

from . import frequency
from .evidence import compare, hopeful, spell
from .romanisation import blocks

CROWDED = 32
"""Words of one block that are compared: 3 was the most in 1,600 articles; lists have more."""
DIFFERENT = 20_000
"""A text of more different names is a list or a dictionary: long novels have some 5,000."""
MOST = 20_000
"""Pairs that share a block at most: an article has five, a list of codes any number."""
REMEMBERED = 1 << 14
"""Everyday words whose keys are remembered: 8 MB."""
LAX = "en"
"""The language that refuses fewest pairs: it puts no case endings on names."""

_remembered: dict[str, tuple[str, ...]] = {}


def near_pairs(names: Iterable[str], language: str | None) -> list[tuple[str, str]]:
    """Pairs of lower-case words, in order, that could be one name if their surroundings agree.

    At least one of the two is no everyday word of English or of the text's language: of 38
    inconsistencies that were found in other ways all were such. Another first letter is forgiven to
    two rare words only.
    """
    every = set(names)
    if not 1 < len(every) <= DIFFERENT:
        return []
    lists = [frequency.frequent(code, len(every)) for code in {LAX, language or LAX}]
    unknown = every.difference(*lists)
    if not (rare := [name for name in unknown if not name[0].islower()]):
        return []
    initials = {name[0] for name in rare}
    candidates = _sharing(rare, [name for name in every - unknown if name[0] in initials])
    if not candidates:
        return []
    words = {*chain.from_iterable(candidates)}
    spellings = dict(zip(words, spell(words), strict=True))
    found = ((spellings[name], spellings[other]) for name, other in candidates)
    return sorted(
        {
            (min(one.lower, other.lower), max(one.lower, other.lower))
            for one, other in found
            if hopeful(one, other, language) and compare(one, other, LAX) and one.lower != other.lower
        }
    )


def _sharing(rare: list[str], known: list[str]) -> set[tuple[str, str]]:
    """Pairs that share a block, of rare words with one another and with the known ones."""
    keys = blocks(rare)
    every, shared = set[str](), set[str]()
    for own in keys:
        if not every.isdisjoint(own):
            shared.update(every.intersection(own))
        every.update(own)
    beside = [
        (name, own)
        for name, own in zip(known, _known_blocks(known), strict=True)
        if not every.isdisjoint(own)
    ]
    shared.update(*(own for _, own in beside))
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for name, own in zip(rare, keys, strict=True):
        if not shared.isdisjoint(own):
            for block in shared.intersection(own):
                owners[block].append(name)
    pairs = [combinations(alike, 2) for alike in owners.values() if 1 < len(alike) <= CROWDED]
    for name, own in beside:
        for block in own:
            if len(others := owners.get(block, ())) <= CROWDED:
                pairs.append(zip(repeat(name), others))
    found = list(islice(chain.from_iterable(pairs), MOST + 1))
    return {*found} if len(found) <= MOST else set()


def _known_blocks(known: list[str]) -> list[tuple[str, ...]]:
    """The keys of everyday words but the first, remembered: they come again in every text."""
    if missing := [name for name in known if name not in _remembered]:
        if len(_remembered) > REMEMBERED:
            _remembered.clear()
            missing = known
        _remembered.update(zip(missing, (own[1:] for own in blocks(missing)), strict=True))
    return list(map(_remembered.__getitem__, known))
