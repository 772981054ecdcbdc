"""What the dialogue decides about people is carried out, and what became of an agent's words is noted."""

from contextlib import suppress
from typing import Any

import pytest

from bot.channels.port import Document, Refused, TryLater, Unreachable
from bot.effects import Effects, UserRecords
from flows.effect import (
    Audit,
    Effect,
    EndHandover,
    Forget,
    Invite,
    ListMemberships,
    OpenTicket,
    RateTicket,
    RecordConsent,
    ReopenTicket,
    Say,
    SendFile,
    TellAgent,
)
from flows.event import Attachment, Delivered, DirectoryAway, Event, MembershipsListed, Sender, TicketOpened
from storage.audit import Audit as AuditTrail
from storage.audit import Wanted
from storage.consents import RecordsAway, SqlConsents
from storage.line import LineAway
from storage.tickets import NoSuchTicket
from storage.tickets.port import FileMark
from tests.helpdesk.stage import ANI, LINES, SEALER, SITI, Stage
from tests.tickets.listener import Listener


class Channel(Listener):
    """Keeps what is sent, or fails."""

    name = "telegram"

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.documents: list[Document] = []
        self.invited: list[tuple[str, str]] = []
        self.failure: Exception | None = None

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Keep it."""
        self._fail()
        self.said.append(say.text)
        return await super().send(to, say, effect_id)

    async def invite(self, to: Sender, receipt: str) -> None:
        """Keep it."""
        self._fail()
        self.invited.append((to.address, receipt))

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Keep it."""
        del to, effect_id
        self._fail()
        self.documents.append(document)

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


class Shelf:
    """One kept file."""

    async def document(self, ticket: int, file: str) -> Document | None:
        """The one."""
        if (ticket, file) != (1001, "f1"):
            return None
        return Document("surat.pdf", "application/pdf", b"%PDF", "surat.pdf")


class Nothing:
    """Proofs and copies, which are hardly asked for here."""

    async def memberships(self, effect_id: str, effect: ListMemberships) -> Event:
        """The same two numbers for everybody."""
        return MembershipsListed(effect_id, 0, LINES, effect.asked, effect.person)

    async def forget(self, sender: Sender) -> None:
        """Nothing is held."""
        del sender


@pytest.fixture
def channel() -> Channel:
    """The user's channel."""
    return Channel()


@pytest.fixture
def effects(stage: Stage, channel: Channel) -> Effects:
    """Effects over the stage."""
    nothing: Any = Nothing()
    consents = SqlConsents(stage.engine, SEALER)
    records = UserRecords(consents, stage.audit, nothing, Shelf())
    return Effects({"telegram": channel}, nothing, records, stage.conversations)


async def test_a_request_lives_through_its_effects(effects: Effects, stage: Stage) -> None:
    """Opened, told, ended, opened again, rated: each twice, as after a crash, and each once in the records."""
    number = 1001
    life: dict[str, Effect] = {
        "fx:1": OpenTicket("kpj", "kartu hilang", (), 1),
        "fx:2": TellAgent(number, "said", "halo?"),
        "fx:3": EndHandover(number, "left-queue"),
        "fx:4": ReopenTicket(number, 2, "lagi"),
        "fx:5": EndHandover(number),
        "fx:6": RateTicket(number, 5, "baik"),
    }
    results = {name: await effects.run(SITI, name, effect) for name, effect in life.items() for _ in range(2)}
    assert isinstance(results["fx:1"], TicketOpened)
    assert isinstance(results["fx:4"], TicketOpened)
    assert [name for name, result in results.items() if result is not None] == ["fx:1", "fx:4"]
    happened = [entry.kind for entry in await stage.tickets.entries(number)]
    assert happened == ["request", "user", "closed", "reopened", "closed", "rated"]
    gone = await effects.run(SITI, "fx:7", ReopenTicket(77, 3))
    assert isinstance(gone, DirectoryAway)


async def test_an_agents_words_are_sent_and_noted(effects: Effects, stage: Stage, channel: Channel) -> None:
    """The dialogue hears of it as well."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    sent = await effects.run(SITI, "fx:2", Say("Ani:\nHalo", receipt=f"entry:{entry.id}", claim=1))
    assert isinstance(sent, Delivered)
    assert (sent.receipt, channel.said) == (f"entry:{entry.id}", ["Ani:\nHalo"])
    found = await stage.tickets.entry(entry.id)
    assert found is not None
    assert found.delivery == "sent"


@pytest.mark.parametrize(
    ("failure", "delivery"),
    [(Unreachable("blocked"), "failed"), (Refused("too long"), "failed"), (TryLater("busy"), "sending")],
)
async def test_words_that_did_not_arrive_are_noted(
    effects: Effects, stage: Stage, channel: Channel, failure: Exception, delivery: str
) -> None:
    """At once where trying again is pointless; whoever sends goes on as always."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    channel.failure = failure
    with pytest.raises(type(failure)):
        await effects.run(SITI, "fx:2", Say("Ani:\nHalo", receipt=f"entry:{entry.id}", claim=1))
    found = await stage.tickets.entry(entry.id)
    assert found is not None
    assert found.delivery == delivery


async def test_a_kept_file_is_sent(effects: Effects, stage: Stage, channel: Channel) -> None:
    """With its type and name; one that is not there any more is refused, and the agent sees it."""
    number = await stage.open()
    here, gone = (FileMark(file, "surat.pdf", "application/pdf", 4) for file in ("f1", "f2"))
    first = await stage.service.say(ANI, number, "", "once-1", here)
    second = await stage.service.say(ANI, number, "", "once-2", gone)
    await effects.run(SITI, "fx:2", SendFile(number, "f1", "surat.pdf", 1))
    assert [(document.name, document.content) for document in channel.documents] == [("surat.pdf", b"%PDF")]
    assert channel.documents[0].receipt == f"file:{number}:1:f1"
    with pytest.raises(Refused):
        await effects.run(SITI, "fx:3", SendFile(number, "f2", "surat.pdf", 1))
    found = [await stage.tickets.entry(entry.id) for entry in (first, second)]
    assert [entry.delivery for entry in found if entry] == ["sent", "failed"]


@pytest.mark.parametrize(("failure", "delivery"), [(None, "sent"), (Refused("not approved"), "failed")])
async def test_a_user_is_invited(
    effects: Effects, stage: Stage, channel: Channel, failure: Exception | None, delivery: str
) -> None:
    """By the channel's approved words; the agent sees what became of it."""
    number = await stage.open()
    entry = await stage.service.invite(ANI, number)
    assert entry is not None
    channel.failure = failure
    with suppress(Refused):
        await effects.run(SITI, "fx:2", Invite(number, f"entry:{entry.id}", 1))
    assert channel.invited == ([] if failure else [(SITI.address, f"entry:{entry.id}")])
    found = await stage.tickets.entry(entry.id)
    assert found is not None
    assert found.delivery == delivery


async def test_forgetting_takes_the_tickets(effects: Effects, stage: Stage) -> None:
    """Nothing of the conversation with people stays."""
    number = await stage.open()
    await effects.run(SITI, "fx:2", Forget())
    with pytest.raises(NoSuchTicket):
        await stage.tickets.look(number)


class Letters:
    """Dead letters that can be away."""

    def __init__(self) -> None:
        self.forgotten: list[Sender] = []
        self.away = False

    async def forget(self, sender: Sender) -> int:
        """Keep whose were to go."""
        if self.away:
            raise LineAway("gone")
        self.forgotten.append(sender)
        return 1


async def test_forgetting_takes_what_could_not_be_delivered(stage: Stage, channel: Channel) -> None:
    """Nor do words stay in the dead letters; while Redis is away it is tried for long."""
    nothing: Any = Nothing()
    letters: Any = Letters()
    records = UserRecords(SqlConsents(stage.engine, SEALER), stage.audit, nothing, letters=letters)
    effects = Effects({"telegram": channel}, nothing, records, stage.conversations)
    letters.away = True
    with pytest.raises(TryLater) as told:
        await effects.run(SITI, "fx:1", Forget())
    assert told.value.patient
    letters.away = False
    await effects.run(SITI, "fx:1", Forget())
    assert letters.forgotten == [SITI]


async def told(audit: AuditTrail) -> list[tuple[str, str]]:
    """Kind and detail of all entries."""
    return [(entry.kind, entry.detail) async for entry in audit.show(Wanted())]


async def test_numbers_are_handed_out_only_once_the_audit_says_so(
    effects: Effects, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody learns a number without an entry, and what is tried again after a crash is one disclosure."""

    async def away(*_args: object, **_named: object) -> None:
        raise RecordsAway("x")

    listing = ListMemberships("p-1", 7, "kpj")
    with monkeypatch.context() as patched:
        patched.setattr(stage.audit, "add", away)
        refused = await effects.run(SITI, "fx:1", listing)
    assert isinstance(refused, DirectoryAway)
    assert refused.asked == 7
    assert await told(stage.audit) == []
    for _ in range(2):
        assert isinstance(await effects.run(SITI, "fx:2", listing), MembershipsListed)
    assert await told(stage.audit) == [("disclosure", "kpj 2")]
    await effects.run(SITI, "fx:3", ListMemberships("p-1", 8, "last digits"))
    await effects.run(SITI, "fx:4", ListMemberships("p-1", 9))
    assert await told(stage.audit) == [("disclosure", "kpj 2"), ("disclosure", "last digits 2")]


async def test_a_consent_and_an_audit_entry_are_not_given_up_soon(
    effects: Effects, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody says them again: what was proven and agreed to would be on no record."""

    async def away(*_args: object, **_named: object) -> None:
        raise RecordsAway("x")

    monkeypatch.setattr(stage.audit, "add", away)
    monkeypatch.setattr(SqlConsents, "add", away)
    for effect in (RecordConsent("find-kpj", "2026-11", "id", True, 1), Audit("proof", "p-1", "phone")):
        with pytest.raises(TryLater) as refused:
            await effects.run(SITI, "fx:1", effect)
        assert refused.value.patient


async def test_records_that_are_away_are_tried_again(
    effects: Effects, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words that the worker knows; a message that was sent is not sent again because of them."""

    async def away(*_args: object, **_named: object) -> None:
        raise RecordsAway("x")

    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    for name in ("open", "added", "close", "reopen", "rate", "delivered", "of"):
        monkeypatch.setattr(stage.tickets, name, away)
    files = (Attachment("a"),)
    for effect in (
        OpenTicket("kpj", "halo", (), 1),
        TellAgent(number, "said", "halo", files),
        EndHandover(number),
        ReopenTicket(number, 2),
        RateTicket(number, 5),
        Forget(),  # the user has been told that it is done
    ):
        with pytest.raises(TryLater) as told:
            await effects.run(SITI, "fx:2", effect)
        assert told.value.patient == isinstance(effect, TellAgent | EndHandover | RateTicket | Forget)
    assert isinstance(await effects.run(SITI, "fx:3", Say("Halo", receipt=f"entry:{entry.id}")), Delivered)
    await stage.conversations.close()
