"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

It runs over all words of all texts, so it costs little: words that everybody knows are compared with
rare ones only, the block keys of a word are remembered, and two words are looked at together only where
they share one. Most that do so do it by chance: what tells that is asked first.
"""

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain, combinations, compress, islice, repeat
from operator import itemgetter, not_
from typing import TypeAlias, cast

from . import frequency
from .distance import edits
from .evidence import MOST_EDITS, TWO, Likeness, Spelling, compare, hopeful, spell
from .romanisation import SOLID, blocks, fold, fold_all

CROWDED = 32
"""Words of one block that are compared: 3 was the most in 1,600 articles; lists have more."""
DIFFERENT = 20_000
"""A text of more different names is a list or a dictionary: long novels have some 5,000."""
MOST = 20_000
"""Pairs that share a block at most: an article has five, a list of codes any number."""
LONGEST = 40
"""Letters of a name at most: what is longer is no word. Acronyms are not compared either."""
REMEMBERED = 1 << 14
"""Words whose blocks are remembered, and pairs whose verdicts are: 8 MB and 5 MB."""
LAX = "en"
"""The language that refuses fewest pairs: it puts no case endings on names."""

Pair: TypeAlias = tuple[str, str]
Asked: TypeAlias = tuple[str, str, str | None]
_remembered: dict[str, tuple[str, ...]] = {}
_verdicts: dict[Asked, Likeness | None] = {}


def near_pairs(names: set[str], language: str | None) -> dict[Pair, Likeness]:
    """Pairs of lower-case words, in order, that could be one name if their surroundings agree.

    At least one of the two is no everyday word of English or of the text's language: of 38
    inconsistencies that were found in other ways all were such. Another first letter is forgiven to
    two rare words only.
    """
    if not 1 < len(names) <= DIFFERENT:
        return {}
    unknown = names - frequency.frequent(LAX, len(names))
    if language not in (None, LAX):  # one after the other: `difference` walks through a second list
        unknown -= unknown & frequency.frequent(language, len(names))
    rare = [name for name in unknown if len(name) <= LONGEST and not name[-1].isupper()]
    if not rare:
        return {}
    pairs = _candidates(rare, names - unknown)
    return _judged(pairs, language) if pairs else {}


def _judged(pairs: Collection[Pair], language: str | None) -> dict[Pair, Likeness]:
    """Those of the pairs that could be one name, in lower case and in order, with their likeness."""
    if len(_verdicts) > REMEMBERED:
        _verdicts.clear()
    asked = {(*pair, language) for pair in map(_ordered, pairs)}
    if new := asked.difference(_verdicts):
        _judge(new)
    return {
        _ordered((one.lower(), other.lower())): alike
        for one, other, _ in asked
        if (alike := _verdicts[one, other, language])
    }


def _judge(new: set[Asked]) -> None:
    """Remember the verdicts on pairs."""
    words = [*{*chain.from_iterable(map(itemgetter(0, 1), new))}]
    plain = dict(zip(words, fold_all(words), strict=True))
    _verdicts.update(dict.fromkeys(new))
    apart = {pair: _distance(plain[pair[0]], plain[pair[1]]) for pair in new}
    near = [(pair, count) for pair, count in apart.items() if count is not None]
    words = [*{*chain.from_iterable(pair[:2] for pair, _ in near)}]
    spellings = dict(zip(words, spell(words), strict=True)) if words else {}
    for pair, count in near:
        one, other = spellings[pair[0]], spellings[pair[1]]
        if count <= TWO or one.key == other.key:
            _verdicts[pair] = _verdict(one, other, pair[2])


def _distance(plain: str, other: str) -> int | None:
    """The edits between two folded words; None where they are too many, told without their keys.

    Most that share a block do so by chance. Three edits need one key, which must have all solid letters.
    """
    first, second = {*plain}, {*other}
    gone, come = first - second, second - first  # an edit takes one letter and brings one at most
    most = MOST_EDITS if SOLID.isdisjoint(gone) and SOLID.isdisjoint(come) else TWO
    if len(gone) > most or len(come) > most or abs(len(plain) - len(other)) > most:
        return None
    found = edits(plain, other, most + 1)
    return found if found <= most else None


def _verdict(one: Spelling, other: Spelling, language: str | None) -> Likeness | None:
    if one.lower == other.lower:
        return None
    if one.lower > other.lower:
        one, other = other, one
    alike = hopeful(one, other, language)
    return alike if alike and (language == LAX or compare(one, other, LAX)) else None


def _ordered(pair: Pair) -> Pair:
    return pair if pair[0] < pair[1] else pair[::-1]


def _candidates(rare: Collection[str], known: Collection[str]) -> Collection[Pair]:
    """Pairs of words that share a block, of rare words with one another and with the known ones."""
    keys = _blocks(rare)
    firsts = {own[1][:1] for own in keys}
    if "h" in firsts:
        firsts.add("k")  # of Kh
    known = [name for name in known if _initial(name[0]) in firsts]
    beside = _blocks(known)
    every, shared = set[str](), set[str]()
    for own in keys:
        if not every.isdisjoint(own):
            shared |= every.intersection(own)
        every.update(own)
    apart = map(every.isdisjoint, beside)
    met = list(compress(zip(known, beside, strict=True), map(not_, apart)))
    for _, own in met:
        shared |= every.intersection(own)
    if not shared:
        return []
    owners: defaultdict[str, list[str]] = defaultdict(list)
    apart = map(shared.isdisjoint, keys)
    for name, own in compress(zip(rare, keys, strict=True), map(not_, apart)):
        for block in shared.intersection(own):
            owners[block].append(name)
    pairs: list[Iterable[Pair]] = [
        combinations(alike, 2) for alike in owners.values() if 1 < len(alike) <= CROWDED
    ]
    for name, own in met:
        alike = (owners[block] for block in shared.intersection(own[1:]))
        pairs += [zip(repeat(name), others) for others in alike if len(others) <= CROWDED]
    found = list(islice(chain.from_iterable(pairs), MOST + 1))
    return {*found} if len(found) <= MOST else []


@functools.lru_cache(1 << 10)
def _initial(letter: str) -> str:
    """The letter that the block keys of names with this first one begin with."""
    return fold(letter.lower())[:1]


def _blocks(names: Collection[str]) -> list[tuple[str, ...]]:
    """The block keys of names, remembered: most come again in other texts."""
    found = list(map(_remembered.get, names))
    if None in found:
        if len(_remembered) > REMEMBERED:
            _remembered.clear()
        missing = [name for name in names if name not in _remembered]
        _remembered.update(zip(missing, blocks(missing), strict=True))
        return list(map(_remembered.__getitem__, names))
    return cast("list[tuple[str, ...]]", found)
