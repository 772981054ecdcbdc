"""Names of everything the line keeps in Redis, and which partition a user belongs to.

No name holds personal data: a user is known by a keyed hash. All keys of a partition share one hash tag, so they live
in one slot of a Redis Cluster and a script can touch all of them.
"""

from base64 import urlsafe_b64encode
from binascii import crc_hqx
from dataclasses import dataclass
from datetime import timedelta

from flows.event import Sender
from storage.sealing import Sealer

GROUP = "line"
CONSUMER = "w"


@dataclass(frozen=True, slots=True)
class LineConfig:
    """How the line is laid out. `prefix` and `partitions` cannot change while it holds entries.

    `seen_for`: how long a provider's message id is remembered. `lease`: seconds after which a silent process loses its
    partitions. `session_life`: how long an untouched session is kept. `dead_letters`: about how many are kept per
    partition. `deliveries`: how often an entry is handed out before it counts as one that kills its worker.
    `backlog`: how many entries of a partition may wait in memory.
    """

    prefix: str = "temankpj"
    partitions: int = 16
    seen_for: timedelta = timedelta(hours=72)
    lease: float = 10.0
    session_life: timedelta = timedelta(days=30)
    dead_letters: int = 10_000
    deliveries: int = 5
    backlog: int = 1_000


@dataclass(frozen=True, slots=True)
class Keys:
    """The key names of one partition."""

    partition: int
    inbox: str
    outbox: str
    timers: str
    lease: str
    dead: str
    session: str
    seen: str


def keys_of(prefix: str, partition: int) -> Keys:
    """Name the keys of a partition; `session` and `seen` are completed by a user key or a message id's hash."""
    tag = f"{{{prefix}:{partition}}}"
    return Keys(
        partition,
        f"{tag}:in",
        f"{tag}:out",
        f"{tag}:timers",
        f"{tag}:lease",
        f"{tag}:dead",
        f"{tag}:s:",
        f"{tag}:seen:",
    )


def user_key(sealer: Sealer, sender: Sender) -> str:
    """22 characters that stand for a user; they tell neither the channel nor the address."""
    digest = sealer.keyed_hash("user", f"{sender.channel}:{sender.address}")
    return urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


def partition_of(user: str, partitions: int) -> int:
    """The partition that a user's key falls into."""
    return crc_hqx(user.encode(), 0) % partitions


def wake_channel(prefix: str) -> str:
    """What the channels of workers begin with; the worker's name follows."""
    return f"{prefix}:wake:"
