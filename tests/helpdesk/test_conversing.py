"""What the dialogue decides about tickets is recorded once, and agents see it."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.port import TryLater
from flows.effect import EndHandover, OpenTicket, RateTicket, ReopenTicket, SendFile, TellAgent
from flows.event import Attachment, DirectoryAway, NotTold, Sender, TicketClosed, TicketOpened
from storage.consents import RecordsAway
from storage.tickets import Filter, NoSuchTicket
from storage.tickets.port import Delivery, FileMark
from tests.helpdesk.stage import ANI, LINES, PERSON, SITI, Stage


async def kinds(stage: Stage, number: int) -> list[tuple[str, str, str]]:
    """What happened in a ticket after its first entry: kind, author, text."""
    return [(entry.kind, entry.author, entry.text) for entry in (await stage.tickets.entries(number))[1:]]


async def test_a_request_is_opened_once(stage: Stage) -> None:
    """The user is told number and place; what was proven of whom goes along, with what it is found by."""
    effect = OpenTicket("kpj", "kartu hilang", ("Saluran: telegram",), 3, "id", PERSON.ref, 2)
    opened = await stage.conversations.open(SITI, "fx:1", effect)
    assert await stage.conversations.open(SITI, "fx:1", effect) == opened
    assert opened == TicketOpened("fx:1", stage.clock.now, opened.number, 3, 1)
    ticket = await stage.tickets.look(opened.number)
    assert (ticket.person, ticket.line.level, ticket.request.brief) == (PERSON.ref, 2, ("Saluran: telegram",))
    assert len(await stage.tickets.list(Filter(kpj=LINES[1].kpj))) == 1
    second = await stage.conversations.open(SITI, "fx:2", effect)
    assert second.place == 2


async def test_a_directory_that_is_away_stops_no_request(stage: Stage) -> None:
    """It is only not found by number."""
    stage.directory.away = True
    number = await stage.open(person=PERSON.ref)
    assert (await stage.tickets.look(number)).person == PERSON.ref
    assert await stage.tickets.list(Filter(kpj=LINES[0].kpj)) == []


async def test_what_is_said_is_shown_to_agents(stage: Stage) -> None:
    """The user's words, the bot's, what became of a step, what was proven; each once."""
    number = await stage.open()
    effects = {
        "fx:2": TellAgent(number, "said", "halo?"),
        "fx:3": TellAgent(number, "bot", "Sebentar ya, Kak."),
        "fx:4": TellAgent(number, "step", "identity done"),
        "fx:5": TellAgent(number, "proved", "", person=PERSON.ref, level=3),
    }
    for name, effect in [*effects.items(), *effects.items()]:
        await stage.conversations.tell(SITI, name, effect)
    assert await kinds(stage, number) == [
        ("user", "user", "halo?"), ("bot", "bot", "Sebentar ya, Kak."), ("step", "bot", "identity done"),
        ("proved", "bot", "3"),
    ]  # fmt: skip
    ticket = await stage.tickets.look(number)
    assert (ticket.line.level, ticket.person) == (3, PERSON.ref)
    assert len(await stage.tickets.list(Filter(kpj=LINES[0].kpj))) == 1
    assert await stage.tickets.untold(number) == []


@pytest.mark.parametrize(("delivery", "told"), [("sent", []), ("failed", ["failed"])])
async def test_agents_see_what_became_of_their_words(stage: Stage, delivery: Delivery, told: list[str]) -> None:
    """Sent, or not; of what did not arrive there is an entry of its own, for places that show nothing twice."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    for _ in range(2):
        await stage.conversations.became(f"entry:{entry.id}", delivery)
    found = await stage.tickets.entries(number, entry.id - 1)
    assert found[0].delivery == delivery
    assert [(one.kind, one.text, one.about) for one in found[1:]] == [("undelivered", word, entry.id) for word in told]


async def test_words_that_were_held_back_are_told(stage: Stage) -> None:
    """The dialogue hands the receipt back."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    refused = TellAgent(number, "refused", "Halo", claim=1, receipt=f"entry:{entry.id}")
    for _ in range(2):
        await stage.conversations.tell(SITI, "fx:9", refused)
    after = await stage.tickets.entries(number, entry.id - 1)
    assert (after[0].delivery, after[1].kind, after[1].text) == ("held-back", "undelivered", "held-back")
    assert len(after) == 2


@pytest.mark.parametrize("receipt", [None, "kpj", "entry:", "entry:x", "entry:4242"])
async def test_receipts_of_others_change_nothing(stage: Stage, receipt: str | None) -> None:
    """Of the bot's own messages, and of entries that are gone."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    await stage.conversations.became(receipt, "failed")
    assert (await stage.tickets.entries(number))[-1] == entry


async def test_a_delivery_is_noted_when_the_database_is_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sent it is not made to send it again."""
    monkeypatch.setattr("bot.helpdesk.conversing._AGAIN", 0.0)
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    real, failures = stage.tickets.delivered, iter([RecordsAway("x"), RecordsAway("y")])

    async def failing(number: int, delivery: Delivery) -> int | None:
        for error in failures:
            raise error
        return await real(number, delivery)

    monkeypatch.setattr(stage.tickets, "delivered", failing)
    with stage.service.listen() as ear:
        await stage.conversations.became(f"entry:{entry.id}", "sent")
        assert await ear.wait(5) == {number}
    found = await stage.tickets.entry(entry.id)
    assert found is not None
    assert found.delivery == "sent"
    await stage.conversations.close()


async def test_a_user_ends_and_rates(stage: Stage) -> None:
    """The ticket is closed as theirs; the conversation is not told what it said itself."""
    number = await stage.open()
    for _ in range(2):
        await stage.conversations.end("fx:2", EndHandover(number, "left-queue"))
        await stage.conversations.rate("fx:3", RateTicket(number, 4, "cukup cepat"))
    assert await kinds(stage, number) == [("closed", "user", "left-queue"), ("rated", "user", "4 cukup cepat")]
    ticket = await stage.tickets.look(number)
    assert (ticket.line.reason, ticket.line.stars, ticket.rating_words) == ("left-queue", 4, "cukup cepat")
    await stage.telling.tell(number)
    assert stage.told.events == []


async def test_a_user_leaves_while_an_agent_takes_it(stage: Stage) -> None:
    """The conversation hears that what it is about to be told is over; who knew the claim needs no word of it."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    left = EndHandover(number, "left-queue", -1)
    closed = TicketClosed("fx:2", stage.clock.now, number, claim=1)
    assert [await stage.conversations.end("fx:2", left) for _ in range(2)] == [closed, closed]
    other = await stage.open(effect_id="fx:3")
    await stage.service.claim(ANI, other)
    assert await stage.conversations.end("fx:4", EndHandover(other, claim=1)) is None
    assert await stage.conversations.end("fx:5", EndHandover(4242, claim=1)) is None


async def test_words_are_kept_where_a_ticket_was_never_closed(stage: Stage) -> None:
    """The user had ended it and the records were away too long to hear it: going on with it loses nothing."""
    number = await stage.open()
    for _ in range(2):
        opened = await stage.conversations.reopen("fx:2", ReopenTicket(number, 7, "masih belum bisa"))
        assert isinstance(opened, TicketOpened)
    assert await kinds(stage, number) == [("user", "user", "masih belum bisa")]
    await stage.conversations.reopen("fx:3", ReopenTicket(number, 8))
    assert len(await kinds(stage, number)) == 1


async def test_a_ticket_that_was_left_waits_again_for_anybody(stage: Stage) -> None:
    """Given an agent who never heard that the user had ended it: under the old claim they could say nothing more."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    for _ in range(2):
        await stage.conversations.reopen("fx:2", ReopenTicket(number, 7, "masih belum bisa", 1))
    line = await stage.tickets.line(number)
    assert (line.state, line.owner) == ("waiting", None)
    assert [kind for kind, _, _ in await kinds(stage, number)] == ["claimed", "closed", "reopened"]
    await stage.service.claim(ANI, number)
    assert (await stage.tickets.line(number)).claim == 2


async def test_a_ticket_that_was_taken_meanwhile_keeps_its_agent(stage: Stage) -> None:
    """Given a claim that the conversation has yet to hear of, going on with it only adds the words."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    await stage.conversations.reopen("fx:2", ReopenTicket(number, 7, "masih belum bisa", 0))
    line = await stage.tickets.line(number)
    assert (line.state, line.owner) == ("agent", "ani")


async def test_nobody_speaks_into_a_ticket_that_is_over(stage: Stage) -> None:
    """Closed, or deleted with a user's data: the conversation that does not know it hears it at the next word."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    said = TellAgent(number, "said", "halo?", claim=1)
    assert await stage.conversations.tell(SITI, "fx:2", said) is None
    await stage.conversations.end("fx:3", EndHandover(number, claim=1))
    closed = TicketClosed("fx:4", stage.clock.now, number, claim=1)
    assert await stage.conversations.tell(SITI, "fx:4", said) == closed
    assert await stage.conversations.tell(SITI, "fx:5", TellAgent(number, "bot", "Baik, Kak.")) is None
    await stage.conversations.forget(SITI)
    assert await stage.conversations.tell(SITI, "fx:4", said) == closed
    assert await stage.conversations.tell(SITI, "fx:6", TellAgent(number, "step", "done")) is None


async def test_words_that_cross_with_a_closing_keep_the_question_how_it_was(stage: Stage) -> None:
    """While the conversation has yet to be told of the closing, with all that belongs to it, nothing else tells it."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    stage.told.away = True
    await stage.service.close(ANI, number, "solved", "once-1")
    assert await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "makasih", claim=1)) is None


async def test_a_ticket_goes_on(stage: Stage) -> None:
    """With the new words; one that is gone cannot, and the dialogue hears that."""
    number = await stage.open()
    await stage.conversations.end("fx:2", EndHandover(number))
    opened = await stage.conversations.reopen("fx:4", ReopenTicket(number, 7, "masih belum bisa"))
    assert await stage.conversations.reopen("fx:4", ReopenTicket(number, 7, "masih belum bisa")) == opened
    assert opened == TicketOpened("fx:4", stage.clock.now, number, 7, 1)
    assert (await kinds(stage, number))[1:] == [("reopened", "user", "masih belum bisa")]
    gone = await stage.conversations.reopen("fx:5", ReopenTicket(77, 8, "halo"))
    assert gone == DirectoryAway("fx:5", stage.clock.now, 8)


async def test_what_is_about_a_ticket_that_is_gone_does_nothing(stage: Stage) -> None:
    """A retention that ran meanwhile stops no conversation."""
    for what in ("said", "bot", "step", "proved", "refused"):
        await stage.conversations.tell(SITI, f"fx:{what}", TellAgent(77, what, "halo"))
    await stage.conversations.end("fx:2", EndHandover(77))
    await stage.conversations.rate("fx:3", RateTicket(77, 5))


async def test_forgetting_wakes_who_shows_it(stage: Stage) -> None:
    """All of the user's tickets are gone."""
    number = await stage.open()
    with stage.service.listen() as ear:
        await stage.conversations.forget(SITI)
        assert await ear.wait(5) == {number}
    with pytest.raises(NoSuchTicket):
        await stage.tickets.line(number)


class Keeper:
    """Takes photos, refuses the rest."""

    def __init__(self) -> None:
        self.away = False

    async def keep(
        self, sender: Sender, ticket: int, once: str, files: Sequence[Attachment]
    ) -> tuple[tuple[FileMark, ...], str]:
        """See `FileKeeper`."""
        assert (sender, once) == (SITI, "fx:2")
        if self.away:
            raise TryLater("fetching")
        photos = [file for file in files if file.media_type == "image/jpeg"]
        return tuple(FileMark(f"kept-{ticket}", file.name, "image/jpeg", 9) for file in photos), "(berkas ditolak)"

    def gave_up(self) -> str:
        """See `FileKeeper`."""
        return "(berkas tidak bisa diambil)"


async def test_words_beside_files_that_are_given_up_are_not_lost(records: AsyncEngine, redis: Any) -> None:
    """The conversation tells them once more, without the files, and the agent reads that there was more."""
    stage = Stage(records, redis, files=Keeper())
    said = TellAgent(1001, "said", "ini KTP saya", (Attachment("a", "image/jpeg", "ktp.jpg"),), claim=2)
    told = stage.conversations.gave_up("fx:2", said)
    words = "ini KTP saya\n(berkas tidak bisa diambil)"
    assert told == NotTold("fx:2", stage.clock(), 1001, words, 2, again=True)


async def test_words_that_are_given_up_are_told_to_the_user(stage: Stage) -> None:
    """What nobody will read is not lost without a word; what the bot itself had to tell concerns no user."""
    told = stage.conversations.gave_up("fx:2", TellAgent(1001, "said", "halo?", claim=1))
    assert told == NotTold("fx:2", stage.clock(), 1001, "halo?", 1)
    for effect in (TellAgent(1001, "step", "done"), EndHandover(1001), RateTicket(1001, 5)):
        assert stage.conversations.gave_up("fx:3", effect) is None


async def test_words_that_were_lost_after_they_were_sent_are_told(stage: Stage) -> None:
    """Given a provider that takes an agent's words and gives them up later, or tells so before we have noted that."""
    number = await stage.open()
    for order, earlier in enumerate((["sent"], [])):
        entry = await stage.service.say(ANI, number, "Halo", f"once-{order}")
        receipt = f"entry:{entry.id}"
        for delivery in earlier:
            await stage.conversations.became(receipt, delivery)  # type: ignore[arg-type]  # one of them
        for effect_id in ("fx:8", "fx:9"):
            await stage.conversations.tell(SITI, effect_id, TellAgent(0, "lost", "", receipt=receipt))
        await stage.conversations.became(receipt, "sent")
        after = await stage.tickets.entries(number, entry.id - 1)
        assert after[0].delivery == "lost"
        assert [(one.kind, one.text, one.about) for one in after[1:]] == [("undelivered", "failed", entry.id)]


async def test_a_mark_and_its_entry_are_one(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a database that goes away in between, nothing is noted, and the next try tells the agent."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    refused = TellAgent(number, "refused", "Halo", claim=1, receipt=f"entry:{entry.id}")
    real, failures = stage.tickets._ledger.append, iter([RecordsAway("x")])

    async def failing(*args: Any, **named: Any) -> Any:
        for error in failures:
            raise error
        return await real(*args, **named)

    monkeypatch.setattr(stage.tickets._ledger, "append", failing)
    with pytest.raises(RecordsAway):
        await stage.conversations.tell(SITI, "fx:2", refused)
    await stage.conversations.tell(SITI, "fx:2", refused)
    after = await stage.tickets.entries(number, entry.id - 1)
    assert [(one.kind, one.delivery) for one in after] == [("agent", "held-back"), ("undelivered", "none")]


async def test_a_lost_file_is_told(stage: Stage) -> None:
    """By the receipt that it was sent with; words beside it are not said to be lost."""
    number = await stage.open()
    for text, becomes in (("", "lost"), ("Ini", "sent")):
        mark = FileMark(f"f{len(text)}", "surat.jpg", "image/jpeg", 9)
        entry = await stage.service.say(ANI, number, text, f"once-{text}", mark)
        await stage.conversations.became(f"entry:{entry.id}", "sent")
        for receipt in (f"file:{number}:1:{mark.file}", "file:odd"):
            await stage.conversations.tell(SITI, "fx:9", TellAgent(0, "lost", "", receipt=receipt))
        after = await stage.tickets.entries(number, entry.id - 1)
        assert [(one.kind, one.delivery) for one in after] == [("agent", becomes), ("undelivered", "none")]


async def test_files_of_users_are_kept(records: AsyncEngine, redis: Any) -> None:
    """Those that are taken hang on the entry; why others are not is said. What fails for now is tried again."""
    keeper = Keeper()
    stage = Stage(records, redis, files=keeper)
    number = await stage.open()
    files = (Attachment("a", "image/jpeg", "ktp.jpg"), Attachment("b", "text/html", "x.html"))
    keeper.away = True
    with pytest.raises(TryLater):
        await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "ini KTP", files))
    keeper.away = False
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "ini KTP", files))
    entry = (await stage.tickets.entries(number))[-1]
    kept = FileMark(f"kept-{number}", "ktp.jpg", "image/jpeg", 9)
    assert (entry.text, entry.files) == ("ini KTP\n(berkas ditolak)", (kept,))


PHOTO = FileMark("f1", "surat.jpg", "image/jpeg", 9)


@pytest.mark.parametrize(
    ("text", "delivery", "becomes", "undelivered"),
    [("", "sent", "sent", 0), ("", "failed", "failed", 1), ("Ini", "sent", "sent", 0), ("Ini", "failed", "sending", 1)],
)
async def test_agents_see_what_became_of_files(
    stage: Stage, text: str, delivery: Delivery, becomes: str, undelivered: int
) -> None:
    """A file without words stands for the entry; of one with words its loss is told beside them."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, text, "once-1", PHOTO)
    for _ in range(2):
        await stage.conversations.became_file(SendFile(number, "f1", "surat.jpg", 1), delivery)
    after = await stage.tickets.entries(number, entry.id - 1)
    assert after[0].delivery == becomes
    assert [(one.kind, one.about) for one in after[1:]] == [("undelivered", entry.id)] * undelivered


async def test_a_file_that_was_held_back_is_told(stage: Stage) -> None:
    """By its name and the claim, since it has no receipt."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "", "once-1", PHOTO)
    await stage.conversations.tell(SITI, "fx:8", TellAgent(number, "refused", "lain.jpg", claim=1))
    await stage.conversations.tell(SITI, "fx:9", TellAgent(number, "refused", "surat.jpg", claim=1))
    after = await stage.tickets.entries(number, entry.id - 1)
    assert [(one.kind, one.delivery) for one in after] == [("agent", "held-back"), ("undelivered", "none")]


async def test_a_step_that_proved_somebody_raises_the_level(stage: Stage) -> None:
    """What the bot reports of a step says what is proven now."""
    number = await stage.open()
    report = TellAgent(number, "step", "identity.done", person=PERSON.ref, level=2)
    await stage.conversations.tell(SITI, "fx:2", report)
    ticket = await stage.tickets.look(number)
    assert (ticket.line.level, ticket.person) == (2, PERSON.ref)
    assert await kinds(stage, number) == [("step", "bot", "identity.done")]


@pytest.mark.parametrize("text", ["Ini suratnya", ""])
async def test_a_file_that_is_given_up_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The words before it arrived, so nothing else would tell; also when the database comes back only later."""
    monkeypatch.setattr("bot.helpdesk.conversing._AGAIN", 0.0)
    number = await stage.open()
    entry = await stage.service.say(ANI, number, text, "once-1", FileMark("f1", "surat.jpg", "image/jpeg", 9))
    real, failures = stage.tickets.entries, iter([RecordsAway("x")])

    async def failing(number: int, after: int = 0) -> Sequence[Any]:
        for error in failures:
            raise error
        return await real(number, after)

    monkeypatch.setattr(stage.tickets, "entries", failing)
    with stage.service.listen() as ear:
        stage.conversations.gave_up("fx:9", SendFile(number, "f1", "surat.jpg", 1))
        assert await ear.wait(5) == {number}
    found = [(one.kind, one.text, one.about) for one in await real(number, entry.id)]
    assert found == [("undelivered", "failed", entry.id)]
    await stage.conversations.close()
