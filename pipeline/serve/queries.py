"""The searches and questions that have a name, as Datasette's canned queries. What somebody types is only ever a parameter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.release.matters import known_fields
from pipeline.release.search import index_of

# A council by its id or by a part of its name; an empty field asks for all.
OF_COUNCIL = "(:council = '' OR {0}.council IN (SELECT id FROM councils WHERE id = :council OR name LIKE '%' || :council || '%'))"
OF_YEAR = "(:year = '' OR {0}.year = :year)"
EACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question with a name: its address, its title, what it says of itself, the fields to fill in."""

    name: str
    title: str
    description: str
    sql: str
    asked: tuple[str, ...]
    """The parameters: the fields of its form."""
    fragment: str = ""
    """The chart that is drawn of it (datasette-vega)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A table in the search over everything: what a hit is called, what it says, what it is about."""

    table: str
    title: str
    words: str
    matter: str = "m.title"
    day: str = "t.meeting_date"


KINDS = (
    Kind(table="votes", title="Abstimmung", words="t.quote"),
    Kind(table="resolution_points", title="Beschlusspunkt", words="t.text"),
    Kind(table="amounts", title="Betrag", words="t.quote"),
    Kind(table="deadlines", title="Frist", words="t.quote"),
    Kind(table="follow_ups", title="Beschlusskontrolle", words="t.quote"),
)
IN_TEXTS = f"""SELECT * FROM (
  SELECT 'Dokument' AS kind, t.meeting_date, t.council, t.body, COALESCE(t.title, t.name) AS about,
         REPLACE(snippet(documents_words, 2, '«', '»', ' … ', 24), char(10), ' ') AS words, t.permalink
  FROM documents_words JOIN documents AS t ON t.rowid = documents_words.rowid
  WHERE documents_words MATCH escape_fts(:search) AND {OF_COUNCIL.format("t")} AND {OF_YEAR.format("t")}
  ORDER BY t.meeting_date DESC LIMIT {EACH})"""  # noqa: S608  our own names


def _hits(kind: Kind) -> str:
    return f"""SELECT * FROM (
  SELECT '{kind.title}' AS kind, {kind.day} AS meeting_date, t.council, t.body, {kind.matter} AS about, {kind.words} AS words, t.permalink
  FROM "{kind.table}" AS t LEFT JOIN matters AS m ON m.document_id = t.document_id AND m.agenda_item IS t.agenda_item
  WHERE t.rowid IN (SELECT rowid FROM {index_of(kind.table)} WHERE {index_of(kind.table)} MATCH escape_fts(:search))
    AND t.same_as IS NULL AND {OF_COUNCIL.format("t")} AND {OF_YEAR.format("t")}
  ORDER BY {kind.day} DESC LIMIT {EACH})"""  # noqa: S608  our own names


def queries() -> Iterator[Query]:
    """All questions, in the order in which they are offered."""
    yield Query(
        name="suche",
        title="Suche über alles",
        description="Findet Wörter und Teile von Wörtern in Abstimmungen, Beschlusspunkten, Beträgen, Fristen, Berichten und den Texten der"
        f" Dokumente: „Haushalt“ auch in „Doppelhaushalt“, „Fluchtlinge“ auch „Flüchtlinge“. Mehrere Wörter müssen alle vorkommen; „in"
        f" Anführungszeichen“ bleibt die Folge, ein Stern am Ende (Bau*) sucht nur den Wortanfang. Je Art die {EACH} neuesten Treffer.",
        sql="\nUNION ALL\n".join([*map(_hits, KINDS), IN_TEXTS]) + "\nORDER BY meeting_date DESC",
        asked=("search", "council", "year"),
    )
    yield Query(
        name="knappe-abstimmungen",
        title="Knappe Abstimmungen",
        description="Ja und Nein liegen höchstens ein Zehntel der Stimmen oder eine Stimme auseinander; die knappsten zuerst.",
        sql=f"SELECT * FROM close_votes AS t WHERE {OF_COUNCIL.format('t')} AND {OF_YEAR.format('t')}"  # noqa: S608
        " ORDER BY margin, meeting_date DESC, id LIMIT 500",
        asked=("council", "year"),
    )
    yield Query(
        name="geld-fuer-integration",
        title="Geld für Integration, je Kommune und Jahr",
        description="Beträge in angenommenen Beschlüssen zu Integration und Migration (Wortliste in der Tabelle policy_fields), nach dem"
        " Jahr des Beschlusses. Bewilligtes, Einnahmen und frühere Beträge (role), jährliche und einmalige (basis) stehen getrennt: nicht"
        " zusammenzählen. Der Beleg zeigt den größten Betrag; alle zeigt die Frage „Beträge eines Politikfelds“.",
        sql=f"SELECT * FROM money_for_integration AS t WHERE {OF_COUNCIL.format('t')} ORDER BY council, year, role, basis",  # noqa: S608
        asked=("council",),
        fragment="g.mark=bar&g.x_column=year&g.x_type=ordinal&g.y_column=amount&g.y_type=quantitative&g.color_column=council",
    )
    yield Query(
        name="faellig",
        title="Fällig in den nächsten 90 Tagen",
        description="Fristen und angekündigte Berichte mit einem Tag. Ein leeres Feld day heißt heute; Form 2026-11-30.",
        sql="SELECT * FROM due_dates AS t WHERE due BETWEEN COALESCE(NULLIF(:day, ''), date('now'))"  # noqa: S608
        f" AND date(COALESCE(NULLIF(:day, ''), 'now'), '+90 days') AND {OF_COUNCIL.format('t')} ORDER BY due, council, id LIMIT 1000",
        asked=("day", "council"),
    )
    yield Query(
        name="ohne-bericht",
        title="Beschlüsse ohne Bericht",
        description="Angenommene Beschlüsse, die jemanden beauftragen und deren Vorlage in keinem Bericht der Beschlusskontrolle derselben"
        " Kommune genannt wird. Kommunen, deren Berichte hier fehlen, stehen deshalb mit allem da: das sagt nichts über die Umsetzung.",
        sql=f"SELECT * FROM decisions_without_report AS t WHERE {OF_COUNCIL.format('t')} AND {OF_YEAR.format('t')}"  # noqa: S608
        " ORDER BY meeting_date DESC, id LIMIT 500",
        asked=("council", "year"),
    )
    yield Query(
        name="groesste-summen",
        title="Größte Summen",
        description="Beträge in Beschlüssen und Beschlussvorschlägen, die größten zuerst; outcome sagt, was aus dem Punkt wurde.",
        sql=f"SELECT * FROM largest_sums AS t WHERE currency = 'EUR' AND {OF_COUNCIL.format('t')} AND {OF_YEAR.format('t')} LIMIT 500",  # noqa: S608
        asked=("council", "year"),
        fragment="g.mark=bar&g.x_column=title&g.x_type=nominal&g.y_column=amount&g.y_type=quantitative",
    )
    yield Query(
        name="geld-nach-politikfeld",
        title="Geld nach Politikfeld",
        description="Beträge in angenommenen Beschlüssen, nach Feldern der Wortliste. Ein Beschluss kann zu mehreren Feldern gehören.",
        sql="SELECT field, council, year, role, basis, currency, SUM(statements) AS statements, SUM(amount) AS amount,"  # noqa: S608
        " MAX(largest) AS largest, title, permalink FROM money_by_policy_field AS t"
        f" WHERE (:field = '' OR field = :field) AND {OF_COUNCIL.format('t')} AND {OF_YEAR.format('t')}"
        " GROUP BY field, council, year, role, basis, currency ORDER BY amount DESC LIMIT 1000",
        asked=("field", "council", "year"),
    )
    yield Query(
        name="betraege-eines-politikfelds",
        title="Beträge eines Politikfelds",
        description="Die einzelnen Beträge, aus denen die Summen je Politikfeld bestehen, die größten zuerst; jeder mit seinem Beleg."
        f" Felder: {', '.join(f'{name} ({field.de})' for name, field in known_fields().items())}.",
        sql="SELECT * FROM money_of_policy_fields AS t WHERE field = COALESCE(NULLIF(:field, ''), 'integration')"  # noqa: S608
        f" AND {OF_COUNCIL.format('t')} AND {OF_YEAR.format('t')} ORDER BY amount DESC, id LIMIT 500",
        asked=("field", "council", "year"),
    )
