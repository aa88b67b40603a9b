"""Sequences of texts and patterns that stay bytes until one is asked for.

Rules have ten thousand phrases and examples; a run over two articles asks for a hundred of them.
"""

import marshal
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from struct import Struct
from typing import Any, TypeAlias, overload

import msgspec

Plain: TypeAlias = str | tuple[Any, ...]
"""An item as it is kept: a text, or the fields of a value."""
NUMBER = Struct("<I")
BOUNDS = Struct("<II")


def pack(items: Iterable[Any]) -> bytes:
    """Texts, or values with texts as fields, as bytes: equal ones for equal items.

    Their number is first, then where each starts and the last ends, then the items; nothing for none.
    """
    if isinstance(items, Packed):
        return items.data
    plain = (item if isinstance(item, str) else msgspec.structs.astuple(item) for item in items)
    content = [marshal.dumps(item, 2) for item in plain]  # later versions tell equal texts apart
    if not content:
        return b""
    starts = accumulate(map(len, content), initial=NUMBER.size * (len(content) + 2))
    return b"".join([*map(NUMBER.pack, (len(content), *starts)), *content])


class Items(Sequence[Any]):
    """What compares and shows itself as a tuple does."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Items) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Later(Items):
    """Some items, at least one, that a function gives when they are first asked for."""

    __slots__ = ("_give", "_items")

    def __init__(self, give: Callable[[], Iterable[Any]]) -> None:
        self._give = give
        self._items: tuple[Any, ...] | None = None

    def _all(self) -> tuple[Any, ...]:
        if self._items is None:
            self._items = tuple(self._give())
        return self._items

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        return self._all()[at]


class Packed(Items):
    """A tuple that was packed; its items are made when they are asked for."""

    __slots__ = ("_make", "_size", "data")

    def __init__(self, data: bytes, make: Callable[[Plain], Any]) -> None:
        """`make` gives an item from what was kept of it."""
        self.data, self._make = data, make
        self._size = NUMBER.unpack_from(data)[0] if data else 0

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(self._size)))
        number = range(self._size)[at]
        start, end = BOUNDS.unpack_from(self.data, NUMBER.size * (number + 1))
        return self._make(marshal.loads(self.data[start:end]))  # noqa: S302 - made by `pack`
