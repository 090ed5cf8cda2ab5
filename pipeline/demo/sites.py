"""Every vendor's fake that can serve a town, by the name a person would call it: source, site, and the address to start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.demo.allris3 import Allris3Site
from pipeline.demo.allris4 import Allris4Site
from pipeline.demo.risi import RisiSite
from pipeline.demo.rubin import RubinSite
from pipeline.demo.sdnet import SdnetSite
from pipeline.demo.sessionnet import SessionNetSite
from pipeline.demo.town import Town
from pipeline.demo.website import Site


@dataclass(frozen=True, slots=True)
class Fake:
    """A council system that does not exist."""

    source: str
    site: Callable[[Town], Site]
    path: str


FAKES: dict[str, Fake] = {
    "SessionNet, layout 4": Fake("sessionnet", lambda town: SessionNetSite(town, 4), "/si0040.asp"),
    "SessionNet, layout 5": Fake("sessionnet", lambda town: SessionNetSite(town, 5), "/si0040.php"),
    "ALLRIS 3": Fake("allris3", Allris3Site, "/bi/si010.asp"),
    "ALLRIS 3, XML": Fake("allris3", lambda town: Allris3Site(town, xml=True), "/bi/si010.asp"),
    "ALLRIS 3, responsive": Fake("allris3", lambda town: Allris3Site(town, variant="_r"), "/bi/si010_r.asp"),
    "ALLRIS 4": Fake("allris4", Allris4Site, "/public/"),
    "SD.NET": Fake("sdnet", SdnetSite, "/termine/"),
    "more! rubin": Fake("rubin", RubinSite, "/"),
    "more! rubin, older": Fake("rubin", lambda town: RubinSite(town, older=True), "/sitzungskalender.php"),
    "München RIS": Fake("risi", RisiSite, "/risi/sitzung/kalender/str"),
    "PIWi": Fake("risi", lambda town: RisiSite(town, "wiesbaden"), "/gremium/ical/gremium/0"),
}
