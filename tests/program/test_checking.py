"""What `temankpj check` says of the rest: the scanner, the members, the key, and what was only forgotten."""

from pathlib import Path

import pytest
import typer

from bot.bootstrap import open_store
from bot.cli.checking import run_check
from bot.cli.serving import load_demo_members
from bot.config import ConfigError, load
from tests.helpdesk.files.test_scanning import Clamd, listening

KEY, OTHER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "HxAREhMUFRYXGBkaGxwdHh8AAQIDBAUGBwgJCgsMDQ4"


@pytest.fixture
def file(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with everything embedded in a folder of its own."""
    monkeypatch.chdir(short_folder)
    path = short_folder / "config.yaml"
    path.write_text("data_dir: var\n", encoding="utf-8")
    return path


async def test_the_scanner_is_asked(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given clamd, one that takes only small files, and none: well, what to raise, and that it is away."""
    clamd = Clamd()
    clamd.limit = 2_000_000
    async with listening(clamd, file.parent) as (address, _):
        monkeypatch.setenv("TEMANKPJ__HELPDESK__FILES__CLAMAV", address)
        monkeypatch.setenv("TEMANKPJ__HELPDESK__FILES__LARGEST_MB", "1")
        await run_check(file)
        assert "ok    virus scanner: clamd answers" in capsys.readouterr().out
        clamd.limit = 1_000
        with pytest.raises(typer.Exit):
            await run_check(file)
        assert "StreamMaxLength" in capsys.readouterr().out
    with pytest.raises(typer.Exit):
        await run_check(file)
    assert "WRONG virus scanner: clamd cannot be reached" in capsys.readouterr().out


async def test_what_was_forgotten_is_a_note(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No members, a folder that depends on where one stands, the example's name, an underscore too few."""
    monkeypatch.setenv("TEMANKPJ_PORT", "9000")
    monkeypatch.setenv("TEMANKPJ__FACTS__EMAIL__VALUE", "a@b.example")
    monkeypatch.setenv("TEMANKPJ__FACTS__EMAIL__CONFIRMED_ON", "2999-01-01")
    await run_check(file)
    told = capsys.readouterr().out
    assert "(sql, 0 memberships)" in told
    assert f"records database ({file.parent / 'var' / 'records.db'})" in told
    notes = [line for line in told.splitlines() if line.startswith("  note  ")]
    for part in (
        "no member is loaded", "data_dir (var)", "'Koperasi Contoh'", "TEMANKPJ_PORT", "TELEGRAM_BOT_TOKEN",
        "TWILIO_ACCOUNT_SID", "confirmed_on lies in the future",
    ):  # fmt: skip
        assert [line for line in notes if part in line], part


async def test_another_key_is_noticed_at_the_start(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it nobody would be found any more, and everything would seem to be in order."""
    monkeypatch.setenv("TEMANKPJ_SECRET_KEY", KEY)
    config = load(file)
    async with open_store(config) as store:
        await load_demo_members(config, store)
    for wrong in (OTHER, f"1:{OTHER},0:{KEY.replace('A', 'B', 1)}", f"0:{KEY},hash:{OTHER}"):
        monkeypatch.setenv("TEMANKPJ_SECRET_KEY", wrong)
        with pytest.raises(ConfigError, match="TEMANKPJ_SECRET_KEY is not the key"):
            async with open_store(load(file)):
                raise AssertionError("it opened")
    for right in (f"0:{KEY},1:{OTHER}", f"1:{OTHER},0:{KEY}"):
        monkeypatch.setenv("TEMANKPJ_SECRET_KEY", right)
        async with open_store(load(file)):
            pass


async def test_a_lost_key_is_not_replaced_by_a_new_one(file: Path) -> None:
    """A back-up that was put back without its key is told, and no other key is made beside the records."""
    async with open_store(load(file)):
        pass
    key = file.parent / "var" / "secret.key"
    key.unlink()
    with pytest.raises(ConfigError, match=r"secret\.key is missing"):
        async with open_store(load(file)):
            raise AssertionError("it opened")
    assert not key.exists()
