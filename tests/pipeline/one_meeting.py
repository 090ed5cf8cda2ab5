"""An OParl system of one body and one meeting, as bare as the schema allows."""

from __future__ import annotations

import json
from typing import Any

from werkzeug import Response

OPARL = "https://schema.oparl.org/1.1/"


def answer_at(path: str, url: str, meeting: dict[str, Any]) -> Response:
    """What the system at `url` answers at a path: itself, its body, its meeting, or an empty list."""
    if path == "/system":
        return Response(json.dumps({"id": f"{url}/system", "type": f"{OPARL}System", "body": f"{url}/b"}))
    body = {"id": f"{url}/b/1", "type": f"{OPARL}Body", "name": "Wehrstadt"}
    body |= {kind: f"{url}/{kind[0]}" for kind in ("organization", "meeting", "paper")}
    lists = {"/b": [body], "/m": [{"id": f"{url}/m/1", "type": f"{OPARL}Meeting"} | meeting]}
    return Response(json.dumps({"data": lists.get(path, []), "links": {}}))
