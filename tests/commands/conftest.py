"""Commands beside a service that runs, with everything embedded."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import Store, open_store
from bot.config import Config, load


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with everything embedded in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.yaml"
    path.write_text("data_dir: var\noperator: {name: Koperasi Contoh, takes_requests: true}\n", encoding="utf-8")
    return path


@pytest.fixture
async def config(file: Path) -> Config:
    """The configuration, read."""
    return load(file)


@pytest.fixture
async def store(config: Config) -> AsyncIterator[Store]:
    """The store as the running service has it open."""
    async with open_store(config) as opened:
        yield opened
