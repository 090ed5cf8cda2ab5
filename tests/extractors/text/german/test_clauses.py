"""Where a sentence ends, and where a dot ends nothing. All sentences are made up."""

import pytest

from extractors.text.german.clauses import clause_around

SENTENCES = {
    "abbreviation": "Erst dies. Es stehen 1,5 Mio. Euro ⟦bereit⟧. Dann das.",
    "ordinal": "Erst dies. Der Bericht folgt am 1. März ⟦im⟧ Rat. Dann das.",
    "amount at the end": "Erst dies. Es kostet ⟦500⟧ €. Die Mittel sind da.",
    "list entry": "1. Erst dies\n2. Die ⟦Verwaltung⟧ prüft\n3. Dann das",
    "entries numbered below a number": "2.1 Erst dies.\n2.2 Die ⟦Mittel⟧ steigen.\n2.3 Dann das.",
    "a wrapped day with blanks": "Erst dies. Das Amt ist bis zum\n15. 6. 1987 ⟦zu⟧ fragen. Dann das.",
    "empty line": "Erst dies\n\nDie ⟦Verwaltung⟧ prüft\n\nDann das",
}
EXPECTED = {
    "abbreviation": "Es stehen 1,5 Mio. Euro bereit.",
    "ordinal": "Der Bericht folgt am 1. März im Rat.",
    "amount at the end": "Es kostet 500 €.",
    "list entry": "2. Die Verwaltung prüft",
    "entries numbered below a number": "2.2 Die Mittel steigen.",
    "a wrapped day with blanks": "Das Amt ist bis zum\n15. 6. 1987 zu fragen.",
    "empty line": "Die Verwaltung prüft",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_around_a_place(name: str) -> None:
    text = SENTENCES[name]
    at = text.index("⟦")
    plain = text.replace("⟦", "").replace("⟧", "")
    start, end = clause_around(plain, at, 0, len(plain))
    assert plain[start:end].strip() == EXPECTED[name]
