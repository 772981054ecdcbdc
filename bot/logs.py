"""Structured logs in which no personal data can appear.

Everything goes through one chain, our own events and those of libraries: digits that could be a NIK, a KPJ, a phone or
a date are masked wherever they stand, and an exception shows its type and where it happened, not its message, since
messages quote what people typed.
"""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

SYSTEM_ERRORS = (OSError, ImportError)
MASK = "[…]"
_DIGITS = re.compile(r"\+?\d(?:[\s.\-/()]{0,2}\d){6,}")
_DATE = re.compile(r"(?<!\d\.)\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b(?!\.\d)")  # an address like 127.0.0.1 is none
_TOKEN = re.compile(r"\b\d{6,}:[A-Za-z0-9_-]{20,}")
_AUDIT_END = re.compile(r"(?<![\w+])(\d{1,9}:[0-9a-f]{64})(?!\w)")
_NOISY = "alembic asyncio aiosqlite httpcore httpx sqlalchemy telegram transitions twilio uvicorn.access".split()

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def mask(text: str) -> str:
    """The text without bot tokens, long numbers and dates; the audit's end stays whole, since it is to be kept."""
    parts = _AUDIT_END.split(text)
    parts[::2] = [_DATE.sub(MASK, _DIGITS.sub(MASK, _TOKEN.sub(MASK, part))) for part in parts[::2]]
    return "".join(parts)


def redact(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor that masks every value, however deep."""
    for key, value in entry.items():
        if key in {"timestamp", "level"}:
            continue
        entry[key] = _clean(value)
    return entry


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, bool | float) or value is None:
        return value
    if isinstance(value, int):
        return value if -9_999_999 < value < 9_999_999 else MASK
    if isinstance(value, Mapping):
        return {_clean(key): _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(inner) for inner in value]
    return mask(str(value)) if isinstance(value, BaseException | bytes) else type(value).__name__


def show_exception(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace exception information by types and places. Messages stay only where the system wrote them."""
    info = entry.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[1] is not None:
        entry["exception"] = describe(info[1])
    return entry


def describe(error: BaseException) -> list[str]:
    """The exception and its causes, innermost last: type, system message, and the places it passed."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        message = f": {current}" if isinstance(current, SYSTEM_ERRORS) else ""
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}{message}")
        lines += [
            f"  {frame.filename.rsplit('site-packages/', 1)[-1]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return lines


def set_up(level: Literal["debug", "info", "warning", "error"], form: Literal["json", "console"], to: TextIO) -> None:
    """Send all logs of this process to `to`. Call once, at start."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        show_exception,
        redact,
    ]
    render: Any = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=to.isatty())
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(to)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
