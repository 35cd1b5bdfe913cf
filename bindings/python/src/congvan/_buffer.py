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

# A text has its length before it.
_SIZE = _I32.unpack_from


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

    @classmethod
    def from_rust_buffer(cls, buffer: Any) -> Stream:
        return cls(ctypes.string_at(buffer.data, buffer.len) if buffer.len else b"")

    def remaining(self) -> int:
        return len(self.data) - self.offset

    def read(self, size: int) -> bytes:
        end = self.offset + size
        if end > len(self.data):
            raise RuntimeError(f"expected {size} bytes more from the library, found {self.remaining()}")
        found = self.data[self.offset : end]
        self.offset = end
        return found

    def read_text(self) -> str:
        data, start = self.data, self.offset + 4
        end = start + _SIZE(data, self.offset)[0]
        if not start <= end <= len(data):
            raise RuntimeError(f"expected a text of {end - start} bytes, found {len(data) - start} bytes more from the library")
        self.offset = end
        return str(data[start:end], "utf-8")

    def read_flag(self) -> bool:
        offset = self.offset
        self.offset = offset + 1
        flag = self.data[offset]
        if flag > 1:
            raise RuntimeError(f"expected 0 or 1 from the library, found {flag}")
        return flag == 1

    read_i8, read_u8 = _reader(_I8), _reader(_U8)
    read_i16, read_u16 = _reader(_I16), _reader(_U16)
    read_i32, read_u32 = _reader(_I32), _reader(_U32)
    read_i64, read_u64 = _reader(_I64), _reader(_U64)
    read_float, read_double = _reader(_F32), _reader(_F64)


class Builder:
    """What goes to the library, gathered and handed over in one piece."""

    __slots__ = ("data",)

    # Set beside the generated functions: how the library allocates.
    allocate: Callable[[int], Any]

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, value: bytes) -> None:
        self.data += value

    def finalize(self) -> Any:
        size = len(self.data)
        buffer = self.allocate(size)
        if size:
            ctypes.memmove(buffer.data, bytes(self.data), size)
        buffer.len = size
        return buffer

    write_i8, write_u8 = _writer(_I8), _writer(_U8)
    write_i16, write_u16 = _writer(_I16), _writer(_U16)
    write_i32, write_u32 = _writer(_I32), _writer(_U32)
    write_i64, write_u64 = _writer(_I64), _writer(_U64)
    write_float, write_double = _writer(_F32), _writer(_F64)


class Filling:
    """A builder for as long as something is written into it; the library has allocated nothing if that fails."""

    __slots__ = ("builder",)

    def __init__(self, builder: Builder) -> None:
        self.builder = builder

    def __enter__(self) -> Builder:
        return self.builder

    def __exit__(self, *raised: object) -> None:
        return None


class Reading:
    """A stream over a buffer of the library, which is given back at the end if it is ours, whatever happened."""

    __slots__ = ("buffer", "owned", "stream")

    def __init__(self, buffer: Any, owned: bool) -> None:
        self.buffer = buffer
        self.owned = owned

    def __enter__(self) -> Stream:
        self.stream = Stream.from_rust_buffer(self.buffer)
        return self.stream

    def __exit__(self, kind: object, *raised: object) -> None:
        if self.owned:
            self.buffer.free()
        if kind is None and self.stream.remaining():
            raise RuntimeError(f"expected the end of what the library sent, found {self.stream.remaining()} bytes more")
