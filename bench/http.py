"""How many signed Twilio webhooks `temankpj serve` takes, against a route that only checks the signature.

``python -m bench.http [--rounds 3] [--seconds 4] [--connections 32] [--embedded]``

Both are served by the same web server with the same signature check; the peer's route then answers at once. Ours makes
each message durable first, and the same process answers them meanwhile, as in service: nothing is held back. Rounds
alternate, medians count. Redis has its append-only file on, written to the disk every second; with ``--embedded`` it is
the program's own, which writes at once. Each server gets one core; Redis, the stand-in for Twilio's API and the load
share the rest. Then latency at half of the rate, the time from start to ready, and the memory when warm.
"""

import argparse
import asyncio
import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlencode

import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from bot.channels.twilio.form import LARGEST_BODY, parse_form
from bot.channels.twilio.signature import HEADER, Signatures
from bot.web.app import Health, create_app
from bot.web.server import WebServer
from tests.servers.asgi import serving
from tests.servers.ports import free_ports
from tests.servers.redis import RedisServer
from tests.servers.twilio import ACCOUNT, TOKEN
from tests.system.program import Service
from tests.system.whatsapp import FROM, PATH, PUBLIC

USERS = 2_000
KEY = "kJqO1m0cYVvMHYwFZ4oJ3m5vQy8m1c7d2T6uJm3vX9E="
WORDS = ("halo", "menu", "bantuan", "bahasa")


class Peer:
    """The route that does nothing but check."""

    def __init__(self) -> None:
        self._signatures = Signatures(TOKEN, PUBLIC)

    def routes(self) -> list[Route]:
        """The path that Twilio calls."""
        return [Route(PATH, self._take, methods=["POST"], max_body_size=LARGEST_BODY)]

    async def _take(self, request: Request) -> Response:
        form = parse_form(await request.body())
        genuine = self._signatures.genuine(PATH, "", form, request.headers.get(HEADER, ""))
        return Response(status_code=200 if genuine else 403)


async def serve_peer(port: int) -> None:
    """Serve it until the end of the input."""
    async with WebServer(create_app([Peer()], Health({}, lambda: (b"", "text/plain"))), "127.0.0.1", port):
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)


class Load:
    """Ready-made requests: signing them takes longer than sending them."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._sign = RequestValidator(TOKEN).compute_signature  # type: ignore[no-untyped-call] # twilio annotates it not
        self._numbers = iter(range(1, 10**9))

    def requests(self, count: int) -> Iterator[bytes]:
        """That many, each new, of many users."""
        for _ in range(count):
            number = next(self._numbers)
            sid, phone = f"SM{time.time_ns():024x}{number:08x}", f"62811{5_000_000 + number % USERS}"
            fields = {
                "MessageSid": sid, "SmsSid": sid, "NumMedia": "0", "MessageType": "text", "AccountSid": ACCOUNT,
                "ProfileName": "Wati", "WaId": phone, "From": f"whatsapp:+{phone}", "To": FROM,
                "Body": WORDS[number // USERS % len(WORDS)], "ApiVersion": "2010-04-01", "SmsStatus": "received",
            }  # fmt: skip
            body = urlencode(fields).encode()
            signature = self._sign(PUBLIC + PATH, fields)  # type: ignore[no-untyped-call] # the same
            head = (
                f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"X-Twilio-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            yield head.encode() + body

    async def as_fast_as_possible(self, requests: list[bytes], connections: int) -> float:
        """Requests a second, the next one on each connection as soon as the last is answered."""
        waiting = iter(requests)

        async def one() -> None:
            async with self._connected() as ask:
                for request in waiting:
                    await ask(request)

        begun = time.perf_counter()
        await asyncio.gather(*(one() for _ in range(connections)))
        return len(requests) / (time.perf_counter() - begun)

    async def at_a_rate(self, requests: list[bytes], rate: float, connections: int) -> list[float]:
        """Seconds from when each request was due until its answer, waiting for a connection included."""
        begun, took, due = time.perf_counter() + 0.05, list[float](), iter(enumerate(requests))

        async def one() -> None:
            async with self._connected() as ask:
                for number, request in due:
                    wanted = begun + number / rate
                    await asyncio.sleep(max(0.0, wanted - time.perf_counter()))
                    await ask(request)
                    took.append(time.perf_counter() - wanted)

        await asyncio.gather(*(one() for _ in range(connections)))
        return sorted(took)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator["Ask"]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            yield Ask(reader, writer)
        finally:
            writer.close()


class Ask:
    """One connection, one request after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def __call__(self, request: bytes) -> None:
        """Send a request and read its answer, which has to be 200."""
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head[:40]
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n", 1)[0])
        await self._reader.readexactly(length)


async def _nothing(request: Request) -> Response:
    await request.body()
    return Response('{"sid": "SM1", "status": "queued"}', 201, media_type="application/json")


@asynccontextmanager
async def peer(port: int) -> AsyncIterator[int]:
    """The peer as a process; its id."""
    words = (sys.executable, "-m", "bench.http", "--peer", str(port))
    process = await asyncio.create_subprocess_exec(
        *words, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    yield process.pid
    process.kill()
    await process.wait()


@asynccontextmanager
async def service(port: int, folder: Path, redis: str | None) -> AsyncIterator[tuple[Service, float]]:
    """`temankpj serve` with WhatsApp, and the seconds that a warm start took; `redis`: not the embedded server."""
    stub = Starlette(routes=[Route("/{path:path}", _nothing, methods=["POST"])])
    async with serving(stub) as url:
        given = {
            "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_WHATSAPP_FROM": FROM,
            "TEMANKPJ__PUBLIC_URL": PUBLIC, "TEMANKPJ__CHANNELS__WHATSAPP__TWILIO__API_BASE_URL": url,
            "TEMANKPJ__LINE__LEASE_SECONDS": "10",
        }  # fmt: skip
        own = Service(folder, port, given | ({"REDIS_URL": redis, "TEMANKPJ_SECRET_KEY": KEY} if redis else {}))
        await own.start()
        await own.stop()
        starts = []
        for _ in range(3):
            begun = time.perf_counter()
            await own.start()
            assert (await own.get("/readyz")).status_code == 200
            starts.append(time.perf_counter() - begun)
            if len(starts) < 3:
                await own.stop()
        try:
            yield own, statistics.median(starts)
        finally:
            await own.kill()


def memory(pid: int) -> float:
    """Resident memory, MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def pin(pid: int, *, to_first: bool) -> None:
    """Give a process the first core, or all others."""
    cores = sorted(os.sched_getaffinity(0) | {0})
    chosen = {cores[0]} if to_first or len(cores) == 1 else set(cores[1:])
    with contextlib.suppress(PermissionError):
        os.sched_setaffinity(pid, chosen)


async def measure(rounds: int, seconds: float, connections: int, *, embedded: bool) -> None:
    """Run all and print the figures."""
    [ours_port, peer_port] = free_ports(2)
    with tempfile.TemporaryDirectory(prefix="kpj-") as folder, contextlib.ExitStack() as stack:
        redis = None
        if not embedded:
            server = RedisServer(Path(folder), durable=True)
            server.start()
            stack.callback(server.kill)
            redis = server.url
        async with service(ours_port, Path(folder), redis) as (own, start), peer(peer_port) as peer_id:
            pin(own.pid, to_first=True)
            pin(peer_id, to_first=True)
            pin(0, to_first=False)
            loads = {"peer": Load(peer_port), "ours": Load(ours_port)}
            rates: dict[str, list[float]] = {"peer": [], "ours": []}
            for load in loads.values():  # warm
                await load.as_fast_as_possible(list(load.requests(500)), connections)
            for number in range(rounds):
                for name, load in loads.items():
                    count = int((rates[name][-1] if rates[name] else 1000) * seconds)
                    requests = list(load.requests(count))
                    rates[name].append(await load.as_fast_as_possible(requests, connections))
                print(f"round {number + 1}: " + ", ".join(f"{name} {rates[name][-1]:,.0f}/s" for name in rates))
            ours, other = (statistics.median(rates[name]) for name in ("ours", "peer"))
            print(f"webhooks accepted: {ours:,.0f}/s, no-op {other:,.0f}/s: {ours / other:.0%} (goal 60 %)")
            took = await loads["ours"].at_a_rate(list(loads["ours"].requests(int(ours / 2 * seconds))), ours / 2, 200)
            p50, p99 = (took[int(len(took) * share)] * 1000 for share in (0.5, 0.99))
            print(f"at half of that rate: p50 {p50:.1f} ms, p99 {p99:.1f} ms (goal 25 ms)")
            print(f"start to ready, warm: {start:.2f} s (goal 1.5); memory then: {memory(own.pid):.0f} MB (goal 150)")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument(
        "--embedded", action="store_true", help="the embedded server, which writes to the disk each time"
    )
    parser.add_argument("--peer", type=int, help="serve the peer on this port (used by the program itself)")
    given = parser.parse_args()
    if given.peer:
        uvloop.run(serve_peer(given.peer))
    else:
        uvloop.run(measure(given.rounds, given.seconds, given.connections, embedded=given.embedded))


if __name__ == "__main__":
    main()
