"""Whoever listens hears what happens in tickets, in whichever process."""

from redis.asyncio import Redis

from storage.tickets.news import ANY, News
from tests.servers.redis import RedisServer


async def test_other_processes_hear_it(redis_url: str) -> None:
    """Over Redis; each of several listeners; what rings twice before somebody asks is one answer."""
    async with Redis.from_url(redis_url) as one, Redis.from_url(redis_url) as two:
        here, there = News(one, "temankpj"), News(two, "temankpj")
        there.start()
        with there.listen() as first, there.listen() as second:
            assert await first.wait(90) == {ANY}  # subscribed: what rang before may have been missed
            await second.wait(90)
            await here.ring(1001)
            await here.ring(1001)
            await here.ring(1002)
            for ear in (first, second):
                heard: set[int] = set()
                while heard != {1001, 1002}:
                    heard |= await ear.wait(90)
        await there.close()


async def test_another_service_on_the_same_redis_is_not_heard(redis_url: str) -> None:
    """Its keys begin with another word."""
    async with Redis.from_url(redis_url) as redis:
        ours, theirs = News(redis, "temankpj"), News(redis, "lain")
        ours.start()
        with ours.listen() as ear:
            assert await ear.wait(90) == {ANY}
            await theirs.ring(7)
            await News(redis, "temankpj").ring(8)
            assert await ear.wait(90) == {8}
        await ours.close()


async def test_without_redis_this_process_still_hears(redis_server_alone: RedisServer) -> None:
    """Ringing never fails; when Redis is back, everybody reads again."""
    async with Redis.from_url(redis_server_alone.url) as redis:
        news = News(redis, "temankpj")
        news.start()
        with news.listen() as ear:
            assert await ear.wait(90) == {ANY}
            redis_server_alone.kill()
            await news.ring(1001)
            assert await ear.wait(90) == {1001}
            redis_server_alone.start()
            assert await ear.wait(30) == {ANY}
        await news.close()
