"""The organisation's log-in as the configuration says, and what `temankpj check` tells of it."""

from pathlib import Path

import pytest
import typer

from bot.cli.checking import run_check
from bot.config import ConfigError, load
from bot.desk.accounts.choosing import configured_organisation
from tests.servers.oidc import CLIENT, SECRET, oidc_provider


def written(folder: Path, more: str) -> Path:
    """A configuration file."""
    path = folder / "config.yaml"
    path.write_text(f"data_dir: {folder}/var\n{more}\n", encoding="utf-8")
    return path


def with_issuer(folder: Path, url: str) -> Path:
    """A configuration with an organisation's log-in."""
    return written(folder, f"desk: {{oidc: {{issuer: '{url}', client_id: {CLIENT}, name: Contoh}}}}")


def test_an_organisation_without_its_secret_is_told(tmp_path: Path) -> None:
    """Given an issuer and no secret, the sentence names the variable."""
    with pytest.raises(ConfigError, match="OIDC_CLIENT_SECRET"):
        configured_organisation(load(with_issuer(tmp_path, "https://login.example"), {}))


async def test_check_asks_the_issuer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given an issuer that answers, and one that lies, the check says which it is."""
    monkeypatch.setenv("OIDC_CLIENT_SECRET", SECRET)
    async with oidc_provider({}) as provider:
        path = with_issuer(tmp_path, provider.url)
        await run_check(path)
        assert f"log-in by the organisation: {provider.url}" in capsys.readouterr().out
        provider.describe = lambda told: {**told, "issuer": "https://evil.example"}
        with pytest.raises(typer.Exit):
            await run_check(path)
        assert "WRONG log-in by the organisation" in capsys.readouterr().out
