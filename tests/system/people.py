"""Fictional workers by number, what they write, and what the dialogue by itself would answer them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bot.channels.twilio.outbound import Wording, compose
from bot.dialogues.conversation import Conversation, Member
from flows.event import Sender
from flows.member import Membership, Person
from flows.settings import HOUR, Abilities, Operator, Settings

NAME = "WAHYUNI CONTOHWATI"
BORN = "1990-08-17"
EMPLOYERS = ("PT Contoh Sandang", "CV Contoh Logistik", "PT Contoh Pangan")
COLUMNS = "kpj,nik,name,birth_date,mother_name,phone,employer,employer_npp,segment,status,joined,left"
SETTINGS = Settings(
    Operator("Koperasi Contoh"), channels={"whatsapp": Abilities(proves_phone=True, reply_window=24 * HOUR)}
)


@dataclass(frozen=True)
class Worker:
    """Somebody with `cards` memberships; `stranger`: writes from a phone that is not the registered one."""

    number: int
    cards: int = 1
    stranger: bool = False

    @property
    def nik(self) -> str:
        """16 digits, of a province that does not exist."""
        return f"{990101 + self.number // 9000}170890{1 + self.number % 9000:04}"

    @property
    def phone(self) -> str:
        """The registered one, E.164."""
        return f"+62811{5_000_000 + self.number}"

    @property
    def writes_from(self) -> str:
        """The phone in their hand."""
        return f"+62812{5_000_000 + self.number}" if self.stranger else self.phone

    @property
    def kpjs(self) -> list[str]:
        """11 digits each."""
        return [f"{10 + card:02}08{self.number:07}" for card in range(self.cards)]

    @property
    def whatsapp(self) -> str:
        """Their address there."""
        return f"whatsapp:{self.writes_from}"

    def rows(self) -> list[str]:
        """Their lines of a members file."""
        return [
            f"{kpj},{self.nik},{NAME},{BORN},SULASTRI,{self.phone},{EMPLOYERS[card]},9900000{card},PU,active,201{card}-01-05,"
            for card, kpj in enumerate(self.kpjs)
        ]

    def member(self) -> Member:
        """As the directory knows them."""
        cards = enumerate(self.kpjs)
        memberships = [Membership(kpj, EMPLOYERS[card], joined=f"201{card}-01-05") for card, kpj in cards]
        person = Person(f"ref{self.number}", self.nik, NAME, BORN, "SULASTRI", (self.phone,))
        return Member(person, tuple(memberships))


def write_members_file(file: Path, workers: Sequence[Worker]) -> None:
    """The members file with all of them."""
    file.write_text("\n".join([COLUMNS, *(row for worker in workers for row in worker.rows())]) + "\n")


def short_way(worker: Worker) -> list[str]:
    """Four messages."""
    return ["halo", "1", "setuju", worker.nik]


def with_a_question(worker: Worker) -> list[str]:
    """A question in the middle, and the NIK too early."""
    return ["halo", "1", worker.nik, "setuju", "ini bayar ga?", worker.nik, "menu"]


def unconfirmed(worker: Worker) -> list[str]:
    """From another phone, so every question is asked."""
    return ["halo", "1", "setuju", worker.nik, "Wahyuni Contohwati", "17 agustus 1990"]


def cancelled(worker: Worker) -> list[str]:
    """Thinks better of it, and comes back."""
    return ["halo", "1", "setuju", "batal", "1", worker.nik]


def answers(worker: Worker, script: Sequence[str]) -> list[list[str]]:
    """What WhatsApp shows after each message, by the pure dialogue alone."""
    sender = Sender("whatsapp", worker.whatsapp, worker.writes_from)
    told = Conversation([worker.member()], sender, SETTINGS)
    hint = Wording().hint
    return [
        [body for say in told.write(words) for body in compose(say.text, say.choices, hint)] for words in script
    ]  # fmt: skip


def without_repeats(said: Sequence[str]) -> list[str]:
    """What was said, a message that was repeated at once counted once."""
    return [text for text, _ in groupby(said)]
