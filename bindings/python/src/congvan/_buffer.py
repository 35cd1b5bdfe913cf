"""How values cross to the native library and back: one block of bytes, packed and unpacked without a copy for each field.

The classes stand in place of those that UniFFI generates under the same names; what they write and read is the same.
"""

from __future__ import annotations

import ctypes
from struct import Struct

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

_I8, _U8 = Struct(">b"), Struct(">B")
_I16, _U16 = Struct(">h"), Struct(">H")
_I32, _U32 = Struct(">i"), Struct(">I")
_I64, _U64 = Struct(">q"), Struct(">Q")
_F32, _F64 = Struct(">f"), Struct(">d")

# What a writer adds numbers with.
to_i8, to_u8 = _I8.pack, _U8.pack
to_i16, to_u16 = _I16.pack, _U16.pack
to_i32, to_u32 = _I32.pack, _U32.pack
to_i64, to_u64 = _I64.pack, _U64.pack
to_float, to_double = _F32.pack, _F64.pack

# The library is told in a number of 32 bits how many bytes there are.
LARGEST = 2**31 - 1


def _reader(form: Struct) -> Callable[[Stream], Any]:
    unpack, size = form.unpack_from, form.size

    def read(self: Stream) -> Any:
        offset = self.offset
        self.offset = offset + size
        return unpack(self.data, offset)[0]

    return read


def _writer(form: Struct) -> Callable[[Builder, Any], None]:
    pack = form.pack

    def write(self: Builder, value: Any) -> None:
        self.data += pack(value)

    return write


class Stream:
    """What came from the library, read from its beginning."""

    __slots__ = ("data", "offset")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.offset = 0

    def remaining(self) -> int:
        return len(self.data) - self.offset

    def read(self, size: int) -> bytes:
        end = self.offset + size
        if end > len(self.data):
            raise RuntimeError(f"expected {size} bytes more from the library, found {self.remaining()}")
        found = self.data[self.offset : end]
        self.offset = end
        return found

    def end(self) -> None:
        """Everything was read, and nothing beyond."""
        if self.remaining():
            raise RuntimeError(f"expected the end of what the library sent, found {self.remaining()} bytes more")

    read_i8, read_u8 = _reader(_I8), _reader(_U8)
    read_i16, read_u16 = _reader(_I16), _reader(_U16)
    read_i32, read_u32 = _reader(_I32), _reader(_U32)
    read_i64, read_u64 = _reader(_I64), _reader(_U64)
    read_float, read_double = _reader(_F32), _reader(_F64)


class Builder:
    """What goes to the library, gathered and handed over in one piece."""

    __slots__ = ("data",)

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, value: bytes) -> None:
        self.data += value

    write_i8, write_u8 = _writer(_I8), _writer(_U8)
    write_i16, write_u16 = _writer(_I16), _writer(_U16)
    write_i32, write_u32 = _writer(_I32), _writer(_U32)
    write_i64, write_u64 = _writer(_I64), _writer(_U64)
    write_float, write_double = _writer(_F32), _writer(_F64)
