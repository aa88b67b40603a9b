"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

It runs over all words of all texts, so it costs little: words that everybody knows are compared with
rare ones only, the keys of all words of a text are made in one go, and two words are looked at together
only where they share one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain, combinations, islice, repeat
from typing import TypeAlias, cast

from . import frequency
from .evidence import Likeness, Spelling, compare, hopeful, spell
from .romanisation import Shape, blocks, may_share, shapes, share_block

CROWDED = 32
"""Words of one block that are compared: 3 was the most in 1,600 articles; lists have more."""
DIFFERENT = 20_000
"""A text of more different names is a list or a dictionary: long novels have some 5,000."""
MOST = 20_000
"""Pairs that share a block at most: an article has five, a list of codes any number."""
BLOCKS = 42
"""Blocks that two names share at most."""
LONGEST = 40
"""Letters of a name at most: what is longer is no word. Acronyms are not compared either."""
REMEMBERED = 1 << 14
"""Words whose shapes are remembered, and pairs whose verdicts are: 5 MB each."""
LAX = "en"
"""The language that refuses fewest pairs: it puts no case endings on names."""

Pair: TypeAlias = tuple[str, str]
_remembered: dict[str, Shape] = {}
_verdicts: dict[tuple[str, str, str | None], Likeness | None] = {}


def near_pairs(names: Iterable[str], language: str | None) -> dict[Pair, Likeness]:
    """Pairs of lower-case words, in order, that could be one name if their surroundings agree.

    At least one of the two is no everyday word of English or of the text's language: of 38
    inconsistencies that were found in other ways all were such. Another first letter is forgiven to
    two rare words only.
    """
    every = set(names)
    if not 1 < len(every) <= DIFFERENT:
        return {}
    unknown = every - frequency.frequent(LAX, len(every))
    if language not in (None, LAX):  # one after the other: `difference` walks through a second list
        unknown -= unknown & frequency.frequent(language, len(every))
    rare = [name for name in unknown if len(name) <= LONGEST and not name[-1].isupper()]
    if not rare:
        return {}
    return _judged(_candidates(_shapes(rare), _shapes(every - unknown)), language)


def _judged(pairs: list[Pair], language: str | None) -> dict[Pair, Likeness]:
    """Those of the pairs that could be one name, in lower case and in order, with their likeness."""
    if len(_verdicts) > REMEMBERED:
        _verdicts.clear()
    asked = {(*pair, language) for pair in map(_ordered, pairs)}
    if new := asked.difference(_verdicts):
        words = {*chain.from_iterable(pair[:2] for pair in new)}
        spellings = dict(zip(words, spell(words), strict=True))
        for pair in new:
            _verdicts[pair] = _verdict(spellings[pair[0]], spellings[pair[1]], language)
    found = ((pair, _verdicts[pair]) for pair in asked)
    return {
        _ordered((one.lower(), other.lower())): alike for (one, other, _), alike in found if alike
    }


def _verdict(one: Spelling, other: Spelling, language: str | None) -> Likeness | None:
    if one.lower == other.lower:
        return None
    if one.lower > other.lower:
        one, other = other, one
    alike = hopeful(one, other, language)
    return alike if alike and (language == LAX or compare(one, other, LAX)) else None


def _ordered(pair: Pair) -> Pair:
    return pair if pair[0] < pair[1] else pair[::-1]


def _candidates(rare: list[Shape], known: list[Shape]) -> list[Pair]:
    """Pairs of words that share a block, of rare words with one another and with the known ones.

    In a text of few names those with one first letter are compared with each other. In one of many
    the blocks are written down.
    """
    initials: defaultdict[str, list[Shape]] = defaultdict(list)
    for shape in rare:
        initials[shape[1][:1]].append(shape)
    if max(map(len, initials.values()), default=0) > CROWDED:
        return _sharing(rare, known)
    beside: dict[str, list[Shape]] = {initial: [] for initial in initials}
    for shape in known:
        if (others := beside.get(shape[1][:1])) is not None:
            others.append(shape)
    pairs = []
    for initial, alike in initials.items():
        others = beside[initial]
        for one in alike:
            if others:
                near = may_share(one, others)
                pairs += [(one[0], other[0]) for other in near if share_block(one, other)]
            others.append(one)
    if len({shape[2] for shape in rare}) < len(rare):
        skeletons: defaultdict[str, list[Shape]] = defaultdict(list)
        for shape in rare:
            skeletons[shape[2]].append(shape)
        if max(map(len, skeletons.values())) > CROWDED:
            return _sharing(rare, known)
        pairs += [
            (one.surface, other.surface)
            for alike in skeletons.values()
            for one, other in combinations(alike, 2)
            if one.plain[:1] != other.plain[:1]
        ]
    return pairs if len(pairs) <= MOST // BLOCKS else _sharing(rare, known)


def _sharing(rare: list[Shape], known: list[Shape]) -> list[Pair]:
    """The same from the blocks."""
    every, shared = set[str](), set[str]()
    keys = list(map(blocks, rare))
    for own in keys:
        shared.update(every.intersection(own))
        every.update(own)
    beside = [(shape.surface, blocks(shape)[1:]) for shape in known]
    beside = [(name, own) for name, own in beside if not every.isdisjoint(own)]
    shared.update(*(own for _, own in beside))
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for shape, own in zip(rare, keys, strict=True):
        for block in shared.intersection(own):
            owners[block].append(shape.surface)
    pairs: list[Iterable[Pair]] = [
        combinations(alike, 2) for alike in owners.values() if len(alike) <= CROWDED
    ]
    for name, own in beside:
        pairs += [
            zip(repeat(name), others)
            for block in own
            if len(others := owners.get(block, ())) <= CROWDED
        ]
    found = list(islice(chain.from_iterable(pairs), MOST + 1))
    if len(found) > MOST:
        return []
    named = {shape.surface: shape for shape in chain(rare, known)}
    return [pair for pair in {*found} if may_share(named[pair[0]], [named[pair[1]]])]


def _shapes(names: Collection[str]) -> list[Shape]:
    """The shapes of names, remembered: most come again in other texts."""
    found = list(map(_remembered.get, names))
    if None in found:
        if len(_remembered) > REMEMBERED:
            _remembered.clear()
        missing = [name for name in names if name not in _remembered]
        _remembered.update(zip(missing, shapes(missing), strict=True))
        return list(map(_remembered.__getitem__, names))
    return cast("list[Shape]", found)
