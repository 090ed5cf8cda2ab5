"""Sentences in the forms of the survey, German, Austrian and Swiss, each with all its sums: see `sentences.txt` beside this file."""

from pathlib import Path

import pytest

from extractors.amounts import extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

BLOCKS = [
    block for block in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n\n") if not block.startswith("# ")
]


def read(text: str) -> list[str]:
    return [
        " ".join(
            [
                amount.amount + (f"..{amount.amount_max}" if amount.amount_max else ""),
                amount.currency,
                amount.bound,
                amount.basis,
                *map(str, amount.fiscal_years),
            ]
        )
        for amount in extract(minutes_of(DocumentText(f"Beschluss:\n{text}")))
    ]


@pytest.mark.parametrize("block", BLOCKS, ids=[block.partition("\n")[0][:60] for block in BLOCKS])
def test_a_sentence(block: str) -> None:
    lines = block.strip().split("\n")
    text = "\n".join(line for line in lines if not line.startswith("> "))  # ¶ stands for an empty line
    assert read(text.replace("¶", "")) == [line.removeprefix("> ") for line in lines if line.startswith("> ")]


def test_there_are_many() -> None:
    assert len(BLOCKS) > 200
