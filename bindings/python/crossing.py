"""What stands in the shaped module in place of how UniFFI has bytes cross: one block each way, allocated, filled and freed in one call."""

from typing import Dict

# How a converter takes a value from the library and gives it one, as a method of what it calls its own.
LIFT = """
def lift({own}, rbuf):
    stream = _UniffiRustBufferStream(rbuf.taken())
    value = {own}.read(stream)
    stream.end()
    return value
"""
LOWER = """
def lower({own}, value):
    builder = Builder()
    {own}.write(value, builder)
    return _UniffiRustBuffer.of(builder.data)
"""

# What stands in place of the generated classes of the same names; of some, nothing does.
BUFFERS: Dict[str, str] = {
    "_UniffiRustBufferStream": "from .._buffer import Builder, Stream as _UniffiRustBufferStream",
    "_UniffiRustBufferBuilder": "",
    "_UniffiForeignBytes": """
from .._buffer import LARGEST
class _UniffiForeignBytes(ctypes.Structure):
    _fields_ = [("len", ctypes.c_int32), ("data", ctypes.c_char_p)]
""",
    "_UniffiFfiConverterByRefBytes": "",
}
# What stands in place of their methods.
METHODS: Dict[str, Dict[str, str]] = {
    "_UniffiRustBuffer": {
        "alloc": """
@staticmethod
def of(data):
    status, size = _UniffiRustCallStatus(), len(data)
    if size > LARGEST:
        raise ValueError(f"expected at most {LARGEST} bytes in one call, found {size}")
    found = _UniffiLib.ffi_congvan_ffi_rustbuffer_from_bytes(_UniffiForeignBytes(size, bytes(data)), status)
    if status.code:
        _uniffi_check_call_status(None, status)
    return found
""",
        "reserve": "",
        "free": """
def free(self):
    _UniffiLib.ffi_congvan_ffi_rustbuffer_free(self, _UniffiRustCallStatus())
""",
        "alloc_with_builder": "",
        "read_with_stream": "",
        "consume_with_stream": """
def taken(self):
    data = ctypes.string_at(self.data, self.len) if self.len else b""
    self.free()
    return data
""",
    },
    "_UniffiConverterRustBuffer": {
        "lift": "@classmethod" + LIFT.format(own="cls"),
        "lower": "@classmethod" + LOWER.format(own="cls"),
    },
    "_UniffiFfiConverterString": {
        "lift": """
@staticmethod
def lift(buf):
    return buf.taken().decode("utf-8")
""",
        "lower": """
@staticmethod
def lower(value):
    return _UniffiRustBuffer.of(value.encode("utf-8"))
""",
    },
}
