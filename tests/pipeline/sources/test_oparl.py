"""What servers do beside the standard; each case was met by others (users.md 2.4: Sternberg, CC e-gov, Somacos, OWL-IT)."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from pipeline.councils import council_at
from pipeline.sources import AgendaItem, Body, Consultation, Found, Meeting, Organization, Paper
from pipeline.sources.oparl import find
from pipeline.statuses import Failure, Issue, Status

ROOT = "https://ris.wehrstadt.example"
MEETING = {
    "id": f"{ROOT}/m/1",
    "type": "https://schema.oparl.org/1.1/Meeting",
    "name": "3. Sitzung des Stadtrats",
    "start": "2024-03-12T18:00:00+01:00",
    "organization": [f"{ROOT}/o/1"],
    "modified": "2024-03-20T08:00:00+01:00",
    "resultsProtocol": {
        "id": f"{ROOT}/f/1",
        "downloadUrl": f"{ROOT}/f/1.pdf",
        "mimeType": "application/pdf",
        "modified": "2024-03-19T08:00:00Z",
    },
    "agendaItem": [{"id": f"{ROOT}/a/1", "number": "1", "name": "Radweg am Wehr", "public": True, "result": "einstimmig beschlossen"}],
}
PAPER = {
    "id": f"{ROOT}/p/1",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Radweg am Wehr",
    "reference": "2024/007",
    "date": "2024-02-01",
    "modified": "2024-03-20T08:00:00+01:00",
    "mainFile": {"id": f"{ROOT}/f/2", "accessUrl": f"{ROOT}/f/2.pdf", "name": "Vorlage"},
    "consultation": [{"id": f"{ROOT}/c/1", "meeting": f"{ROOT}/m/1", "agendaItem": f"{ROOT}/a/1", "role": "Entscheidung"}],
}


def page(*objects: Any, following: str | None = None) -> dict[str, Any]:
    return {"data": list(objects), "links": {"next": following} if following else {}, "pagination": {}}


class Server(dict[str, Any]):
    """Answers by address; an address that nobody expects is a KeyError, a Failure is raised, bytes are served as they are."""

    def __init__(self, **changes: Any) -> None:
        body = {
            "id": f"{ROOT}/b/1",
            "name": "Wehrstadt",
            "ags": "08215999",
            "organization": f"{ROOT}/o",
            "meeting": f"{ROOT}/m",
            "paper": f"{ROOT}/p",
        }
        answers = {
            "system": {"id": f"{ROOT}/system", "body": f"{ROOT}/b"},
            "b": page(body),
            "o": page(),
            "m": page(),
            "p": page(),
        } | changes
        super().__init__({f"{ROOT}/{path}": answer for path, answer in answers.items()})
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        answer = self[url]
        if isinstance(answer, Failure):
            raise answer
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    def found(self, since: datetime | None = None) -> Found:
        return find(council_at("oparl", f"{ROOT}/system"), self.get, since)


def test_a_whole_council_is_found() -> None:
    found = Server(o=page({"id": f"{ROOT}/o/1", "name": "Stadtrat"}), m=page(MEETING), p=page(PAPER)).found()

    assert found.nouns == (
        Body(key=f"{ROOT}/b/1", name="Wehrstadt", ags="08215999"),
        Organization(key=f"{ROOT}/o/1", body=f"{ROOT}/b/1", name="Stadtrat"),
        Meeting(
            key=f"{ROOT}/m/1",
            body=f"{ROOT}/b/1",
            name="3. Sitzung des Stadtrats",
            start=datetime.fromisoformat("2024-03-12T18:00:00+01:00"),
            organizations=(f"{ROOT}/o/1",),
            agenda_items=(AgendaItem(key=f"{ROOT}/a/1", number="1", title="Radweg am Wehr", public=True, result="einstimmig beschlossen"),),
        ),
        Paper(
            key=f"{ROOT}/p/1", body=f"{ROOT}/b/1", name="Radweg am Wehr", reference="2024/007", date=datetime(2024, 2, 1, tzinfo=UTC).date()
        ),
        Consultation(key=f"{ROOT}/c/1", paper=f"{ROOT}/p/1", meeting=f"{ROOT}/m/1", agenda_item=f"{ROOT}/a/1", role="Entscheidung"),
    )
    assert [(link.url, link.role, link.meeting, link.kind) for link in found.documents] == [
        (f"{ROOT}/f/1.pdf", "results_protocol", f"{ROOT}/m/1", "minutes"),
        (f"{ROOT}/m/1", "meeting", f"{ROOT}/m/1", None),
        (f"{ROOT}/f/2.pdf", "main_file", f"{ROOT}/m/1", None),
        (f"{ROOT}/p/1", "paper", f"{ROOT}/m/1", None),
    ]
    assert (found.issues, found.complete) == ((), True)


def test_the_objects_themselves_are_documents_with_content() -> None:
    link = next(link for link in Server(p=page(PAPER)).found().documents if link.role == "paper")

    assert json.loads(link.content or b"") == PAPER | {"mainFile": [PAPER["mainFile"]]}


def test_a_paper_consulted_at_two_meetings_is_of_neither() -> None:
    twice = PAPER | {"consultation": [{"id": "c1", "meeting": f"{ROOT}/m/1"}, {"id": "c2", "meeting": f"{ROOT}/m/2"}]}

    assert {link.meeting for link in Server(p=page(twice)).found().documents} == {None}


def test_pages_are_followed_to_the_last() -> None:
    server = Server(p=page(PAPER, following=f"{ROOT}/p?page=2"), **{"p?page=2": page(PAPER | {"id": f"{ROOT}/p/2"})})

    assert [noun.key for noun in server.found().nouns if isinstance(noun, Paper)] == [f"{ROOT}/p/1", f"{ROOT}/p/2"]


def test_a_window_is_asked_for_without_a_percent_sign() -> None:
    since = datetime.fromisoformat("2024-03-20T09:30:00+01:00")
    window = "modified_since=2024-03-20T08:30:00Z"
    server = Server(**{f"{kind}?{window}": page() for kind in "omp"})

    server.found(since)

    assert [url for url in server.asked if "?" in url] == [f"{ROOT}/{kind}?{window}" for kind in "omp"]


def refusal(status: int, body: bytes) -> Failure:
    return Failure(Status.GONE if status == 404 else Status.HTTP_ERROR, f"answers {status}", http_status=status, body=body)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(refusal(404, b'{"code": 802, "message": "Keine Elemente"}'), id="404 with code 802"),
        pytest.param(refusal(400, b'{"code": "802"}'), id="400 with code 802"),
        pytest.param([], id="bare empty list"),
        pytest.param({}, id="empty object"),
        pytest.param(page(), id="empty page"),
        pytest.param({"data": None}, id="data is nothing"),
    ],
)
def test_an_empty_list_in_any_form_is_no_loss(answer: Any) -> None:
    found = Server(m=answer).found()

    assert (found.issues, found.complete) == ((), True)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(refusal(404, b"nicht gefunden"), Status.GONE, id="404 without a code"),
        pytest.param(refusal(500, b""), Status.HTTP_ERROR, id="500 for ever"),
        pytest.param(b"<html>Wartungsarbeiten</html>", Status.SOFT_ERROR_PAGE, id="maintenance page with status 200"),
        pytest.param(b'{"data": [', Status.CORRUPT, id="cut off"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_issue_and_the_others_still_come(answer: Any, code: Status) -> None:
    found = Server(m=answer, p=page(PAPER)).found()

    assert ([issue.code for issue in found.issues], found.complete) == ([code], False)
    assert any(isinstance(noun, Paper) for noun in found.nouns)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param([MEETING], id="bare list"),
        pytest.param(MEETING, id="single object"),
        pytest.param({"data": MEETING}, id="single object as data"),
        pytest.param({key: value for key, value in MEETING.items() if key != "type"}, id="without a type"),
        pytest.param(
            json.dumps(page(MEETING)).replace("Sitzung des", "Sitzung\\u0001des").encode().replace(b"\\u0001", b"\x01"), id="control"
        ),
        pytest.param(b"\xef\xbb\xbf" + json.dumps(page(MEETING)).encode(), id="byte order mark"),
    ],
)
def test_a_meeting_is_found_in_whatever_form_it_is_served(answer: Any) -> None:
    meetings = [noun for noun in Server(m=answer).found().nouns if isinstance(noun, Meeting)]

    assert [(meeting.name, len(meeting.agenda_items)) for meeting in meetings] == [("3. Sitzung des Stadtrats", 1)]


def test_a_body_may_be_served_where_a_list_of_bodies_belongs() -> None:
    server = Server(p=page(PAPER))
    server[f"{ROOT}/system"] = server[f"{ROOT}/b"]["data"][0]

    assert [type(noun).__name__ for noun in server.found().nouns] == ["Body", "Paper", "Consultation"]


def test_values_that_say_nothing_are_nothing() -> None:
    found = Server(p=page(PAPER | {"reference": "N/A", "paperType": "  ", "auxiliaryFile": {"id": "x", "downloadUrl": "N/A"}})).found()

    paper = next(noun for noun in found.nouns if isinstance(noun, Paper))
    assert (paper.reference, paper.paper_type) == (None, None)
    assert [link.role for link in found.documents] == ["main_file", "paper"]


def test_one_file_may_stand_where_a_list_of_files_belongs() -> None:
    found = Server(p=page(PAPER | {"auxiliaryFile": {"id": "x", "downloadUrl": f"{ROOT}/f/3.pdf"}})).found()

    assert [link.url for link in found.documents if link.role == "auxiliary_file"] == [f"{ROOT}/f/3.pdf"]


def test_a_file_may_be_linked_where_it_should_be_embedded() -> None:
    found = Server(p=page(PAPER | {"mainFile": f"{ROOT}/f/2"}), **{"f/2": PAPER["mainFile"]}).found()

    assert [link.url for link in found.documents if link.role == "main_file"] == [f"{ROOT}/f/2.pdf"]


def test_a_linked_file_that_cannot_be_had_leaves_the_papers_other_files_in_place() -> None:
    found = Server(p=page(PAPER | {"mainFile": f"{ROOT}/f/2"}), **{"f/2": refusal(500, b"")}).found()

    assert (found.owners, found.complete) == (frozenset(), False)


@pytest.mark.parametrize(
    "deleted",
    [
        pytest.param({"id": f"{ROOT}/p/1", "type": "https://schema.oparl.org/1.1/Paper", "deleted": True}, id="with a type"),
        pytest.param({"id": f"{ROOT}/p/1", "deleted": True}, id="without a type"),
    ],
)
def test_what_the_source_deleted_is_told(deleted: dict[str, Any]) -> None:
    found = Server(p=page(deleted)).found()

    assert (found.deleted, found.documents) == (frozenset({f"{ROOT}/p/1"}), ())


def test_an_ags_that_lost_its_zero_is_mended_with_an_issue() -> None:
    server = Server()
    server[f"{ROOT}/b"]["data"][0]["ags"] = "8215999"

    found = server.found()

    assert found.nouns[0] == Body(key=f"{ROOT}/b/1", name="Wehrstadt", ags="08215999")
    assert found.issues == (Issue(Status.REPAIRED, f"{ROOT}/b/1", "ags 8215999 lost its leading zero at the source; read as 08215999."),)


def test_a_date_that_is_none_is_left_out_with_an_issue() -> None:
    found = Server(p=page(PAPER | {"date": "12.03.2024"})).found()

    assert [issue.code for issue in found.issues] == [Status.LAYOUT_UNKNOWN]
    assert next(noun for noun in found.nouns if isinstance(noun, Paper)).date is None


def test_a_parameter_that_a_server_doubles_is_asked_once() -> None:
    server = Server(p=page(PAPER, following=f"{ROOT}/p?limit=100&limit=100&page=2"), **{"p?limit=100&page=2": page()})

    assert server.found().complete


@pytest.mark.parametrize(
    "endless",
    [
        pytest.param({"p": page(PAPER, following=f"{ROOT}/p")}, id="a page that follows itself"),
        pytest.param({"p": page(PAPER, following=f"{ROOT}/p?page=2"), "p?page=2": page(PAPER, following=f"{ROOT}/p?page=3")}, id="repeats"),
    ],
)
def test_paging_without_end_is_left_with_an_issue(endless: dict[str, Any]) -> None:
    found = Server(**endless).found()

    assert [issue.code for issue in found.issues] == [Status.LAYOUT_UNKNOWN]


def test_an_empty_page_that_names_a_next_one_is_the_last() -> None:
    server = Server(p=page(PAPER, following=f"{ROOT}/p?page=2"), **{"p?page=2": page(following=f"{ROOT}/p?page=3")})

    assert server.found().issues == ()


def test_the_stamps_of_a_server_that_renews_them_daily_make_no_new_version() -> None:
    versions = {
        link.version
        for day in ("2024-03-20", "2024-03-21")
        for link in Server(p=page(PAPER | {"modified": f"{day}T00:00:00Z", "created": f"{day}T00:00:00Z"})).found().documents
        if link.role == "paper"
    }

    assert len(versions) == 1


@pytest.mark.parametrize("answer", [b"<html>Anmeldung</html>", b'{"id": "x"}'], ids=["web page", "no system"])
def test_an_entry_that_is_no_oparl_is_a_failure(answer: bytes) -> None:
    with pytest.raises(Failure):
        Server(system=answer).found()
