"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

It runs over all words of all texts, so it costs little: what is known of a word is remembered over
texts, words that everybody knows are compared with rare ones only, and the language is not asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, combinations, islice

from . import frequency
from .evidence import likeness
from .romanisation import blocks

CROWDED = 32
"""Words of one block that are compared: 3 was the most in 1,600 articles; lists have more."""
DIFFERENT = 20_000
"""A text of more different names is a list or a dictionary: long novels have some 5,000."""
MOST = 20_000
"""Pairs that share a block at most: an article has five, a list of codes any number."""
LAX = "en"
"""The language that refuses fewest pairs: it puts no case endings on names."""


def near_pairs(names: Collection[str]) -> set[tuple[str, str]]:
    """Pairs of lower-case words, in order, of which the words alone say that they may be one name.

    At least one of the two is no everyday word of English: of 38 inconsistencies that were found
    in other ways all were such. Another first letter is forgiven to two rare words only.
    """
    every = set(names)
    if len(every) > DIFFERENT:
        return set()
    rare = every.difference(frequency.frequent(LAX, len(every)))
    initials = {name[0] for name in rare}
    near = _sharing(rare, [name for name in every - rare if name[0] in initials])
    candidates = list(islice(near, MOST + 1))
    if len(candidates) > MOST:
        return set()
    return {pair for pair in set(candidates) if pair[0] != pair[1] and likeness(*pair, LAX)}


def _sharing(rare: Collection[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs that share a block, of rare words with one another and with the known ones."""
    keys = [blocks(name) for name in rare]
    flat = list(chain.from_iterable(keys))
    every = set(flat)
    beside = [name for name in known if not every.isdisjoint(blocks(name))]
    shared = {block for name in beside for block in blocks(name)}
    if len(every) < len(flat):
        shared.update(block for block, count in Counter(flat).items() if count > 1)
    if not shared:
        return
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for name, own in zip(rare, keys, strict=True):
        for block in shared.intersection(own):
            owners[block].append(name)
    for alike in owners.values():
        if 1 < len(alike) <= CROWDED:
            for name, other in combinations(alike, 2):
                yield _ordered(name, other)
    for name in beside:
        for block in blocks(name)[1:]:
            if len(others := owners.get(block, ())) <= CROWDED:
                for other in others:
                    yield _ordered(name, other)


def _ordered(name: str, other: str) -> tuple[str, str]:
    pair = name.lower(), other.lower()
    return pair if pair[0] < pair[1] else pair[::-1]
