"""lib0 var-uints: seven bits a byte, the lowest first; the top bit says that another byte follows."""


class BadVarUintError(ValueError):
    """These bytes end inside a number, or the number has too many bits."""


def read(data: bytes, at: int, *, bits: int) -> tuple[int, int]:
    """The number that begins at `at`, and where the next value begins. `bits` bounds the bytes that are looked at."""
    number, shift = 0, 0
    while at < len(data) and shift < bits:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return number, at
        shift += 7
    raise BadVarUintError


def encode(number: int) -> bytes:
    """The number in its shortest form."""
    if number < 0x80:
        return bytes((number,))
    made = bytearray()
    while number > 0x7F:
        made.append(0x80 | number & 0x7F)
        number >>= 7
    made.append(number)
    return bytes(made)


def sized(data: bytes) -> bytes:
    """The bytes behind their number."""
    return encode(len(data)) + data
