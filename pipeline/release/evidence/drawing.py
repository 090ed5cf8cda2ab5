"""From an archived PDF to the pictures of its pages with facts, in a reader process; pictures are kept from release to release.

images/3f/3f9a…e1.webp    a page, by what it shows: the document's digest, the page, what is black on it, how it was drawn
images/7c/7c01…aa.json    what was found for a document: where its pages begin in its text, which pictures, the quotes' boxes
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from pipeline.archive import write_whole
from pipeline.isolation import read_apart
from pipeline.limits import Limits, limits_of
from pipeline.worker import Lost, Opened, Task

FOLDER = "images"
MASK = "█"
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A PDF whose pages with quotes are to be drawn, with its public text by its digest: what is masked there is masked here."""

    id: str
    sha256: str
    path: Path
    name: str
    quotes: Spans
    hidden: Spans
    text_digest: str
    kept: Path
    version: str
    """Of the rules that the text was read with."""

    @property
    def key(self) -> str:
        """Whatever the answer depends on."""
        said = (self.sha256, self.text_digest, self.quotes, self.hidden, self.version)
        return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A page of a document, in points, and the name of its picture; without one, why."""

    number: int
    width: float
    height: float
    picture: str | None
    why_not: str | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be seen of a document."""

    starts: tuple[int, ...] = ()
    """Where its pages begin in its text."""
    sheets: Mapping[int, SheetFound] = field(default_factory=dict)
    boxes: tuple[tuple[int, int, float, float, float, float], ...] = ()
    """Of a quote (by its number from 0): a page, and left, top, width and height there, in points from the page's upper left corner."""
    why_not: str | None = None
    """Why no page of it is shown."""


def placed(folder: Path, key: str, ending: str) -> Path:
    """Where something is kept by its key."""
    return folder / key[:2] / f"{key}.{ending}"


def masks_of(text: str) -> Spans:
    """Where a public text is masked."""
    found, start = [], text.find(MASK)
    while start >= 0:
        end = start
        while text.startswith(MASK, end):
            end += 1
        found.append((start, end))
        start = text.find(MASK, end)
    return tuple(found)


def digest_of(text: str, hidden: Sequence[tuple[int, int]] = ()) -> str:
    """What a public text is known by; that of an unmasked one, once it is masked."""
    parts, reached = [], 0
    for start, end in hidden:
        parts += [text[reached:start], MASK * (min(end, len(text)) - start)]
        reached = end
    return hashlib.sha256("".join([*parts, text[reached:]]).encode("utf-8", "surrogatepass")).hexdigest()


def drawn(orders: Sequence[Order]) -> None:
    """Draw what is not kept yet; what cannot be drawn is tried again for the next release."""
    for order, answer in _asked([order for order in orders if kept_of(order) is None]):
        if not isinstance(answer, Lost) and _understood(answer, order.kept) is not None:
            place = placed(order.kept, order.key, "json")
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, answer, force=False)


def _asked(orders: Sequence[Order]) -> Iterable[tuple[Order, bytes | Lost]]:
    return read_apart(orders, draw, limits_of()) if orders else ()


def kept_of(order: Order) -> Drawing | None:
    """What was drawn of a document; None where that was not possible."""
    with suppress(OSError):
        return _understood(placed(order.kept, order.key, "json").read_bytes(), order.kept)
    return None


def _understood(answer: bytes, kept: Path) -> Drawing | None:
    """What a reader process has found; nobody trusts it, so None where it is not of the right form, or its pictures are not there."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        said = json.loads(answer)
        found = [SheetFound(int(n), float(w), float(h), _name(picture), _word(why)) for n, w, h, picture, why in said["sheets"]]
        boxes = tuple((int(q), int(p), float(x), float(y), float(w), float(h)) for q, p, x, y, w, h in said["boxes"])
        drawing = Drawing(tuple(map(int, said["starts"])), {sheet.number: sheet for sheet in found}, boxes, _word(said["why_not"]))
        if all(sheet.picture is None or placed(kept, sheet.picture, "webp").exists() for sheet in found):
            return drawing
    return None


def _name(said: Any) -> str | None:
    if said is None or (isinstance(said, str) and len(said) == 32 and set(said) <= set("0123456789abcdef")):
        return said
    raise ValueError(said)


def _word(said: Any) -> str | None:
    return None if said is None else str(said)[:40]


def draw(task: Task, limits: Limits, opened: Opened) -> bytes:
    """Draw one document; runs in a reader process, which leaves the pictures where they are kept.

    Raises UnreadableError where it cannot be read.
    """
    from pipeline.readers import Terms, read  # noqa: PLC0415  what opens PDF files is not wanted in the process that asks
    from pipeline.readers.pdf_drawn import sheets  # noqa: PLC0415

    order = cast("Order", task)
    data = order.path.read_bytes()
    source = read(data, order.name, Terms(limits, opened, kept=order.path.with_name(f"{order.path.name}.ocr.json"))).source
    if not source.page_starts or digest_of(source.text, order.hidden) != order.text_digest:
        return _told(why_not="read_otherwise")
    found, boxes = [], []
    for sheet in sheets(data, source, order.quotes, order.hidden):
        width, height = sheet.size
        picture = _picture(order, sheet) if sheet.why_not is None else None
        why = sheet.why_not or (None if picture else "cannot_be_drawn")
        found.append([sheet.number, round(width, 2), round(height, 2), picture, why])
        for quote, at in sheet.boxes:
            box = at.box
            place = (box.left, height - box.top, box.right - box.left, box.top - box.bottom)
            boxes.append([quote, sheet.number, *(round(side, 1) for side in place)])
    return _told(starts=source.page_starts, sheets=found, boxes=boxes)


def _told(**said: Any) -> bytes:
    return json.dumps({"starts": [], "sheets": [], "boxes": [], "why_not": None} | said).encode("ascii")


def _picture(order: Order, sheet: Any) -> str | None:
    """The key of a page's picture, which is drawn unless it is kept."""
    from pipeline.readers.pdf_drawn import VERSION  # noqa: PLC0415

    black = [[round(float(side), 1) for side in box] for box in sheet.black]
    said = json.dumps([order.sha256, sheet.number, black, sheet.bare, VERSION])
    key = hashlib.sha256(said.encode()).hexdigest()[:32]
    place = placed(order.kept, key, "webp")
    if not place.exists():
        picture = sheet.picture()
        if picture is None:
            return None
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, picture, force=False)
    return key
