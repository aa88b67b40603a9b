"""A table of texts that is read where it lies: loading it costs nothing, however much it holds.

Lists of ten thousand phrases take longer to be read back as a `dict` than an article takes to be
linted, and an article asks for a few dozen lines. So entries stay bytes, in buckets by the CRC-32 of
their keys (after D. J. Bernstein's "constant database"): a look-up searches one bucket of about two.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from struct import Struct
from zlib import crc32

PER_BUCKET = 2
"""Entries of a bucket, on average: fewer make the index longer than what it saves."""
_BOUNDS = Struct("<II")
_NUMBER = Struct("<I")


class Table:
    """Texts by key, as `Table.pack` laid them out. Look-ups are like a mapping's."""

    __slots__ = ("_buckets", "_data")

    def __init__(self, data: bytes) -> None:
        self._data = data
        (self._buckets,) = _NUMBER.unpack_from(data)

    @classmethod
    def pack(cls, entries: Mapping[str, str] | Iterable[tuple[str, str]]) -> bytes:
        """The bytes of a table. ValueError for a key or text with a line break or a tab."""
        found = dict(entries)
        buckets: list[list[bytes]] = [[] for _ in range(max(1, len(found) // PER_BUCKET))]
        for key, text in found.items():
            if any(mark in key or mark in text for mark in "\n\t"):
                raise ValueError(f"a line break or a tab in {key!r} or {text!r}")
            name = _encoded(key)
            buckets[crc32(name) % len(buckets)].append(b"\n%b\t%b" % (name, _encoded(text)))
        content = [b"".join([*bucket, b"\n"]) for bucket in buckets]
        at = _NUMBER.size * (len(buckets) + 2)
        bounds = accumulate(map(len, content), initial=at)
        return b"".join([*map(_NUMBER.pack, (len(buckets), *bounds)), *content])

    def get(self, key: str) -> str | None:
        """The text of a key, None where it has none. The key holds no line break and no tab."""
        name = _encoded(key)
        data = self._data
        at = _NUMBER.size * (1 + crc32(name) % self._buckets)
        start, end = _BOUNDS.unpack_from(data, at)
        found = data.find(b"\n%b\t" % name, start, end)
        if found < 0:
            return None
        value = found + len(name) + 2
        return data[value : data.index(b"\n", value, end)].decode("utf-8", "surrogatepass")

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        """Every key, in no order that means anything; reads the whole table."""
        (start,) = _NUMBER.unpack_from(self._data, _NUMBER.size)
        for line in self._data[start:].decode("utf-8", "surrogatepass").split("\n"):
            if line:
                yield line.partition("\t")[0]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
