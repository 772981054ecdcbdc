"""The one place where the parts are put together: configuration in, a running program out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette

from bot.channels.port import Channel
from bot.codes.port import CodeSender
from bot.config import RECORDS, Config, ConfigError
from bot.desk.files import TicketFiles
from bot.desk.wiring import AgentsDesk, open_agents_desk
from bot.effects import Effects, UserRecords
from bot.exports import Exports
from bot.facts import told
from bot.helpdesk.choosing import Surroundings, configured_places, let_groups_hear
from bot.helpdesk.files.wiring import FileRoom, open_files
from bot.helpdesk.wiring import Desk, Lasting, at_work, open_desk
from bot.keys import key_source, sealer
from bot.metrics import Metrics
from bot.offices import load_offices
from bot.proofs import Proofs
from bot.rules import code_rules, limit_rules, retention_rules
from bot.web.app import Health, create_app
from bot.worker.doing import Doing, Patience
from bot.worker.inbox import Inbox
from bot.worker.pace import ChannelPace, Pace, Rate
from bot.worker.ports import Dialogue as Stepping
from bot.worker.worker import Worker
from flows.dialogue import Dialogue
from flows.effect import CheckCode, Effect, FindPerson, ListMemberships, OpenTicket, ReopenTicket
from flows.event import DirectoryAway, Event
from flows.settings import HOUR, Disclosure, Keeps, Operator, Settings
from storage.audit import Audit
from storage.codes import Codes
from storage.consents import SqlConsents
from storage.database import DatabaseMisconfigured, Trouble, open_engine, trouble_of
from storage.embedded import EmbeddedFailed, open_embedded
from storage.limits import Limits
from storage.line import Line, LineAway, LineConfig, LineMisconfigured, now_ms
from storage.line.dead import DeadLetters
from storage.members.http import HttpMembers
from storage.members.port import DirectoryMisconfigured, MemberDirectory
from storage.members.sql import SqlMembers
from storage.migrations import migrate
from storage.retention import Retention
from storage.same_key import has_same_key
from storage.sealing import Sealer
from storage.tickets import SqlTickets

MINUTE = 60_000
PACE = {
    # https://core.telegram.org/bots/faq: about 30 messages a second in all; one a second in a chat, with short bursts
    "telegram": ChannelPace(channel=Rate(30, burst=30), chat=Rate(1, burst=20)),
    "whatsapp": ChannelPace(channel=Rate(80, burst=80)),
}
TROUBLES: Mapping[Trouble, str] = {
    "full": "the disk is full",
    "read-only": "it may only be read",
    "locked": "another process is writing to it",
    "no database": "what stands in it is no database",
    "not opened": "it cannot be opened",
}


class CannotStart(Exception):
    """A part that is needed is not to be had; the text is one sentence for the operator."""


@dataclass(frozen=True)
class Store:
    """What lasts: the line in Redis, the records in SQL, the members wherever they are kept."""

    line: Line
    engine: AsyncEngine
    directory: MemberDirectory
    seal: Sealer


@dataclass(frozen=True)
class Program:
    """Everything that runs."""

    store: Store
    worker: Worker
    inbox: Inbox
    channels: Sequence[Channel]
    metrics: Metrics
    app: Starlette
    desk: Desk
    files: FileRoom
    agents_desk: AgentsDesk


@asynccontextmanager
async def open_store(config: Config, *, prefix: str | None = None) -> AsyncIterator[Store]:
    """Open what lasts, starting the embedded server if there is no other; raise `CannotStart` or `ConfigError`."""
    seal = sealer(config)
    async with AsyncExitStack() as stack:
        try:
            line = await Line.open(await _redis(config, stack), seal, _line(config, prefix))
            stack.push_async_callback(line.close)
            await migrate(config.database_url)
            engine = open_engine(config.database_url)
            stack.push_async_callback(engine.dispose)
            if not await has_same_key(engine, seal):
                raise ConfigError(
                    f"{key_source(config)} is not the key that the records were written with; put that one back, or"
                    " keep it beside the new one (0:… or hash:…)."
                )
            directory = _directory(config, engine, seal)
            stack.push_async_callback(directory.close)
        except LineMisconfigured as error:
            raise ConfigError(f"{error}.") from None
        except DatabaseMisconfigured as error:
            raise ConfigError(f"{error}.") from None
        except DirectoryMisconfigured as error:
            raise ConfigError(f"members.http: {error}.") from None
        except LineAway:
            raise CannotStart("REDIS_URL: Redis cannot be reached.") from None
        except EmbeddedFailed as error:
            raise CannotStart(f"The embedded server: {error}") from None
        except (SQLAlchemyError, OSError) as error:
            raise CannotStart(_no_records(config, error)) from None
        yield Store(line, engine, directory, seal)


@asynccontextmanager
async def run(
    config: Config,
    store: Store,
    channels: Sequence[Channel],
    metrics: Metrics,
    codes: CodeSender | None = None,
    around: Callable[[Dialogue], Stepping] = lambda dialogue: dialogue,
) -> AsyncIterator[Program]:
    """Let the worker and the channels work while the context is open.

    `codes` carries one-time codes, if anybody. `around` the dialogue may lie somebody who looks on.
    """
    dialogue = Dialogue(dialogue_settings(config, channels, codes=codes is not None))
    proofs = _proofs(config, store, codes, metrics)
    parts = lasting(store)
    audit = parts.audit
    redis_client, prefix = store.line.redis, store.line.config.prefix
    letters = DeadLetters(redis_client, store.seal, store.line.config)
    retention = Retention(
        store.engine, redis_client, audit, retention_rules(config), now_ms, prefix=prefix, letters=letters
    )
    by_name = {channel.name: channel for channel in channels}
    files = open_files(
        config.helpdesk.files,
        engine=store.engine,
        seal=store.seal,
        channels=by_name,
        texts=dialogue.texts,
        locale_of=SqlTickets(store.engine, store.seal).locale_of,
        clock=now_ms,
    )
    desk = open_desk(config, parts, files.keeper)
    consents, tickets = SqlConsents(store.engine, store.seal), desk.records.tickets
    exports = Exports(
        dialogue.texts, config.operator.name, consents, tickets, dialogue.settings.utc_offset, now_ms, files.files
    )
    records = UserRecords(consents, audit, exports, files.takes, letters)
    effects = Effects(by_name, proofs, records, desk.conversations)

    def given_up(effect_id: str, effect: Effect) -> Event | None:
        return desk.conversations.gave_up(effect_id, effect) or gave_up(effect_id, effect)

    doing = Doing(effects, Patience(attempts=config.line.attempts), Pace(PACE), given_up)
    worker = Worker(store.line, around(dialogue), doing, measure=metrics)
    inbox = Inbox(store.line, metrics)

    async def redis() -> None:
        if not worker.ready():
            raise LineAway("the worker does not take part")

    health = Health({"redis": redis, "records": store.directory.check}, metrics.page)
    places = configured_places(
        Surroundings(config, store.line, store.seal, files.files, desk.records.followers, files.takes)
    )
    let_groups_hear(places, channels)
    agents_desk = open_agents_desk(config, parts, desk, TicketFiles(files.takes, files.files), channels)
    app = create_app([*channels, *places, agents_desk], health)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(proofs.close)
        stack.push_async_callback(agents_desk.entrance.close)
        sweeping = asyncio.create_task(retention.keep_running(), name="retention")
        stack.callback(sweeping.cancel)
        for channel in channels:
            stack.push_async_callback(channel.close)  # after the worker has stopped: until then it sends
        await worker.start()
        stack.push_async_callback(worker.stop)
        await stack.enter_async_context(at_work(config, desk, store.line, places, metrics))
        for channel in channels:
            await channel.start(inbox.accept)
        yield Program(store, worker, inbox, channels, metrics, app, desk, files, agents_desk)


def lasting(store: Store) -> Lasting:
    """What lasts, as the helpdesk uses it."""
    return Lasting(store.line, store.engine, store.directory, store.seal, Audit(store.engine, store.seal))


def dialogue_settings(config: Config, channels: Sequence[Channel], *, codes: bool) -> Settings:
    """The operator's decisions in the dialogue's own units."""
    return Settings(
        Operator(
            config.operator.name, config.operator.is_bpjs, config.operator.contact, config.operator.takes_requests
        ),
        told(config.facts),
        channels={channel.name: channel.abilities for channel in channels},
        short_way=config.proof.short_way,
        ask_mother_name=config.proof.ask_mother_name,
        pause_after=config.dialogue.pause_after_minutes * MINUTE,
        forget_after=config.privacy.forget_after_hours * HOUR,
        evidence_idle=config.proof.valid_for_minutes_idle * MINUTE,
        evidence_max=config.proof.valid_for_hours * HOUR,
        utc_offset=config.dialogue.utc_offset_hours * HOUR,
        locale=config.dialogue.locale,
        codes=codes,
        shared_phones=config.proof.shared_phones,
        phone_confirmed_days=config.proof.phone_confirmed_days,
        disclosure=Disclosure(config.disclosure.found, config.disclosure.kpj),
        keeps=Keeps(
            config.line.session_days,
            config.retention.consents_days or 0,
            config.retention.audit_days or 0,
            config.helpdesk.files.keep_days,
        ),
        reopen_for=config.helpdesk.reopen_days * 24 * HOUR,
        offices=load_offices(config.offices.file) if config.offices.file else (),
    )


def gave_up(effect_id: str, effect: Effect) -> Event | None:
    """What the dialogue is told when a look-up that it waits for will not be tried any more."""
    if isinstance(effect, FindPerson | ListMemberships | CheckCode | OpenTicket | ReopenTicket):
        return DirectoryAway(effect_id, now_ms(), effect.asked)
    return None


def _no_records(config: Config, error: Exception) -> str:
    trouble = trouble_of(error)
    why = f" ({TROUBLES[trouble]})" if trouble else ""
    if config.secrets.database_url is not None:
        return f"DATABASE_URL: the records database cannot be reached or written{why}."
    return f"data_dir: the records database {config.data_dir / RECORDS} cannot be opened or written{why}."


async def _redis(config: Config, stack: AsyncExitStack) -> str:
    """The address of Redis: the one that is given, or that of a server of our own."""
    given = config.secrets.redis_url
    if given is not None:
        return given.get_secret_value()
    server = await open_embedded(config.data_dir)
    stack.push_async_callback(server.close)
    return server.url


def _line(config: Config, prefix: str | None) -> LineConfig:
    line = config.line
    return LineConfig(
        prefix=prefix or line.prefix,
        partitions=1 if prefix else line.partitions,
        seen_for=timedelta(hours=line.seen_for_hours),
        lease=line.lease_seconds,
        session_life=timedelta(days=line.session_days),
        dead_letters=line.dead_letters,
    )


def _directory(config: Config, engine: AsyncEngine, seal: Sealer) -> MemberDirectory:
    if config.members.source == "sql":
        return SqlMembers(engine, seal)
    service, token = config.members.http, config.secrets.members_api_token
    if service is None:
        raise ConfigError("members.http.base_url is missing: members.source is http.")
    if token is None:
        raise ConfigError("MEMBERS_API_TOKEN is missing: members.source is http.")
    return HttpMembers(service.base_url, token.get_secret_value(), timeout=service.timeout_seconds)


def _proofs(config: Config, store: Store, sender: CodeSender | None, metrics: Metrics) -> Proofs:
    redis, prefix = store.line.redis, store.line.config.prefix
    limits = Limits(redis, store.seal, limit_rules(config), now_ms, prefix=prefix)
    codes = Codes(redis, store.seal, code_rules(config), now_ms, prefix=prefix)
    return Proofs(store.directory, limits, codes, sender, metrics)
