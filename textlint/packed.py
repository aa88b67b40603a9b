"""Sequences of texts and patterns that stay bytes until one is asked for.

Rules have ten thousand phrases and examples; a run over two articles asks for a hundred of them.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias, overload

import msgspec

Plain: TypeAlias = str | tuple[Any, ...]
"""An item as it is kept: a text, or the fields of a value."""
COUNT = 4
"""Bytes of the number of items, before them."""


def pack(items: Iterable[Any]) -> bytes:
    """Texts, or values with texts as fields, as bytes: equal ones for equal items."""
    if isinstance(items, Packed):
        return items.data
    plain = [item if isinstance(item, str) else msgspec.structs.astuple(item) for item in items]
    if not plain:
        return b""
    # Later versions of the form tell equal texts apart.
    return len(plain).to_bytes(COUNT, "little") + marshal.dumps(plain, 2)


class Packed(Sequence[Any]):
    """A tuple that was packed; its items are made when they are asked for."""

    __slots__ = ("_make", "_plain", "data")

    def __init__(self, data: bytes, make: Callable[[Plain], Any]) -> None:
        """`make` gives an item from what was kept of it."""
        self.data, self._make = data, make
        self._plain: list[Plain] | None = None

    @property
    def _items(self) -> list[Plain]:
        if self._plain is None:
            kept = memoryview(self.data)[COUNT:]
            self._plain = marshal.loads(kept) if kept else []  # noqa: S302 - made by `pack`
        return self._plain

    def __bool__(self) -> bool:
        return bool(self.data)

    def __len__(self) -> int:
        return int.from_bytes(self.data[:COUNT], "little")

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return tuple(self)[at]
        return self._make(self._items[at])

    def __iter__(self) -> Iterator[Any]:
        return map(self._make, self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Packed) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
