"""Strangers' files are opened in processes that hold nothing, and that end whatever a file does to them."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import bot
from bot.helpdesk.files import workshop
from bot.helpdesk.files.jobs import Job, Outcome
from bot.helpdesk.files.limits import MB, FileLimits
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.files.workshop import Workshop
from tests.helpdesk.files.samples import active, jpeg, pdf, png, png_bomb, webp


@pytest.mark.parametrize(
    ("content", "kind"),
    [(jpeg(), "jpeg"), (png(), "png"), (webp(), "jpeg"), (pdf(), "pdf")],
    ids="jpg png webp pdf".split(),
)
async def test_a_file_comes_back_clean(content: bytes, kind: str) -> None:
    """In the kind that it is kept as."""
    clean = await Workshop().clean(content)
    assert clean.kind == kind
    assert clean.content != content


async def test_a_refusal_comes_back_as_one() -> None:
    """With its reason, from inside the other process."""
    for content, reason in ((active()["program"], "active"), (png()[:80], "damaged"), (png_bomb(7_300), "pixels")):
        with pytest.raises(FileRefused) as caught:
            await Workshop().clean(content)
        assert caught.value.reason == reason


async def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    """The system refuses the memory; the process ends, and the program goes on."""
    frugal = Workshop(FileLimits(memory=220 * MB))
    with pytest.raises(FileRefused) as caught:
        await frugal.clean(png_bomb(7_000))
    assert caught.value.reason in {"pixels", "damaged"}
    assert (await frugal.clean(jpeg())).kind == "jpeg"


async def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ended, not waited for."""
    monkeypatch.setattr(workshop, "_PROGRAM", (sys.executable, "-c", "import time; time.sleep(3600)"))
    monkeypatch.setattr(workshop, "_START_SECONDS", 0.0)
    async with asyncio.timeout(60):
        with pytest.raises(FileRefused) as caught:
            await Workshop(FileLimits(seconds=0.3)).clean(jpeg())
    assert caught.value.reason == "damaged"


async def test_a_process_that_says_something_else_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is none, or a page in the place of a picture: whoever took the process over gains nothing."""
    lie = msgspec.msgpack.encode(Outcome(kind="jpeg", content=b"<html>")).hex()
    for program in (
        "print('halo')",
        f"import sys; sys.stdout.buffer.write(bytes.fromhex('{lie}'))",
        "raise SystemExit(9)",
    ):
        monkeypatch.setattr(workshop, "_PROGRAM", (sys.executable, "-c", program))
        with pytest.raises(FileRefused):
            await Workshop().clean(jpeg())


async def test_no_secret_is_in_its_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in our environment does not stand in its."""
    monkeypatch.setenv("TEMANKPJ_SECRET_KEY", "rahasia-sekali")
    surroundings = workshop._surroundings()
    assert "rahasia-sekali" not in repr(surroundings)
    assert set(surroundings) <= {"PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "SYSTEMROOT"}


def test_it_can_write_no_file(tmp_path: Path) -> None:
    """Not even where it may: the system gives it files of no size."""
    code = (
        "import pathlib, signal\n"
        "from bot.helpdesk.files import inside, limits\n"
        "inside._be_frugal(limits.FileLimits())\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"pathlib.Path({str(tmp_path / 'x')!r}).write_text('isi')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(bot.__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert done.returncode != 0
    assert b"File too large" in done.stderr
    assert (tmp_path / "x").stat().st_size == 0


async def test_few_are_opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many come together: memory for two is set aside, not for twenty."""
    now, most = 0, 0

    class Counted(Workshop):
        async def _open_up(self, job: Job) -> Outcome:
            nonlocal now, most
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1
            return Outcome(kind="jpeg", content=job.content)

    shop = Counted()
    await asyncio.gather(*(shop.clean(jpeg()) for _ in range(20)))
    assert most == FileLimits().at_once
