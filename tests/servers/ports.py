"""TCP ports for programs that bind them themselves, some time after they were chosen.

They lie below those that Linux gives to whoever asks for any port (from 32768 on): a port of these, free when it was
chosen, is often somebody else's a second later, where several tests run side by side.
"""

import random
import socket

FIRST, LAST = 10_100, 21_999  # browsers do not go to 10080
BUS = 10_000
"""So far above its port a node of a Redis cluster listens for the others."""

_CHANCE = random.SystemRandom()  # as any other run beside this one has to choose differently
_given: set[int] = set()


def free_ports(count: int) -> list[int]:
    """Ports on 127.0.0.1 that nothing listens on, nor on those that a cluster needs beside them; none comes again."""
    found: list[int] = []
    while len(found) < count:
        port = _CHANCE.randint(FIRST, LAST)
        if port not in _given and _is_free(port) and _is_free(port + BUS):
            _given.add(port)
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
