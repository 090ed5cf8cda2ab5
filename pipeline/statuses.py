"""The closed vocabulary of what can become of an address or a document, and the nouns that speak it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.secrets import veiled

MOST_OF_AN_ERROR = 300  # characters; some quote the data that they met


class Status(StrEnum):
    """What became of something asked for; every document ends in exactly one."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    # on the way
    GONE = "gone"
    TOMBSTONE = "tombstone"  # gone on three different days
    FORBIDDEN = "forbidden"
    LOGIN_WALL = "login_wall"
    SOFT_ERROR_PAGE = "soft_error_page"
    WRONG_TYPE = "wrong_type"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    DNS = "dns"
    TLS = "tls"
    CONNECTION = "connection"  # refused or reset, again and again
    HTTP_ERROR = "http_error"  # any other answer of 400 and above, again and again
    REDIRECT_LOOP = "redirect_loop"
    ROBOTS_DENIED = "robots_denied"
    TDM_RESERVED = "tdm_reserved"  # reserved from text and data mining, by a header, a page or the host's file
    SSRF_BLOCKED = "ssrf_blocked"
    # in reading
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    ZERO_PAGES = "zero_pages"
    NO_TEXT_LAYER = "no_text_layer"
    GARBLED_TEXT = "garbled_text"
    PARSER_TIMEOUT = "parser_timeout"
    PARSER_MEMORY = "parser_memory"
    PARSER_CRASH = "parser_crash"
    LAYOUT_UNKNOWN = "layout_unknown"
    # of what was read; as issues only
    LOW_CONFIDENCE = "low_confidence"  # a number that OCR is not sure of
    REPAIRED = "repaired"  # a value was mended, such as an AGS that lost its leading zero
    VOLUME_DROP = "volume_drop"
    VOLUME_RISE = "volume_rise"
    CONFIDENTIAL_MARK = "confidential_mark"
    MIXED_VISIBILITY = "mixed_visibility"


class Failure(Exception):  # noqa: N818  it carries a status, and is often an ordinary answer ("gone")
    """Something could not be had; `sentence` says it to a person."""

    def __init__(self, status: Status, sentence: str, *, http_status: int | None = None, body: bytes = b"", was_asked: bool = True) -> None:
        """`http_status` and `body` where a server did answer (OParl servers explain an empty list by a 404).

        `was_asked` is False where the host was left alone for what it did at other addresses.
        """
        self.status = status
        self.sentence = veiled(sentence)
        super().__init__(self.sentence)
        self.http_status = http_status
        self.body = body
        self.was_asked = was_asked


class UnreadableError(Exception):
    """A document that cannot be read; the message is one clear sentence, the code a status of the closed vocabulary."""

    def __init__(self, code: str, sentence: str) -> None:
        """`code` as in Status, `sentence` for a person."""
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Issue:
    """One odd or missing thing: a code, what it is about (an address), and a sentence."""

    code: Status
    subject: str
    sentence: str

    def __post_init__(self) -> None:
        """What is told of an address holds no secrets of it."""
        object.__setattr__(self, "subject", veiled(self.subject))
        object.__setattr__(self, "sentence", veiled(self.sentence))


def fault_of_ours(error: BaseException) -> str:
    """What to tell of an error that nobody has foreseen: what it is, and where in the program."""
    where, trace = "", error.__traceback__
    while trace:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.split(".")[0] in ("pipeline", "extractors"):
            where = f" at {name}:{trace.tb_lineno}"
        trace = trace.tb_next
    said = " ".join(veiled(str(error)).split())[:MOST_OF_AN_ERROR]
    return f"the run broke off, by a fault of ours: {type(error).__name__}: {said}{where}. Please report it."
