"""What checked sheets amount to: how often the program is right, and how far the people agree. Only home of nltk.

Precision is told with Wilson's interval; agreement as Cohen's kappa (over pairs of people, weighted by what both answered) and as
Krippendorff's alpha, each with an interval from drawing councils anew, as facts of one council are read from like documents.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from nltk.metrics.agreement import AnnotationTask

from pipeline.release.review import KINDS
from pipeline.release.review_sheets import Checked, Judgement

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: intervals hold 95 %."""
DRAWS = 400
ALL = "all"
Interval = tuple[float, float]
Item = Mapping[str, str]
"""Who gave which answer to one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a kind of fact, or of all."""

    kind: str
    rows: int
    """Facts that somebody answered for."""
    right: int
    wrong: int
    unclear: int
    disputed: int
    """Facts that as many find right as find wrong."""
    precision: float | None
    precision_interval: Interval | None
    twice: int
    """Facts that two people or more answered for; the figures below are of these."""
    agreement: float | None
    """The share of pairs of answers that are the same."""
    kappa: float | None
    kappa_interval: Interval | None
    alpha: float | None
    alpha_interval: Interval | None

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values."""
        return asdict(self)


def figures_of(checked: Checked, seed: str) -> list[Figures]:
    """The figures of each kind of fact that was checked, and of all of them together."""
    kinds = [kind for kind in KINDS if any(one.table == kind for one in checked.judgements)]
    found = [_figures(kind, [one for one in checked.judgements if one.table == kind], seed) for kind in kinds]
    return [*found, _figures(ALL, checked.judgements, seed)] if len(found) != 1 else found


def _figures(kind: str, judgements: Sequence[Judgement], seed: str) -> Figures:
    items, councils = _items(judgements)
    verdicts = Counter(verdict(list(item.values())) for item in items.values())
    right, wrong = verdicts["right"], verdicts["wrong"]
    twice = {key: item for key, item in items.items() if len(item) > 1}
    grouped: dict[str, list[Item]] = {}
    for key, item in twice.items():
        grouped.setdefault(councils[key], []).append(item)
    shared = list(twice.values())
    return Figures(
        kind=kind,
        rows=len(items),
        right=right,
        wrong=wrong,
        unclear=verdicts["unclear"],
        disputed=verdicts["disputed"],
        precision=right / (right + wrong) if right + wrong else None,
        precision_interval=wilson(right, right + wrong),
        twice=len(twice),
        agreement=agreement(shared),
        kappa=kappa(shared),
        kappa_interval=bootstrap(kappa, grouped, f"{seed} {kind}"),
        alpha=alpha(shared),
        alpha_interval=bootstrap(alpha, grouped, f"{seed} {kind}"),
    )


def _items(judgements: Iterable[Judgement]) -> tuple[dict[tuple[str, str], dict[str, str]], dict[tuple[str, str], str]]:
    items: dict[tuple[str, str], dict[str, str]] = {}
    councils: dict[tuple[str, str], str] = {}
    for one in judgements:
        items.setdefault((one.table, one.row), {})[one.coder] = one.answer
        councils[one.table, one.row] = one.council
    return items, councils


def verdict(answers: Sequence[str]) -> str:
    """What the answers to one fact come to.

    >>> verdict(["right", "unclear"]), verdict(["right", "wrong"]), verdict(["unclear"])
    ('right', 'disputed', 'unclear')
    """
    right, wrong = answers.count("right"), answers.count("wrong")
    if right == wrong:
        return "disputed" if right else "unclear"
    return "right" if right > wrong else "wrong"


def wilson(hits: int, of: int) -> Interval | None:
    """Wilson's 95 % interval of a share.

    >>> [round(one, 3) for one in wilson(48, 50)]
    [0.865, 0.989]
    """
    if not of:
        return None
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def agreement(items: Sequence[Item]) -> float | None:
    """The share of pairs of answers to one fact that are the same."""
    pairs = [(one, other) for item in items for one, other in combinations(item.values(), 2)]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def kappa(items: Sequence[Item]) -> float | None:
    """Cohen's kappa, of several people the mean over their pairs; None where chance alone would let all agree."""
    found: list[tuple[float, int]] = []
    for one, other in combinations(sorted({coder for item in items for coder in item}), 2):
        both = [item for item in items if one in item and other in item]
        if len({item[coder] for item in both for coder in (one, other)}) > 1:
            task = AnnotationTask([(coder, number, item[coder]) for number, item in enumerate(both) for coder in (one, other)])
            found.append((float(task.kappa_pairwise(one, other)), len(both)))
    weight = sum(count for _, count in found)
    return sum(value * count for value, count in found) / weight if weight else None


def alpha(items: Sequence[Item]) -> float | None:
    """Krippendorff's alpha for answers without an order; None where only one answer was ever given."""
    if len({answer for item in items for answer in item.values()}) < 2:
        return None
    task = AnnotationTask([(coder, number, answer) for number, item in enumerate(items) for coder, answer in item.items()])
    return float(task.alpha())


def bootstrap(figure: Callable[[Sequence[Item]], float | None], grouped: Mapping[str, Sequence[Item]], seed: str) -> Interval | None:
    """The 95 % interval of a figure when councils are drawn anew, each with all its facts; None with fewer than two councils."""
    councils = sorted(grouped)
    if len(councils) < 2:
        return None
    chance = random.Random(seed)  # noqa: S311  a seed gives the same interval on every machine
    draws = (chance.choices(councils, k=len(councils)) for _ in range(DRAWS))
    values = sorted(value for drawn in draws if (value := figure([item for council in drawn for item in grouped[council]])) is not None)
    if len(values) < DRAWS // 2:
        return None
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
