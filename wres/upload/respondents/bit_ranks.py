"""Many bits in their order: where the set ones at chosen ranks stand, without listing all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_WORD = 64
_ONES, _HIGHEST = np.uint64(0x0101010101010101), np.uint64(0x8080808080808080)
_THREE, _BYTE, _LAST_BYTE = np.uint64(3), np.uint64(8), np.uint64(56)
Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]


def bits_of(mask: npt.NDArray[np.bool_]) -> Bits:
    """Return a bit for each value, in whole words."""
    bits = np.zeros(-(-len(mask) // _WORD) * 8, np.uint8)
    bits[: -(-len(mask) // 8)] = np.packbits(mask, bitorder="little")
    return bits


def where(bits: Bits) -> Ints:
    """Return where bits are set; it is made for few."""
    words = bits.view("<u8")
    some = np.flatnonzero(words != 0)
    found = np.flatnonzero(np.unpackbits(words[some].view(np.uint8), bitorder="little"))
    places: Ints = some[found // _WORD] * _WORD + found % _WORD
    return places


def of_every_run(bits: Bits, width: int, wanted: Sequence[int]) -> Ints | None:
    """Return where the wanted ones of every ``width`` bits that are set stand, a line for each run.

    ``wanted`` is in order and counts from 0 within a run. None where the last run is not whole.
    """
    # By byte: how many there are in it and in those before it in the same word.
    sums = np.bitwise_count(bits).view("<u8") * _ONES
    own = (sums >> _LAST_BYTE).view(np.int64)
    until = np.cumsum(own)
    runs, rest = divmod(int(until[-1]), width)
    if rest:
        return None
    words = _words_of(until, width, wanted)
    ranks = (np.arange(runs)[:, None] * width + np.array(wanted)).ravel()
    ranks -= (until - own).take(words)
    return _in_words(bits, sums, words, ranks).reshape(runs, len(wanted))


def _words_of(until: Ints, width: int, wanted: Sequence[int]) -> Ints:
    """The word each of the wanted is in, in order: each word again for so many as it has."""
    runs = until // width
    met = runs * len(wanted) + np.searchsorted(wanted, np.arange(width)).take(until - runs * width)
    words: Ints = np.repeat(np.arange(len(met)), np.diff(met, prepend=0))
    return words


def _in_words(bits: Bits, sums: Words, words: Ints, ranks: Ints) -> Ints:
    """Where the bit of each rank within its word stands.

    Bytes with no more up to their end than the rank come before it: they are told by their highest
    bit, which a subtraction takes away from all others.
    """
    own, rank = sums.take(words), ranks.view(np.uint64)
    passed = np.bitwise_count(((rank * _ONES | _HIGHEST) - own) & _HIGHEST)
    before = (own << _BYTE) >> (passed.astype(np.uint64) << _THREE) & np.uint64(255)
    at = words * 8 + passed
    byte = bits.take(at).astype(np.int64)
    found: Ints = at * 8 + _BIT_OF_RANK.take(byte * 8 + (rank - before).view(np.int64))
    return found


def _bit_of_rank() -> npt.NDArray[np.int64]:
    """By byte and rank: the bit of that rank."""
    found = np.zeros((256, 8), np.int64)
    for byte in range(256):
        bits = [bit for bit in range(8) if byte >> bit & 1]
        found[byte, : len(bits)] = bits
    return found.ravel()


_BIT_OF_RANK = _bit_of_rank()
