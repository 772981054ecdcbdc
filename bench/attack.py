"""What attackers with leaked data get out of the service, on all channels.

``python -m bench.attack [--conversations 20000] [--at-once 64]``

Through the whole line (Redis, SQLite, worker, stub providers): attackers who know NIK, name, birth date, and in a
quarter of the conversations the mother's name, of real members; as many attack people who do not exist. The limit for
the whole service is lifted, the others are the usual ones. Codes are guessed; the odds are computed and simulated.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from redis.asyncio import Redis

from storage.codes import CodeRules
from tests.security.attackers import PER_NIK, Report, attacked, members
from tests.security.guessing import computed, simulated
from tests.security.stage import staged
from tests.servers.redis import RedisServer


async def attack(server: RedisServer, folder: Path, conversations: int, at_once: int, *, mother: bool) -> Report:
    """One share of the conversations."""
    victims = conversations // (2 * PER_NIK)
    attackers = conversations // 2  # each tries twice at most: their own phones do not lock
    server.flush()
    url = f"sqlite:///{folder}/records.db"
    begun = time.monotonic()
    async with staged(server.url, url, folder, members(victims, attackers), mother=mother) as stage:
        report = await attacked(stage, victims, attackers, mother=mother, at_once=at_once)
        sent = sum(map(len, stage.phones.codes.values()))
    seconds = time.monotonic() - begun
    print(f"mother's name asked: {mother}")
    print(f"  {report.conversations} conversations, {report.messages} messages, {seconds:.0f} s")
    print(f"  victims {victims}; codes that went to their phones: {sent}")
    print(f"  KPJs or parts of them that were told: {len(report.leaks)}")
    print(f"  attacks that told members from nobodies: {report.hints() or 'none'}")
    for (name, real), talks in sorted(report.talks.items()):
        who = "members" if real else "nobodies"
        print(f"    {name:32} {who:9} {sum(talks.values()):6}, different: {len(talks)}")
    return report


async def guess(server: RedisServer) -> None:
    """The odds of guessing a code."""
    server.flush()
    rules, people, digits = CodeRules(), 600, 3
    print(f"guessing: computed {computed(rules, 6) * 1e5:.2f} in 100,000 members a day (six digits)")
    async with Redis.from_url(server.url) as redis:
        opened, made = await simulated(redis, people, 8, digits)
    expected = people * computed(rules, digits)
    print(f"  simulated with {digits} digits, {people} members, 8 conversations each, every hour for a day:")
    print(f"  {made} codes (the rules allow {people * rules.per_member}), {opened} guessed (computed {expected:.1f})")


async def run(conversations: int, at_once: int) -> None:
    """All of it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        server = RedisServer(Path(name), durable=True)
        server.start()
        try:
            for part in ("plain", "mother"):
                (Path(name) / part).mkdir()
            await attack(server, Path(name) / "plain", conversations * 3 // 4, at_once, mother=False)
            await attack(server, Path(name) / "mother", conversations // 4, at_once, mother=True)
            await guess(server)
        finally:
            server.kill()


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--conversations", type=int, default=20_000)
    parser.add_argument("--at-once", type=int, default=64)
    given = parser.parse_args()
    asyncio.run(run(given.conversations, given.at_once))


if __name__ == "__main__":
    main()
