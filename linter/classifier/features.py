"""What the classifiers see of a text: hashed word n-grams and pieces of words, computed with numpy from spaCy's word ids.

A feature is a bucket number. Which buckets a token sequence fills depends on nothing but its keys, so that training and
use, today and tomorrow, agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 31  # so many that two n-grams hardly ever share one; a model keeps only those seen in training
_MASK = np.uint64(BUCKETS - 1)
_PRIMES = tuple(np.uint64(p) for p in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93))
_SHIFT = np.uint64(29)
Ids = NDArray[np.uint64]
Buckets = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """Buckets, and for each the first token it came from and how many tokens it covers."""

    buckets: Buckets
    tokens: NDArray[np.int64]
    lengths: NDArray[np.int64]


def mix(ids: Ids, salt: int) -> Ids:
    """Scatter ids so that low bits depend on all bits; `salt` keeps kinds of features apart."""
    with np.errstate(over="ignore"):
        mixed = (ids + np.uint64(salt) * _PRIMES[3]) * _PRIMES[0]
        mixed = (mixed ^ (mixed >> _SHIFT)) * _PRIMES[1]
        return np.asarray(mixed ^ (mixed >> _SHIFT), dtype=np.uint64)


def ngrams(ids: Ids, breaks: NDArray[np.bool_], longest: int = 2, salt: int = 0) -> Features:
    """Word n-grams that do not cross a break (`breaks[i]`: token i begins a sentence)."""
    total = len(ids)
    buckets = [mix(ids, salt + 1)]
    tokens = [np.arange(total)]
    lengths = [np.ones(total, dtype=np.int64)]
    segment = np.cumsum(breaks)
    current = ids
    with np.errstate(over="ignore"):
        for length in range(2, longest + 1):
            if total < length:
                break
            current = mix(current[:-1], length) + ids[length - 1 :] * _PRIMES[2]
            whole = segment[: total - length + 1] == segment[length - 1 :]
            buckets.append(mix(current[whole], salt + length))
            tokens.append(np.nonzero(whole)[0])
            lengths.append(np.full(int(whole.sum()), length, dtype=np.int64))
    joined = (np.concatenate(buckets) & _MASK).astype(np.int64)
    return Features(joined, np.concatenate(tokens), np.concatenate(lengths))


def pieces(word: str) -> list[str]:
    """The beginning and the ending of a word, which let unseen forms of it be recognised."""
    return ["^" + word[:5], "$" + word[-4:]] if len(word) > 4 and word[0].isalpha() else []
