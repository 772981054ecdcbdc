"""The real program as processes: each with its environment, its log, and a data folder; killed and started again."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

PROGRAM = str(Path(sys.executable).with_name("temankpj"))
START_WITHIN = 90.0
STOP_WITHIN = 60.0


class ProgramEnded(Exception):
    """The process ended instead of serving; the text is what it said."""


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    status: int
    out: str
    err: str


def environment(folder: Path, given: Mapping[str, str]) -> dict[str, str]:
    """Of a process with its data in `folder`: nothing of ours gets in but the way to programs and modules."""
    inherited = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    usual = {
        "HOME": str(folder),
        "TEMANKPJ__DATA_DIR": str(folder / "data"),
        "TEMANKPJ__OPERATOR__NAME": "Koperasi Contoh",
        "TEMANKPJ__LINE__LEASE_SECONDS": "3",
    }
    return {**inherited, **usual, **given}


async def command(folder: Path, *words: str, given: Mapping[str, str] | None = None, typed: str = "") -> Outcome:
    """Run a command of the program to its end, with `typed` as its input."""
    process = await asyncio.create_subprocess_exec(
        PROGRAM, *words, cwd=folder, env=environment(folder, given or {}),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(START_WITHIN):
            out, err = await process.communicate(typed.encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return Outcome(process.returncode, out.decode(), err.decode())


@dataclass
class Service:
    """A `temankpj serve` on a port that it keeps over restarts. `log` is all that it ever said, line by line."""

    folder: Path
    port: int
    given: Mapping[str, str]
    log: list[str] = field(default_factory=list)
    words: Sequence[str] = ("serve",)

    def __post_init__(self) -> None:
        """Nothing runs yet."""
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: asyncio.subprocess.Process | None = None
        self._reading: list[asyncio.Task[None]] = []
        self._serving = asyncio.Event()

    @property
    def pid(self) -> int:
        """The id of the running process."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start it, and return when it serves; raise `ProgramEnded`."""
        self._serving.clear()
        given = {"TEMANKPJ__PORT": str(self.port), **self.given}
        process = self._process = await asyncio.create_subprocess_exec(
            PROGRAM, *self.words, cwd=self.folder, env=environment(self.folder, given),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        self._reading = [asyncio.create_task(self._read(stream)) for stream in (process.stdout, process.stderr)]
        serving, ended = asyncio.create_task(self._serving.wait()), asyncio.create_task(process.wait())
        await asyncio.wait({serving, ended}, timeout=START_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        serving.cancel()
        if not self._serving.is_set():
            await self.kill()
            raise ProgramEnded("\n".join(self.log))
        ended.cancel()

    async def kill(self) -> None:
        """End it at once (SIGKILL), as a crash would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to end (SIGTERM); its exit status."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        async with asyncio.timeout(STOP_WITHIN):
            status = await process.wait()
        await asyncio.gather(*self._reading)
        return status

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            self.log.append(line.decode().rstrip("\n"))
            if '"serving"' in self.log[-1]:
                self._serving.set()

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log entries of this name."""
        entries = [json.loads(line) for line in self.log if line.startswith("{")]
        return [entry for entry in entries if entry.get("event") == name]

    def troubles(self) -> list[str]:
        """What the log says of bugs: tracebacks, exceptions, and anything that is not an entry."""
        return [line for line in self.log if "Traceback" in line or '"exception"' in line or not line.startswith("{")]

    async def get(self, path: str) -> httpx.Response:
        """Ask for one of its pages."""
        async with httpx.AsyncClient(base_url=self.url, timeout=60) as http:
            return await http.get(path)

    async def metric(self, name: str) -> float:
        """A figure of /metrics, by its name and labels as they stand there; 0 if it is not there."""
        for line in (await self.get("/metrics")).text.splitlines():
            told, _, value = line.rpartition(" ")
            if told == name:
                return float(value)
        return 0.0
