"""Ottersbrück as OParl 1.1 objects, built from `city.yaml`; addresses start with a mark that the server replaces by its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.councils import fields_in
from pipeline.demo.typesetting import SET, pdf_of, source_of

HERE = "{here}"
SCHEMA = "https://schema.oparl.org/1.1/"
MADE = "2024-01-08T08:00:00+01:00"
BODY = f"{HERE}/oparl/bodies/1"
Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class City:
    """What the server serves: objects by their path, the paths in each list, and the files by name."""

    objects: dict[str, Object] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def city_of(folder: Path) -> City:
    """Build the city from its folder: `city.yaml` and the source texts in `files`."""
    told = fields_in(folder / "city.yaml")
    texts = {path.name.removesuffix(SET): path.read_text(encoding="utf-8") for path in sorted((folder / "files").glob(f"*{SET}"))}
    city = City(files={f"{name}.pdf": pdf_of(text) for name, text in texts.items()})
    build = _Builder(told, texts)
    city.lists.update(
        organization=[build.add(city, build.organization(name, said)) for name, said in told["organizations"].items()],
        person=[],
        meeting=[build.add(city, build.meeting(name, said)) for name, said in told["meetings"].items()],
        paper=[build.add(city, build.paper(name, said)) for name, said in told["papers"].items()],
    )
    build.add(city, build.body())
    build.add(city, build.system())
    return city


@dataclass(frozen=True, slots=True)
class _Builder:
    """Turns what `city.yaml` tells into OParl objects."""

    told: Object
    texts: dict[str, str]

    def add(self, city: City, thing: Object) -> str:
        """Serve an object and those embedded in it; the value is its path."""
        path = str(thing["id"]).removeprefix(HERE)
        city.objects[path] = thing
        for value in thing.values():
            for embedded in value if isinstance(value, list) else [value]:
                if isinstance(embedded, dict):
                    self.add(city, embedded)
        return path

    def system(self) -> Object:
        return _object("System", "system") | {
            "oparlVersion": f"{SCHEMA}",
            "name": f"Ratsinformation {self.told['name']} (erfunden)",
            "body": f"{HERE}/oparl/bodies",
            "product": "https://example.org/beschlussbuch-demo",
        }

    def body(self) -> Object:
        lists = {kind: f"{BODY}/{kind}" for kind in ("organization", "person", "meeting", "paper")}
        return (
            _object("Body", "bodies/1")
            | lists
            | {key: self.told[key] for key in ("name", "license")}
            | {"shortName": self.told["short_name"]}
        )

    def organization(self, name: str, said: Object) -> Object:
        return _object("Organization", f"organizations/{name}") | {
            "body": BODY,
            "name": said["name"],
            "shortName": said.get("short_name", said["name"]),
            "classification": said["classification"],
            "organizationType": said["type"],
        }

    def meeting(self, name: str, said: Object) -> Object:
        address = f"{HERE}/oparl/meetings/{name}"
        return _object("Meeting", f"meetings/{name}", said["modified"]) | {
            "body": BODY,
            "name": said["name"],
            "meetingState": "durchgeführt",
            "start": said["start"],
            "end": said["end"],
            "organization": [f"{HERE}/oparl/organizations/{said['organization']}"],
            "invitation": self.file(f"einladung-{name}", said["start"]),
            "resultsProtocol": self.file(f"niederschrift-{name}", said["modified"]),
            "agendaItem": [self.item(name, address, order, item) for order, item in enumerate(said["items"], start=1)],
        }

    def item(self, meeting: str, address: str, order: int, said: Object) -> Object:
        found = _object("AgendaItem", f"agenda-items/{meeting}-{said['number']}", self.told["meetings"][meeting]["modified"]) | {
            "meeting": address,
            "number": said["number"],
            "order": order,
            "name": said["name"],
            "public": said.get("public", True),
        }
        if "result" in said:
            found["result"] = said["result"]
        if resolution := said.get("resolution_text") or "\n\n".join(said.get("resolution", [])):
            found["resolutionText"] = resolution
        if "paper" in said:
            found["consultation"] = f"{HERE}/oparl/consultations/{said['paper']}-{meeting}"
        if "extract" in said:
            found["resolutionFile"] = self.file(said["extract"], self.told["meetings"][meeting]["modified"])
        return found

    def paper(self, name: str, said: Object) -> Object:
        made = f"{said['date']}T10:00:00+01:00"
        found = _object("Paper", f"papers/{name}", made) | {
            "body": BODY,
            "name": said["name"],
            "reference": said["reference"],
            "date": str(said["date"]),
            "paperType": said["type"],
            "mainFile": self.file(said["main"], made),
            "auxiliaryFile": [self.file(file, made) for file in said.get("auxiliary", [])],
            "consultation": list(self.consultations(name, said)),
        }
        if "originator" in said:
            found["originatorOrganization"] = [f"{HERE}/oparl/organizations/{said['originator']}"]
        return found

    def consultations(self, paper: str, said: Object) -> list[Object]:
        found = []
        for meeting, told in self.told["meetings"].items():
            numbers = [item["number"] for item in told["items"] if item.get("paper") == paper]
            if not numbers and meeting not in said.get("consulted", []):
                continue
            consultation = _object("Consultation", f"consultations/{paper}-{meeting}") | {
                "paper": f"{HERE}/oparl/papers/{paper}",
                "meeting": f"{HERE}/oparl/meetings/{meeting}",
                "organization": [f"{HERE}/oparl/organizations/{told['organization']}"],
                "authoritative": told["organization"] == "gemeinderat",
                "role": "Beschlussfassung" if told["organization"] == "gemeinderat" else "Vorberatung",
            }
            if numbers:
                consultation["agendaItem"] = f"{HERE}/oparl/agenda-items/{meeting}-{numbers[0]}"
            found.append(consultation)
        return found

    def file(self, name: str, modified: str) -> Object:
        return _object("File", f"files/{name}", modified) | {
            "name": source_of(self.texts[name])[0]["title"],
            "fileName": f"{name}.pdf",
            "mimeType": "application/pdf",
            "accessUrl": f"{HERE}/files/{name}.pdf",
            "downloadUrl": f"{HERE}/files/{name}.pdf",
        }


def _object(kind: str, path: str, modified: str = MADE) -> Object:
    return {"id": f"{HERE}/oparl/{path}", "type": f"{SCHEMA}{kind}", "created": MADE, "modified": modified}
