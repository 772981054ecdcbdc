"""What the operator decides about the dialogue. Read from the configuration once and passed in."""

from msgspec import Struct

HOUR = 3600_000


class Abilities(Struct, frozen=True):
    """What a channel can do that changes the conversation itself (how a message looks is the channel's own affair).

    `reply_window`: for how long after the user's last message we may write, in milliseconds; 0 is for ever.
    """

    contact_request: bool = False
    delete_user_messages: bool = False
    delete_own_messages: bool = False
    proves_phone: bool = False
    reply_window: int = 0


class Operator(Struct, frozen=True):
    """Who runs this service; `contact` is how its people are reached today, in words, or empty.

    `takes_requests`: its people read requests that workers leave here, and reply.
    """

    name: str
    is_bpjs: bool = False
    contact: str = ""
    takes_requests: bool = False


class Facts(Struct, frozen=True):
    """Numbers and addresses that may be told to workers; None where the operator has not set one."""

    call_centre: str | None = None
    call_centre_hours: str | None = None
    email: str | None = None
    website: str | None = None
    whatsapp: str | None = None
    email_days: str | None = None
    whatsapp_migrants: str | None = None
    instagram: str | None = None
    x: str | None = None
    facebook: str | None = None
    lapak_asik: str | None = None
    jmo_limit: str | None = None
    jmo_android: str | None = None
    jmo_ios: str | None = None
    dukcapil: str | None = None


class Office(Struct, frozen=True):
    """A counter that workers can go to, from the operator's list. Degrees; None where they are not known."""

    name: str
    address: str
    city: str
    province: str
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""


class Disclosure(Struct, frozen=True):
    """From which level on something is told: that data were found (with the last digits), and the whole number."""

    found: int = 2
    kpj: int = 2


class Keeps(Struct, frozen=True):
    """How many days what is kept: an idle conversation, records of consent, the audit, files; 0 is for ever."""

    session_days: int = 30
    consent_days: int = 1825
    audit_days: int = 1825
    files_days: int = 30


class Settings(Struct, frozen=True):
    """Everything that a dialogue needs to know besides the session and the event. Times are in milliseconds.

    `codes`: one-time codes can be sent. `shared_phones`: a phone that several people have on record still proves who
    one is. `phone_confirmed_days`: how old the last confirmation of a phone may be; 0: it does not matter.
    `reopen_for`: for how long a request that is over can be opened again.
    """

    operator: Operator
    facts: Facts = Facts()
    channels: dict[str, Abilities] = {}
    short_way: bool = True
    ask_mother_name: bool = False
    pause_after: int = HOUR // 2
    forget_after: int = 24 * HOUR
    evidence_idle: int = HOUR // 2
    evidence_max: int = 24 * HOUR
    utc_offset: int = 7 * HOUR
    locale: str = "id"
    codes: bool = False
    shared_phones: bool = False
    phone_confirmed_days: int = 0
    disclosure: Disclosure = Disclosure()
    offices: tuple[Office, ...] = ()
    keeps: Keeps = Keeps()
    reopen_for: int = 7 * 24 * HOUR
