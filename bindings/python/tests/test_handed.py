"""An object that the host hands to the library has every method of its kind, or is refused before anybody asks it."""

from datetime import date, datetime
from typing import Any, Callable, Dict
from unittest.mock import MagicMock

import pytest

from congvan import (
    AuthorityProvider,
    Clock,
    Context,
    CustomRule,
    EventSubscriber,
    Journal,
    JournalFactory,
    Posted,
    Register,
    run_journal_conformance,
)
from conftest import World


class Forgetful(CustomRule):
    """It has a name and no more."""

    def name(self) -> str:
        return "forgetful"


class Timeless(Clock):
    pass


class Deaf(EventSubscriber):
    pass


class Half(AuthorityProvider):
    def of_person(self, person: str, on: date) -> Posted:
        return Posted(holdings=[])


class Nowhere(Journal):
    pass


class Idle(JournalFactory):
    pass


made: Dict[str, Any] = {kind.__name__: kind for kind in (Forgetful, Timeless, Deaf, Half, Nowhere, Idle)}
HANDED: Dict[str, Callable[[Register, World], object]] = {
    "`Forgetful` lacks `version`, `on_offer`, `on_command`: every `CustomRule` has": lambda register, world: register.set_rules(
        [made["Forgetful"]()]
    ),
    "`Forgetful` lacks": lambda register, world: Context(world.directory, rules=[made["Forgetful"]()]),
    "`Timeless` lacks `now`: every `Clock` has": lambda register, world: register.set_clock(made["Timeless"]()),
    "`Deaf` lacks `on_events`": lambda register, world: register.push_to(made["Deaf"]()),
    "`Half` lacks `of_office`": lambda register, world: register.set_authority_provider(made["Half"]()),
    "`Half` lacks": lambda register, world: world.directory.with_authority_provider(made["Half"]()),
    "`Nowhere` lacks `append`, ": lambda register, world: Register.over(made["Nowhere"]()),
    "`Idle` lacks `open`": lambda register, world: run_journal_conformance(made["Idle"]()),
}


@pytest.mark.parametrize("told", HANDED)
def test_a_forgotten_method_is_told_when_the_object_is_handed_over(told: str, register: Register, world: World) -> None:
    with pytest.raises(TypeError, match=told):
        HANDED[told](register, world)


def test_a_method_may_stand_on_the_object_or_be_made_up(register: Register) -> None:
    at = datetime.fromisoformat("2024-04-01T08:00:00+07:00")
    own: Any = made["Timeless"]()
    own.now = lambda: at
    register.set_clock(own)
    register.set_clock(MagicMock(spec=Clock))
