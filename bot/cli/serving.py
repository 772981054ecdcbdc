"""`serve` and `demo`: the program as a service, until it is told to stop."""

import asyncio
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
import typer
import uvloop
from rich.console import Console
from rich.table import Table

from bot.bootstrap import CannotStart, Program, Store, open_store, run
from bot.channels.choosing import configured_channels, web_channel
from bot.channels.port import Channel, Refused
from bot.cli.hints import RELAXED, said_in_default
from bot.codes.choosing import configured_sender
from bot.codes.console import ConsoleSender
from bot.codes.port import CodeSender
from bot.config import Config, ConfigError, OperatorSection, Secrets, load
from bot.demo.people import members_csv, personas
from bot.desk.accounts.config import DeskSection
from bot.desk.accounts.demo import demo_accounts
from bot.logs import set_up
from bot.metrics import Metrics
from bot.web.server import AddressTaken, WebServer
from bot.worker.memory import settle
from flows.reading.names import compare_names
from storage.line import LineAway
from storage.members.importing import import_file

log = structlog.get_logger("bot")


def supervised(make: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run until it ends; what the operator has to mend is one sentence and exit status 1."""
    try:
        uvloop.run(make())
    except (ConfigError, CannotStart) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except AddressTaken as error:
        typer.echo(f"host and port: {error}.", err=True)
        raise typer.Exit(1) from None
    except Refused as error:
        typer.echo(f"A channel cannot start: {error.why}.", err=True)
        raise typer.Exit(1) from None
    except LineAway:
        typer.echo("Redis went away and did not come back.", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


async def run_service(path: Path | None) -> None:
    """`temankpj serve`."""
    config = load(path)
    set_up(config.log.level, config.log.format, sys.stderr)
    metrics = Metrics()
    async with open_store(config) as store:
        channels = configured_channels(config, store.line, store.seal, metrics)
        if not channels:
            raise ConfigError("channels: no channel is set up; set TELEGRAM_BOT_TOKEN, TWILIO_ACCOUNT_SID or web.")
        if config.disclosure.found < 2 or config.disclosure.kpj < 2:
            log.warning("disclosure.relaxed", risk=RELAXED)
        await _serve(config, store, channels, metrics, _log_address, configured_sender(config))


async def run_demo(path: Path | None, port: int) -> None:
    """`temankpj demo`: like `serve`, but with fictional members, nothing outside this machine, and a folder apart."""
    given = load(path, {})
    config = given.model_copy(
        update={
            "data_dir": given.data_dir / "demo",
            "port": port,
            "secrets": Secrets(),
            "desk": DeskSection(require_totp=False),
            "operator": OperatorSection(
                name="Koperasi Contoh", contact="loket koperasi, 08.00-16.00 WIB", takes_requests=True
            ),
        }
    )
    set_up("warning", "console", sys.stderr)
    metrics = Metrics()
    async with open_store(config) as store:
        await load_demo_members(config, store)
        web = web_channel(config, store.line, store.seal, personas())
        await _serve(config, store, [web], metrics, _welcome, ConsoleSender(sys.stdout))


async def load_demo_members(config: Config, store: Store) -> None:
    """Put the fictional members into the directory; a second time changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "members.csv"
        file.write_bytes(members_csv())
        today = datetime.now(UTC).date()
        await import_file(file, database_url=config.database_url, sealer=store.seal, today=today)


async def _serve(
    config: Config,
    store: Store,
    channels: Sequence[Channel],
    metrics: Metrics,
    announce: Callable[[str, Program], Awaitable[None]],
    codes: CodeSender | None,
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with (
        run(config, store, channels, metrics, codes) as program,
        WebServer(program.app, config.host, config.port, closing=_closing(channels, program)) as server,
    ):
        compare_names(
            "Rukmini Contohwati", "Rukmini Contohwati"
        )  # reads its list of names, so that no user waits for it
        for hint in said_in_default():
            log.info("texts_missing", what=hint)
        settle()
        await announce(server.address, program)
        ended = asyncio.create_task(server.wait())
        told = asyncio.create_task(stop.wait())
        await asyncio.wait({ended, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()


def _closing(channels: Sequence[Channel], program: Program) -> Callable[[], Coroutine[Any, Any, None]]:
    """Streams of events never end by themselves: chat and desk let their pages go before the server waits for them."""

    async def close() -> None:
        program.agents_desk.close()
        for channel in channels:
            if channel.name == "web":
                await channel.close()

    return close


async def _log_address(address: str, program: Program) -> None:
    log.info("serving", address=address, channels=[channel.name for channel in program.channels])


async def _welcome(address: str, program: Program) -> None:
    agents = await demo_accounts(program.agents_desk.entrance.register, program.store.seal)
    console = Console()
    table = Table(title="Identitas fiktif untuk dicoba", title_justify="left")
    for column in ("Nama", "NIK", "Tanggal lahir", "Keterangan"):
        table.add_column(column, overflow="fold")
    for persona in personas():
        tries = dict(persona.tries)
        table.add_row(tries["Nama"], tries["NIK"], tries["Tanggal lahir"], persona.note)
    console.print("\n[bold]Teman KPJ - demo[/bold] (semua orang dan nomor di sini fiktif)")
    console.print(f"Obrolan web: [bold cyan]{address}/chat[/bold cyan]")
    console.print(table)
    console.print(f"Meja petugas: [bold cyan]{address}/desk[/bold cyan]")
    for agent in agents:
        console.print(
            f"  {agent.display}: nama akun [bold]{agent.name}[/bold], kata sandi [bold]{agent.password}[/bold]"
        )
    console.print("Kode SMS simulasi untuk yang menulis dari nomor lain dicetak di layar ini.")
    console.print('Coba: pilih "Rukmini Contohwati" di samping obrolan, lalu tulis: halo, 1, setuju, dan NIK-nya.')
    console.print("Ctrl+C untuk berhenti.")
