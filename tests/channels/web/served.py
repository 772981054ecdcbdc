"""The web chat served for real, with a bot behind it that answers as a test wants it to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from redis.asyncio import Redis

from bot.channels.web.channel import WebChannel
from bot.channels.web.paths import Limits
from bot.channels.web.persona import Persona
from bot.web.app import Health, create_app
from bot.web.server import WebServer
from flows.effect import Choice, Say
from flows.event import Event, Picked, Sender, Started, Text
from storage.line import LineAway, now_ms
from storage.sealing import Sealer
from storage.shelf import Shelf
from storage.transcript import StreamTranscript
from storage.uploads import Budget, Uploads

SEALER = Sealer({1: bytes(range(32))})
PEOPLE = (
    Persona(
        "Siti Rahmawati",
        "+6281100000001",
        "Satu KPJ, HP terdaftar. Cukup NIK.",
        (("NIK", "9901015708909901"), ("Nama", "Siti Rahmawati"), ("Tanggal lahir", "17-08-1990")),
    ),
    Persona("Bambang Pujianto", "+6281100000002", "Tiga KPJ dari tiga tempat kerja.", (("NIK", "9901011203859902"),)),
    Persona("Wayan Sudiarta", "+6281100000003", "Kepesertaan sudah tidak aktif.", (("NIK", "9901010506799903"),)),
)
GREETING = Say(
    "Halo! Saya Teman KPJ, dijalankan oleh Koperasi Contoh. Gratis, dan bukan BPJS Ketenagakerjaan.\n\n"
    "Mau dibantu apa? Pilih atau tulis saja.",
    (
        Choice("menu.recover", "Cari nomor KPJ saya"),
        Choice("menu.privacy", "Data pribadi saya"),
        Choice("menu.language", "Bahasa / Language"),
    ),
)


class Bot:
    """Stands for the line and the dialogue: keeps events once, and answers over the channel when `answers` is set."""

    def __init__(self) -> None:
        self.channel: WebChannel | None = None
        self.kept: list[tuple[Sender, Event]] = []
        self.offers = 0
        self.away = False
        self.answers = True
        self.locale = "id"
        self._seen: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Condition()

    async def accept(self, sender: Sender, event: Event) -> bool:
        """As the line's: durable when it returns; the answer comes by itself."""
        self.offers += 1
        if self.away:
            raise LineAway
        if event.id in self._seen:
            return False
        self._seen.add(event.id)
        self.kept.append((sender, event))
        async with self._news:
            self._news.notify_all()
        if self.answers:
            task = asyncio.create_task(self._answer(sender, event))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return True

    async def locale_of(self, _sender: Sender) -> str:
        """What everybody speaks now."""
        if self.away:
            raise LineAway
        return self.locale

    async def until(self, enough: Callable[[list[Event]], bool]) -> list[Event]:
        """Wait until the events that were kept are enough."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(lambda: enough(self.events)), 60)
        return self.events

    @property
    def events(self) -> list[Event]:
        """What was kept, in order."""
        return [event for _, event in self.kept]

    async def _answer(self, sender: Sender, event: Event) -> None:
        channel = self.channel
        if channel is None:
            return
        await channel.typing(sender)
        if isinstance(event, Text) and event.text.startswith("9901") and event.ref is not None:
            await channel.delete(sender, event.ref)
        for number, say in enumerate(replies(sender, event)):
            await channel.send(sender, say, f"{event.id}-{number}")


def replies(sender: Sender, event: Event) -> Sequence[Say]:  # noqa: PLR0911 - one for each
    """What the bot says to an event."""
    match event:
        case Started():
            return [GREETING]
        case Picked(choice="menu.recover"):
            return [
                Say(
                    "Untuk mencari KPJ, saya perlu melihat data Anda. Data hanya dipakai untuk itu dan bisa dihapus "
                    "kapan saja.\n\nAnda setuju?",
                    (Choice("consent.yes", "SETUJU"), Choice("consent.no", "TIDAK")),
                )
            ]
        case Picked(choice="consent.yes"):
            return [Say("Terima kasih. Berapa NIK Anda? 16 angka di KTP.", (Choice("nav.cancel", "Batal"),))]
        case Picked():
            return [Say(f"Anda memilih {event.choice}.")]
        case Text(text="panjang"):
            return [Say("Kalimat yang cukup panjang untuk beberapa baris. " * 12, (Choice("nav.menu", "Menu"),))]
        case Text(text="siapa"):
            return [Say(f"Nomor: {sender.phone}")]
        case Text() if event.text.startswith("9901"):
            return [
                Say("Data Anda cocok dengan nomor HP ini."),
                Say(
                    "Nomor KPJ Anda: 99012345678\nPT Contoh Makmur Sejahtera, aktif sejak Maret 2016.\n\n"
                    "Simpan nomor ini. Info resmi: https://www.bpjsketenagakerjaan.go.id.",
                    (
                        Choice("kpj.hide", "Sembunyikan"),
                        Choice("menu.register", "Lanjut daftar JMO"),
                        Choice("nav.menu", "Menu"),
                    ),
                    protect=True,
                ),
            ]
        case Text():
            return [Say(f"Anda menulis: {event.text}")]
        case _:
            return [Say("Baik.")]


@asynccontextmanager
async def served(
    redis_url: str,
    bot: Bot,
    *,
    personas: Sequence[Persona] = (),
    limits: Limits | None = None,
    allowed_origins: Sequence[str] = (),
    port: int = 0,
    check: Callable[[], Awaitable[object]] | None = None,
    budget: Budget | None = None,
    takes_files: bool = True,
    now: Callable[[], int] = now_ms,
) -> AsyncIterator[WebServer]:
    """One process: its own transcript and channel on a port of 127.0.0.1."""
    async with Redis.from_url(redis_url) as redis:
        channel = WebChannel(
            StreamTranscript(redis, SEALER),
            SEALER,
            operator="Koperasi Contoh",
            personas=personas,
            limits=limits,
            allowed_origins=allowed_origins,
            now=now,
            locale_of=bot.locale_of,
            shelf=Shelf(redis, SEALER, now_ms),
            uploads=Uploads(redis, SEALER, now_ms, budget=budget) if takes_files else None,
        )
        bot.channel = channel
        app = create_app([channel], Health({"redis": check or redis.ping}, lambda: (b"", "text/plain")))
        await channel.start(bot.accept)
        async with WebServer(app, "127.0.0.1", port, closing=channel.close) as server:
            yield server
