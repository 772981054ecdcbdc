"""The contract of all channels: what the rest of the program may rely on, whatever the provider."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.port import Document, FileGone, FileTooLarge, Refused, TryLater
from bot.channels.port import Unreachable as CannotReach
from flows.effect import Choice, Say
from flows.event import Attachment, ContactShared, Event, Media, Picked, PlaceShared, Started, Text
from flows.event import Unreachable as BecameUnreachable
from tests.channels.contract import (
    Case,
    ChannelUnderTest,
    Failure,
    Inbox,
    Opens,
    Picks,
    SendsFile,
    SendsMedia,
    SendsRaw,
    SharesContact,
    SharesPlace,
    Shown,
    Verdict,
    Writes,
    all_cases,
)
from tests.channels.hostile import BODIES, TEXTS

NIK = "9901015708909901"
PHONE = "+6281299990001"


@pytest.fixture
def inbox() -> Inbox:
    """A line that keeps what it is given."""
    return Inbox()


@pytest.fixture
async def under(case: Case, inbox: Inbox) -> AsyncIterator[ChannelUnderTest]:
    """The adapter of a case, started."""
    async with case.open(inbox.accept) as channel:
        yield channel


def on(fits: Callable[[Case], object] = bool) -> pytest.MarkDecorator:
    """Run a test on every adapter of which this can be asked."""
    cases = {name: case for name, case in all_cases().items() if fits(case)}
    return pytest.mark.parametrize("case", cases.values(), ids=cases)


def offered(messages: list[Shown]) -> list[str]:
    """The labels that the user can choose from, as buttons or numbered lines."""
    labels = [label for message in messages for _, label in message.choices]
    lines = "\n".join(message.text for message in messages)
    return labels or re.findall(r"^\s*\d+[.)]\s+(.+)$", lines, re.MULTILINE)


def words(messages: list[Shown]) -> list[str]:
    """All words that reached the user, in order."""
    return [word for message in messages for word in message.text.split()]


# In


@on()
async def test_a_text_arrives_as_it_was_written(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a text, its words arrive once, from the right sender, with id and time."""
    assert await under.deliver(Writes("Halo, saya mau cari nomor KPJ"), 1) is Verdict.KEPT
    [(sender, event)] = inbox.kept
    assert sender == under.sender
    assert isinstance(event, Text)
    assert event.text == "Halo, saya mau cari nomor KPJ"
    assert (event.forwarded, event.edited) == (False, False)
    assert event.id.startswith(under.id_prefix)
    assert event.at > 0


@on()
async def test_texts_arrive_in_order_with_ids_of_their_own(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given twenty texts, they arrive in order and no two share an id."""
    for number in range(20):
        await under.deliver(Writes(f"pesan {number}"), number + 1)
    assert [event.text for event in inbox.events if isinstance(event, Text)] == [f"pesan {n}" for n in range(20)]
    assert len({event.id for event in inbox.events}) == 20


@on(lambda case: case.repeats)
async def test_the_same_message_again_has_the_same_id(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a provider that repeats itself, the line can tell: one event is kept, and the provider is told so."""
    for _ in range(3):
        assert await under.deliver(Writes("halo"), 1) is Verdict.KEPT
    assert (len(inbox.kept), inbox.offers) == (1, 3)


@on(lambda case: case.repeats)
async def test_nothing_is_acknowledged_before_it_is_durable(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a line that is away, the provider is asked to come again; then the message is kept once."""
    inbox.away = True
    assert await under.deliver(Writes("halo"), 1) is Verdict.REPEAT
    assert inbox.kept == []
    inbox.away = False
    assert await under.deliver(Writes("halo"), 1) is Verdict.KEPT
    assert [type(event) for event in inbox.events] == [Text]


@on(lambda case: Opens in case.can)
async def test_opening_the_conversation_is_an_event(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a user who opens the conversation, the dialogue hears of it."""
    assert await under.deliver(Opens(), 1) is Verdict.KEPT
    assert [type(event) for event in inbox.events] == [Started]


@on(lambda case: Picks in case.can)
async def test_a_pressed_button_arrives_as_its_choice_id(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a pressed button, the choice's stable id arrives, not its label."""
    await under.channel.send(under.sender, Say("Setuju?", (Choice("consent.yes", "Ya"),)), "e1")
    assert await under.deliver(Picks("consent.yes", "Ya"), 1) is Verdict.KEPT
    [event] = inbox.events
    assert isinstance(event, Picked)
    assert event.choice == "consent.yes"


@on(lambda case: SharesContact in case.can)
@pytest.mark.parametrize("own", [True, False])
async def test_only_the_own_contact_counts_as_own(under: ChannelUnderTest, inbox: Inbox, *, own: bool) -> None:
    """Given a shared contact, its number arrives and whether the provider says that it is the sender's."""
    assert await under.deliver(SharesContact(PHONE, own=own), 1) is Verdict.KEPT
    [event] = inbox.events
    assert isinstance(event, ContactShared)
    assert (event.phone, event.own) == (PHONE, own)


@on(lambda case: SharesPlace in case.can)
async def test_a_location_arrives_in_degrees(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a location, its coordinates arrive."""
    assert await under.deliver(SharesPlace(-6.2, 106.8), 1) is Verdict.KEPT
    [event] = inbox.events
    assert isinstance(event, PlaceShared)
    assert (event.latitude, event.longitude) == (-6.2, 106.8)


@on(lambda case: SendsMedia in case.can)
async def test_every_medium_is_an_event_of_its_kind(case: Case, under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given whatever is not text, the dialogue hears what it was, so that no message meets silence."""
    kinds = sorted(case.media)
    for key, kind in enumerate(kinds, 1):
        assert await under.deliver(SendsMedia(kind), key) is Verdict.KEPT
    assert [event.kind for event in inbox.events if isinstance(event, Media)] == kinds


@on(lambda case: case.forwards)
async def test_a_forwarded_text_says_so(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a forwarded text on a channel that can tell, the event can tell too."""
    await under.deliver(Writes("halo", forwarded=True), 1)
    [event] = inbox.events
    assert isinstance(event, Text)
    assert event.forwarded


@on()
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_hostile_texts_are_events_or_clean_refusals(under: ChannelUnderTest, inbox: Inbox, text: str) -> None:
    """Given any text at all, it becomes an event or is refused; the next message is served as ever."""
    verdict = await under.deliver(Writes(text), 1)
    assert verdict in {Verdict.KEPT, Verdict.REJECTED}
    assert verdict is not Verdict.REJECTED or inbox.kept == []
    assert await under.deliver(Writes("halo"), 2) is Verdict.KEPT
    assert told(inbox.events)[-1] == "halo"


@on(lambda case: SendsRaw in case.can)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_hostile_bytes_are_refused_or_ignored(
    under: ChannelUnderTest, inbox: Inbox, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """Given bytes that no provider would send, there is no traceback, and the next message is served as ever."""
    assert await under.deliver(SendsRaw(body), 1) in {Verdict.KEPT, Verdict.REJECTED}
    assert [record for record in caplog.records if record.exc_info] == []
    assert await under.deliver(Writes("halo"), 2) is Verdict.KEPT
    assert told(inbox.events)[-1] == "halo"


# Files of users

PDF = b"%PDF-1.4 \x00\xff " + bytes(range(256)) * 400
JPEG = b"\xff\xd8\xff\xe0 isi foto " + bytes(range(256)) * 400
ASTRAY = [
    "", "x y", "../../etc/passwd", "file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "\x00", "é" * 300,
    "https://jahat.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", "gopher://127.0.0.1:6379/_INFO", "//jahat",
]  # fmt: skip


async def sent_file(under: ChannelUnderTest, inbox: Inbox, sent: SendsFile) -> Attachment:
    """The attachment as the dialogue gets it."""
    assert await under.deliver(sent, 1) is Verdict.KEPT
    [event] = inbox.events
    assert isinstance(event, Media)
    assert event.kind == sent.kind
    [attachment] = event.files
    return attachment


@on(lambda case: SendsFile in case.can)
@pytest.mark.parametrize("sent", [SendsFile("photo", JPEG), SendsFile("document", PDF, "surat.pdf", "application/pdf")])
async def test_a_file_is_fetched_when_it_is_asked_for(under: ChannelUnderTest, inbox: Inbox, sent: SendsFile) -> None:
    """Given a photo or a document, it can be brought whole, as often as it is asked for, and not a moment before."""
    attachment = await sent_file(under, inbox, sent)
    assert attachment.size in {0, len(sent.content)}
    assert under.fetches() == 0
    for _ in range(2):
        assert await under.channel.fetch(under.sender, attachment, len(sent.content)) == sent.content
    assert under.call_problems() == []


@on(lambda case: SendsFile in case.can)
async def test_a_file_that_is_too_large_is_not_read(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given one byte more than allowed, nothing of it is handed out."""
    attachment = await sent_file(under, inbox, SendsFile("document", PDF, "surat.pdf", "application/pdf"))
    with pytest.raises(FileTooLarge):
        await under.channel.fetch(under.sender, attachment, len(PDF) - 1)


@on(lambda case: SendsFile in case.can)
async def test_a_file_that_is_gone_is_told(under: ChannelUnderTest, inbox: Inbox) -> None:
    """Given a provider that has deleted it, trying again is of no use, and the error says so."""
    attachment = await sent_file(under, inbox, SendsFile("photo", JPEG))
    under.lose_files()
    with pytest.raises(FileGone):
        await under.channel.fetch(under.sender, attachment, len(JPEG))


@on(lambda case: SendsFile in case.can)
@pytest.mark.parametrize("name", ["../../etc/passwd", "a\r\nb\x00\u202egpj.exe", "x" * 5_000])
async def test_what_is_claimed_of_a_file_is_carried_along_harmlessly(
    under: ChannelUnderTest, inbox: Inbox, name: str
) -> None:
    """Given a name that is none, the file arrives all the same, and its name is short and on one line."""
    attachment = await sent_file(under, inbox, SendsFile("document", PDF, name, "text/html\r\nX: y"))
    assert len(attachment.name) <= 200
    assert len(attachment.media_type) <= 100
    assert not set(attachment.name + attachment.media_type) & set("\r\n\x00")
    assert await under.channel.fetch(under.sender, attachment, len(PDF)) == PDF


@on()
async def test_nothing_is_fetched_from_elsewhere(under: ChannelUnderTest) -> None:
    """Given an attachment that is none of ours, no connection is made, inside or outside, and no file is read."""
    for file in ASTRAY:
        with pytest.raises((FileGone, Refused)) as caught:
            await under.channel.fetch(under.sender, Attachment(file), 1_000_000)
        assert not file.strip("\x00x") or file not in str(caught.value)
    assert under.fetches() == 0


@pytest.mark.parametrize(
    ("case", "failure"),
    [
        pytest.param(case, failure, id=f"{name}-{failure.name.lower()}")
        for name, case in all_cases().items()
        for failure in (Failure.BUSY, Failure.BROKEN, Failure.DROPPED, Failure.CREDENTIALS)
        if SendsFile in case.can and failure in case.failures and SendsMedia in case.can
    ],
)
async def test_failures_of_fetching_are_told_apart(under: ChannelUnderTest, inbox: Inbox, failure: Failure) -> None:
    """Given a provider that fails, the error says what to do about it; then the file comes."""
    attachment = await sent_file(under, inbox, SendsFile("photo", JPEG))
    under.fail_next(failure)
    with pytest.raises(ERRORS[failure]) as caught:
        await under.channel.fetch(under.sender, attachment, len(JPEG))
    assert not any(secret in repr(caught.value) + str(caught.value) for secret in under.secrets)
    if isinstance(caught.value, Refused):
        assert caught.value.operator
    assert await under.channel.fetch(under.sender, attachment, len(JPEG)) == JPEG


def told(events: list[Event]) -> list[str]:
    """The texts among the events."""
    return [event.text for event in events if isinstance(event, Text)]


# Out


@on()
async def test_a_message_reaches_the_user_whole(under: ChannelUnderTest) -> None:
    """Given a text with lines, signs and markup, the user sees exactly that."""
    text = "Selamat pagi 👋\n\nNomor *Anda* <b>belum</b> ada & _itu_ biasa.\n- satu\n- dua [tiga](x) `empat`"
    await under.channel.send(under.sender, Say(text), "e1")
    assert [message.text for message in under.shown()] == [text]
    assert under.call_problems() == []


@on()
@pytest.mark.parametrize("count", [1, 2, 3, 4, 9, 10, 12])
async def test_every_choice_can_be_chosen(under: ChannelUnderTest, count: int) -> None:
    """Given a few or many choices, the user sees each once, in order, with the right id where ids travel."""
    choices = tuple(Choice(f"menu.entry{n}", f"Pilihan {n}") for n in range(count))
    await under.channel.send(under.sender, Say("Pilih satu:", choices), "e1")
    messages = under.shown()
    assert offered(messages) == [choice.label for choice in choices]
    ids = [choice for message in messages for choice, _ in message.choices if choice is not None]
    assert ids in ([], [choice.id for choice in choices])
    assert "Pilih satu:" in messages[0].text
    assert under.call_problems() == []


@on()
async def test_labels_keep_to_the_channels_length(under: ChannelUnderTest) -> None:
    """Given a label that is far too long, buttons carry its beginning; numbered lines may carry all of it."""
    choices = (
        Choice("a.one", "Nomor yang terdaftar sudah lama tidak dipakai lagi oleh saya " * 4),
        Choice("a.two", "B"),
    )
    await under.channel.send(under.sender, Say("Ada apa?", choices), "e1")
    messages = under.shown()
    first, second = offered(messages)
    assert first.startswith("Nomor")
    assert second == "B"
    buttons = [label for message in messages for _, label in message.choices]
    assert all(0 < len(label) <= under.channel.capabilities.max_label for label in buttons)
    assert under.call_problems() == []


@on()
@pytest.mark.parametrize("piece", ["Kalimat ini pendek saja. ", "baris\n", "kata ", "👨‍👩‍👧 ", "tanpaspasi"])
async def test_long_texts_come_in_parts(under: ChannelUnderTest, piece: str) -> None:
    """Given a text beyond the channel's length, it comes whole, in order, in allowed parts, choices at the end."""
    limit = under.channel.capabilities.max_text
    text = (piece * (limit * 5 // 2 // len(piece))).strip()
    await under.channel.send(under.sender, Say(text, (Choice("nav.menu", "Menu"),)), "e1")
    messages = under.shown()
    assert all(0 < len(message.text) <= limit for message in messages)
    shown = "".join("".join(message.text.split()) for message in messages)
    assert shown.startswith("".join(text.split()))
    assert offered(messages[-1:]) == ["Menu"]
    assert [offered([message]) for message in messages[:-1]] == [[]] * (len(messages) - 1)
    assert under.call_problems() == []


@on()
async def test_the_id_of_the_last_part_comes_back(under: ChannelUnderTest) -> None:
    """Given a sent message, its provider's id comes back; each message has its own."""
    first = await under.channel.send(under.sender, Say("satu"), "e1")
    second = await under.channel.send(under.sender, Say("dua " * under.channel.capabilities.max_text), "e2")
    shown = under.shown()
    assert (first, second) == (shown[0].ref, shown[-1].ref)
    assert first is None or first != second


@on()
async def test_personal_data_is_protected_where_that_exists(under: ChannelUnderTest) -> None:
    """Given a protected message, it is marked so on channels that can; others are not marked."""
    await under.channel.send(under.sender, Say("rahasia", protect=True), "e1")
    await under.channel.send(under.sender, Say("biasa"), "e2")
    assert [message.protected for message in under.shown()] == [under.channel.capabilities.protects, False]


@on()
@pytest.mark.parametrize(
    "document",
    [
        Document("data-saya.pdf", "application/pdf", b"%PDF-1.4 \x00\xff isi", "isi halaman"),
        Document("data-saya.json", "application/json", b'{"isi": "halaman"}', '{"isi": "halaman"}'),
        Document("Surat – PT Maju (2026) 50%.png", "image/png", b"\x89PNG \xff isi", "isi surat"),
    ],
    ids=["pdf", "json", "picture with a name of its own"],
)
async def test_a_file_reaches_the_user(under: ChannelUnderTest, document: Document) -> None:
    """Given a file, the user gets it whole and protected where that exists; or at least reads its words."""
    await under.channel.send_document(under.sender, document, "e1")
    files = await under.files()
    if files:
        assert [(file.name, file.content) for file in files] == [(document.name, document.content)]
        assert [file.protected for file in files] == [under.channel.capabilities.protects]
    else:
        assert words(under.shown()) == document.words.split()
    assert under.call_problems() == []


@on()
async def test_a_contact_can_be_asked_for_where_that_exists(under: ChannelUnderTest) -> None:
    """Given a question for the contact, its button is there or silently left out; the choices stay reachable."""
    say = Say("Bagikan nomor Anda?", (Choice("phone.skip", "Lewati"),), ask_contact="Bagikan kontak")
    await under.channel.send(under.sender, say, "e1")
    messages = under.shown()
    buttons = [message.contact_button for message in messages if message.contact_button]
    assert buttons == (["Bagikan kontak"] if under.channel.capabilities.contact_request else [])
    assert offered(messages) == ["Lewati"]
    assert under.call_problems() == []


@on()
async def test_deleting_is_forgiving(under: ChannelUnderTest) -> None:
    """Given our message, it can be deleted where that exists; what is gone already is no error."""
    ref = await under.channel.send(under.sender, Say("rahasia"), "e1")
    assert ref is not None
    for _ in range(2):
        await under.channel.delete(under.sender, ref)
    left = [message.text for message in under.shown()]
    assert left == ([] if under.channel.abilities.delete_own_messages else ["rahasia"])


@on()
async def test_typing_never_fails(case: Case, under: ChannelUnderTest) -> None:
    """Given a provider that is away, showing that we type is simply not shown."""
    await under.channel.typing(under.sender)
    for failure in case.failures:
        under.fail_next(failure)
        await under.channel.typing(under.sender)


# Whose fault

ERRORS: dict[Failure, type[Exception]] = {
    Failure.BUSY: TryLater,
    Failure.BROKEN: TryLater,
    Failure.DROPPED: TryLater,
    Failure.BLOCKED: CannotReach,
    Failure.REFUSED: Refused,
    Failure.CREDENTIALS: Refused,
}


@pytest.mark.parametrize(
    ("case", "failure"),
    [
        pytest.param(case, failure, id=f"{name}-{failure.name.lower()}")
        for name, case in all_cases().items()
        for failure in sorted(case.failures, key=lambda failure: failure.name)
    ],
)
async def test_failures_are_told_apart(under: ChannelUnderTest, failure: Failure) -> None:
    """Given a provider that fails, the error says what to do about it, and nothing of the message; then all is well."""
    under.fail_next(failure)
    with pytest.raises(ERRORS[failure]) as caught:
        await under.channel.send(under.sender, Say(f"NIK {NIK}"), "e1")
    assert NIK not in repr(caught.value) + str(caught.value)
    assert not any(secret in repr(caught.value) + str(caught.value) for secret in under.secrets)
    if isinstance(caught.value, TryLater):
        assert caught.value.after in ((7, None) if failure is Failure.BUSY else (None,))
    if isinstance(caught.value, Refused):
        assert caught.value.operator is (failure is Failure.CREDENTIALS)
    await under.channel.send(under.sender, Say("sekarang bisa"), "e2")
    assert words(under.shown())[-2:] == ["sekarang", "bisa"]


@on()
async def test_the_check_is_one_line_for_people(under: ChannelUnderTest) -> None:
    """Given a channel that is set up, the check says so in one line without secrets."""
    line = await under.channel.check()
    assert line.strip()
    assert "\n" not in line
    assert not any(secret in line for secret in under.secrets)


@on(lambda case: Failure.CREDENTIALS in case.failures)
async def test_the_check_names_the_operators_mistake(under: ChannelUnderTest) -> None:
    """Given wrong credentials, the check is refused, for the operator to mend."""
    under.fail_next(Failure.CREDENTIALS, times=3)
    with pytest.raises(Refused) as caught:
        await under.channel.check()
    assert caught.value.operator


# Around


@on()
async def test_what_is_declared_agrees(case: Case, under: ChannelUnderTest) -> None:
    """Given capabilities and abilities, they do not contradict each other."""
    looks, can = under.channel.capabilities, under.channel.abilities
    assert looks.contact_request == can.contact_request == (SharesContact in case.can and looks.contact_request)
    assert looks.delete_user_messages == can.delete_user_messages
    assert looks.delete_own_messages == can.delete_own_messages
    assert can.proves_phone == (under.sender.phone is not None)
    assert looks.max_text > 0
    assert looks.max_buttons == 0 or looks.max_label > 0
    assert under.sender.channel == under.channel.name


@on()
async def test_no_log_holds_personal_data_or_secrets(
    case: Case, under: ChannelUnderTest, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    """Given logging turned up to the most, neither texts nor phones nor tokens are in it, in success and failure."""
    caplog.set_level(logging.DEBUG)
    await under.deliver(Writes(f"NIK saya {NIK}"), 1)
    if SharesContact in case.can:
        await under.deliver(SharesContact(PHONE, own=True), 2)
    if SendsFile in case.can:
        await under.deliver(SendsFile("document", PDF + NIK.encode(), f"KTP {NIK}.pdf", "application/pdf"), 3)
        [media] = [event for event in inbox.events if isinstance(event, Media)]
        await under.channel.fetch(under.sender, media.files[0], 1_000_000)
    await under.channel.send(under.sender, Say(f"NIK Anda {NIK}", (Choice("nav.menu", "Menu"),)), "e1")
    for number, failure in enumerate(sorted(case.failures, key=lambda failure: failure.name)):
        under.fail_next(failure)
        with pytest.raises((TryLater, CannotReach, Refused)):
            await under.channel.send(under.sender, Say(f"NIK Anda {NIK}"), f"f{number}")
    ours = [record for record in caplog.records if not record.name.startswith("uvicorn")]  # that is the fake provider
    logged = "\n".join(f"{record.getMessage()} {record.args} {record.exc_text}" for record in ours)
    assert NIK not in logged
    assert PHONE[1:] not in logged
    assert not any(secret in logged for secret in under.secrets)


@on()
async def test_closing_leaves_nothing_behind(case: Case, inbox: Inbox) -> None:
    """Given a channel that was used and closed, also twice, no task is left running."""
    before = asyncio.all_tasks()
    async with case.open(inbox.accept) as under:
        await under.deliver(Writes("halo"), 1)
        await under.channel.send(under.sender, Say("halo juga"), "e1")
        await under.channel.close()
        await under.channel.close()
    assert asyncio.all_tasks() - before == set()
    assert not any(isinstance(event, BecameUnreachable) for event in inbox.events)
