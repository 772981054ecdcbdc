"""Processes and providers for the tests of the whole program."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from tests.servers.ports import free_ports
from tests.system.people import Worker, write_members_file
from tests.system.program import Service, command
from tests.system.whatsapp import Twilio, twilio, twilio_environment

Serve = Callable[..., Awaitable[Service]]

CROWD = int(os.environ.get("TEMANKPJ_TEST_CROWD", "200"))
"""How many people write at once where things are killed; a nightly run can take more."""


@pytest.fixture
async def provider() -> AsyncIterator[Twilio]:
    """Twilio; nothing that it was asked was against its description."""
    async with twilio() as server:
        yield server
        assert server.problems == []


@pytest.fixture
async def serve(short_folder: Path) -> AsyncIterator[Serve]:
    """Starts `temankpj serve` with these variables, in one data folder; all are ended with the test."""
    services: list[Service] = []

    async def started(given: Mapping[str, str] | None = None, *, port: int | None = None) -> Service:
        service = Service(short_folder, port or free_ports(1)[0], given or {})
        services.append(service)
        await service.start()
        return service

    yield started
    for service in services:
        await service.stop()
    # the embedded server of processes that were killed: the last one to leave in an orderly way stops it
    if any((short_folder / "data").glob("redis/*.sock")):
        await command(short_folder, "chat", "--json")


@pytest.fixture
async def whatsapp(provider: Twilio, serve: Serve) -> AsyncIterator[Service]:
    """The program with WhatsApp, on its embedded server."""
    service = await serve(twilio_environment(provider))
    provider.webhook_urls = [service.url]
    yield service
    assert service.troubles() == []


async def import_members(folder: Path, *workers: Worker, given: Mapping[str, str] | None = None) -> None:
    """Load these with the command that operators use."""
    write_members_file(folder / "members.csv", workers)
    done = await command(folder, "members", "import", "members.csv", given=given)
    assert done.status == 0, done.err
