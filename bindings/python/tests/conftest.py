"""What several tests use."""

import pathlib
from datetime import datetime, timedelta, timezone
from typing import Iterator, Optional

import pytest

from congvan import Actor, Capacity, Command, Directory, Fields, Mandate, Register

ROOT = pathlib.Path(__file__).resolve().parents[3]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the stub of the installed package over the committed one")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


class World:
    """A small province, its mandate, and one directive in force."""

    directive = "bao-cao-quy"
    opening = datetime(2024, 3, 25, 10, tzinfo=timezone(timedelta(hours=7)))

    def __init__(self) -> None:
        folder = ROOT / "examples" / "own-database"
        self.directory = Directory.from_file(str(folder / "directory.toml"))
        self.mandate = Mandate.from_file(str(folder / "mandate.toml"))

    def actor(self, office: str) -> Actor:
        return self.directory.actor(office, self.opening.date())

    def issue(self, register: Register, directive: str = directive, number: int = 12) -> None:
        """Drafts, signs and issues a directive."""
        register.execute(directive, self.actor("so-noi-vu.officer"), self.draft(), self.opening)
        register.execute(directive, self.actor("ubnd-tinh.head"), Command.Sign(), self.opening)
        issue = Command.Issue(date=self.opening.date(), notation="UBND-SNV", number=number)
        register.execute(directive, self.actor("ubnd-tinh.clerk"), issue, self.opening)

    def draft(self) -> Command:
        return Command.Draft(mandate=self.mandate)

    def submit(self, location: Optional[str] = None) -> Command:
        """The report of Sở Y tế, which stands second in the roster."""
        return Command.Submit(
            obligation=self.report,
            fields=Fields(other={}),
            hash="sha256:" + "0" * 64,
            media_type="application/pdf",
            location=location,
            signed_as=Capacity.HEAD,
            signed_by="p4",
        )

    report = 1


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def register(world: World) -> Iterator[Register]:
    with Register.open("memory:") as opened:
        opened.set_directory(world.directory)
        yield opened
