"""Journey 2: who is writing. Called by whatever shows personal data; the outcome says what was proven.

Outcomes: ``verified``, ``not_confirmed`` (one answer for every reason, so that nobody can find out whose data exist),
``locked`` (too many failed proofs), ``declined`` (no consent), ``given_up``. What the conditions and actions do is in
`flows.journeys.proving`.

Whoever has no proven phone comes to ``code``, whether or not anything matched: rows differ only in what they send.
"""

from flows.flow import Ask, End, Flow, Route, Row, Wait
from flows.journeys import proving as p
from flows.journeys.typed import read_birth_date, read_name, read_nik, read_typed_code

AWAY_OPTIONS = ("nav.agent", "nav.menu")
NIK_FROM = ["nik", "kk_check", "name", "birth_date"]
LOOKED_UP = {"person": "person", "away": "away", "locked": "locked"}

STATES = (
    Route("start"),
    Ask("consent", options={"consent.yes": "agreed", "consent.no": "declined"}, yes="consent.yes", no="consent.no"),
    Ask("contact", options={"contact.skip": "skipped"}, no="contact.skip", contact="shared", contact_button=True),
    Ask("nik", read=read_nik, personal=True, contact="shared"),
    Ask(
        "kk_check",
        options={"nik.keep": "nik", "nik.again": "again"},
        yes="nik.keep",
        no="nik.again",
        read=read_nik,
        personal=True,
    ),
    Wait("checking", begin=p.find, results=LOOKED_UP),
    Ask("name", read=read_name, loose=True, personal=True),
    Ask("birth_date", read=read_birth_date, says=p.say_birth_date, personal=True),
    Ask(
        "date_check",
        options={"date.keep": "date", "date.again": "again"},
        yes="date.keep",
        no="date.again",
        read=p.read_checked_date,
        personal=True,
    ),
    Ask("mother", read=read_name, loose=True, personal=True),
    Wait("looking", begin=p.find, results=LOOKED_UP),
    Wait("hinting", begin=p.ask_for_hint, results={"memberships": "memberships", "away": "away"}, needs=1),
    Ask(
        "code",
        options={"code.again": "again", "code.none": "none"},
        says=p.say_code,
        read=read_typed_code,
        personal=True,
    ),
    Wait("comparing", begin=p.check_code, results={"code": "code", "away": "away"}),
    Ask("away", shown=AWAY_OPTIONS, says=p.say_away, on_us=True),
    End("verified", outcome="verified"),
    End("not_confirmed", outcome="not_confirmed"),
    End("locked", outcome="locked"),
    End("declined", outcome="declined"),
    End("given_up", outcome="given_up"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "go", "source": "start", "dest": "verified", "conditions": p.proven},
    {"trigger": "go", "source": "start", "dest": "consent", "unless": p.consented},
    {"trigger": "go", "source": "start", "dest": "contact", "conditions": p.wants_contact},
    {"trigger": "go", "source": "start", "dest": "nik"},
    {"trigger": "agreed", "source": "consent", "dest": "contact", "conditions": p.wants_contact,
     "after": p.keep_consent},
    {"trigger": "agreed", "source": "consent", "dest": "nik", "after": p.keep_consent},
    {"trigger": "declined", "source": "consent", "dest": "declined"},
    {"trigger": "back", "source": ["consent", "contact"], "dest": "given_up"},
    {"trigger": "shared", "source": ["contact", "nik"], "dest": "nik"},
    {"trigger": "skipped", "source": "contact", "dest": "nik"},
    {"trigger": "nik", "source": NIK_FROM, "dest": "checking", "conditions": p.short_way,
     "after": p.begin_anew},
    {"trigger": "nik", "source": NIK_FROM, "dest": "name", "after": p.begin_anew},
    {"trigger": "kk_suspect", "source": ["nik", "kk_check"], "dest": "kk_check"},
    {"trigger": "again", "source": "kk_check", "dest": "nik"},
    {"trigger": "back", "source": "kk_check", "dest": "nik"},
    {"trigger": "back", "source": "nik", "dest": "contact", "conditions": p.wants_contact},
    {"trigger": "back", "source": "nik", "dest": "given_up"},
    {"trigger": "person", "source": "checking", "dest": "verified", "conditions": p.phone_is_registered,
     "after": [p.prove_phone, p.say_back]},
    {"trigger": "person", "source": "checking", "dest": "name", "after": p.say_back},
    {"trigger": "name", "source": ["name", "birth_date"], "dest": "birth_date"},
    {"trigger": "back", "source": "name", "dest": "nik"},
    {"trigger": "date", "source": ["name", "birth_date"], "dest": "date_check", "conditions": p.date_differs,
     "after": p.ask_date_once},
    {"trigger": "date", "source": ["name", "birth_date", "date_check"], "dest": "mother", "conditions": p.asks_mother},
    {"trigger": "date", "source": ["name", "birth_date", "date_check"], "dest": "looking"},
    {"trigger": "piece", "source": "birth_date", "dest": "birth_date"},
    {"trigger": "again", "source": "date_check", "dest": "birth_date"},
    {"trigger": "back", "source": "date_check", "dest": "birth_date"},
    {"trigger": "back", "source": "birth_date", "dest": "name"},
    {"trigger": "name", "source": "mother", "dest": "looking"},
    {"trigger": "back", "source": "mother", "dest": "birth_date"},
    {"trigger": "person", "source": "looking", "dest": "verified", "conditions": p.possession,
     "after": [p.prove_phone, p.say_back]},
    {"trigger": "person", "source": "looking", "dest": "verified", "conditions": p.level_is_enough,
     "after": [p.prove_by_knowledge, p.say_back]},
    {"trigger": "person", "source": "looking", "dest": "hinting", "conditions": [p.sends_codes, p.hints],
     "after": [p.prove_knowledge, p.fail, p.send_code, p.say_back, p.forget_typed]},
    {"trigger": "person", "source": "looking", "dest": "code", "conditions": p.sends_codes,
     "after": [p.fail, p.send_code, p.say_back, p.forget_typed]},
    {"trigger": "person", "source": "looking", "dest": "not_confirmed", "after": [p.fail, p.say_back]},
    {"trigger": "memberships", "source": "hinting", "dest": "code", "after": p.say_hint},
    {"trigger": "away", "source": "hinting", "dest": "code"},
    {"trigger": "not_proven", "source": "hinting", "dest": "code"},
    {"trigger": "code", "source": "code", "dest": "comparing"},
    {"trigger": "again", "source": "code", "dest": "code", "after": p.send_again},
    {"trigger": "none", "source": "code", "dest": "not_confirmed", "after": p.fail_code},
    {"trigger": "back", "source": "code", "dest": "nik"},
    {"trigger": "code", "source": "comparing", "dest": "verified", "conditions": p.code_is_right,
     "after": p.prove_code},
    {"trigger": "code", "source": "comparing", "dest": "code", "conditions": p.code_is_wrong,
     "after": p.say_code_wrong},
    {"trigger": "code", "source": "comparing", "dest": "not_confirmed", "after": p.fail_code},
    {"trigger": "away", "source": "comparing", "dest": "code", "after": p.say_code_unchecked},
    {"trigger": "locked", "source": ["checking", "looking"], "dest": "locked", "after": p.keep_lockout},
    {"trigger": "away", "source": ["checking", "looking"], "dest": "away", "after": p.try_later},
    {"trigger": "retry", "source": "away", "dest": "checking", "conditions": p.at_nik},
    {"trigger": "retry", "source": "away", "dest": "looking"},
    {"trigger": "back", "source": "away", "dest": "nik"},
)  # fmt: skip

IDENTITY = Flow("identity", STATES, TABLE)
