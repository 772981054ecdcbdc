"""How much of everything a file may have."""

from typing import Final

from msgspec import Struct

MB: Final = 1024 * 1024


class FileLimits(Struct, frozen=True):
    """What is taken, and what is kept of it.

    `sent`: bytes as it comes. `kept`: bytes as it is kept, in the records database. `pixels` of a picture, as it comes;
    phones make some with 50 million. `side`: of a picture as it is kept, its longer one. `seconds`, `memory` (bytes):
    that opening a file may take. `at_once`: files that are opened at the same time.
    """

    sent: int = 10 * MB
    kept: int = 5 * MB
    pixels: int = 52_000_000
    side: int = 3_000
    pages: int = 30
    seconds: float = 20.0
    memory: int = 1024 * MB
    at_once: int = 2
