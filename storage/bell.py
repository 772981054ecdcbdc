"""Wakes whoever waits for news of something, in this process and in others, by Redis publish/subscribe.

Everything that rings shares one channel: a process holds one subscription however many pages are open. A call says
what there is news of (a conversation, a ticket) and of which kind. Calls may get lost; listeners read again by
themselves now and then.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Generic, TypeVar

from redis.asyncio import Redis, RedisCluster
from redis.exceptions import RedisError

from storage.ending import end

News = TypeVar("News", bound=str)
_AGAIN = 0.5  # seconds before the subscription is tried again


class Ear(Generic[News]):
    """One listener: collects what rings until it is asked."""

    def __init__(self) -> None:
        self._heard: set[News] = set()
        self._news = asyncio.Event()

    def hear(self, news: News) -> None:
        """There is news."""
        self._heard.add(news)
        self._news.set()

    async def wait(self, seconds: float) -> frozenset[News]:
        """What has rung since the last call; the empty set if nothing does within `seconds`."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)
        heard = frozenset(self._heard)
        self._heard.clear()
        self._news.clear()
        return heard


class Bell(Generic[News]):
    """Rings over the Redis channel `name`; `start` it before listening for other processes.

    `marks`: one byte for each kind of news. `missed`: the kind that is told after a time in which calls may have been
    lost.
    """

    def __init__(self, redis: Redis | RedisCluster, name: str, marks: Mapping[News, bytes], missed: News) -> None:
        self._redis = redis
        self.name = name
        self._marks = marks
        self._kinds = {mark: kind for kind, mark in marks.items()}
        self._missed = missed
        self._ears: dict[str, set[Ear[News]]] = {}
        self._everything: set[Ear[str]] = set()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Subscribe, and stay subscribed through failures of Redis."""
        if self._task is None:
            self._task = asyncio.create_task(self._stay_subscribed(), name=f"bell-{self.name}")

    async def close(self) -> None:
        """Unsubscribe, and wake all listeners so that they can leave."""
        task, self._task = self._task, None
        await end(task)
        self._wake_all()

    def call(self, topic: str, news: News) -> bytes:
        """What to publish on `name` so that other processes wake this topic's listeners."""
        return self._marks[news] + topic.encode()

    async def ring(self, topic: str, news: News) -> None:
        """Wake this topic's listeners, here at once and elsewhere through Redis."""
        self.pass_on(topic, news)
        await self._redis.execute_command("PUBLISH", self.name, self.call(topic, news))

    def pass_on(self, topic: str, news: News) -> None:
        """Wake this topic's listeners in this process."""
        for ear in self._ears.get(topic, ()):
            ear.hear(news)
        for everything in self._everything:
            everything.hear(topic)

    @contextmanager
    def listen(self, topic: str) -> Iterator[Ear[News]]:
        """Hear the news of this topic while the context is open."""
        ear = Ear[News]()
        ears = self._ears.setdefault(topic, set())
        ears.add(ear)
        try:
            yield ear
        finally:
            ears.discard(ear)
            if not ears and self._ears.get(topic) is ears:
                del self._ears[topic]

    @contextmanager
    def listen_to_all(self) -> Iterator[Ear[str]]:
        """Hear of which topics there is news while the context is open; the empty one stands for any."""
        ear = Ear[str]()
        self._everything.add(ear)
        try:
            yield ear
        finally:
            self._everything.discard(ear)

    def _wake_all(self) -> None:
        for topic in list(self._ears):
            for ear in self._ears[topic]:
                ear.hear(self._missed)
        for everything in self._everything:
            everything.hear("")

    async def _stay_subscribed(self) -> None:
        while True:
            with contextlib.suppress(RedisError, OSError):
                await self._subscribed()
            await asyncio.sleep(_AGAIN)

    async def _subscribed(self) -> None:
        async with self._redis.pubsub() as subscription:
            await subscription.subscribe(self.name)
            self._wake_all()  # what rang while nobody was subscribed is read now
            async for message in subscription.listen():
                if message["type"] == "message":
                    call: bytes = message["data"]
                    kind = self._kinds.get(call[:1])
                    if kind is not None:
                        self.pass_on(call[1:].decode(), kind)
