"""What puts the generated module into shape refuses what it does not know, so that an upgrade of the generator cannot slip by."""

import pytest

import shape


def test_a_module_of_another_form_is_refused() -> None:
    with pytest.raises(SystemExit, match="_UniffiRustBuffer"):
        shape.Shaper("import os\nx = os.name\n").run()


def test_a_converter_that_is_not_known_is_refused() -> None:
    assert shape.type_of("OptionalSequenceTypeEvent") == "Optional[List[Event]]"
    with pytest.raises(SystemExit, match="Duration"):
        shape.type_of("Duration")


def test_variants_are_named_as_classes_are() -> None:
    assert [shape.cap_words(name) for name in ("SIGN", "SEND_BACK", "RULE_12")] == ["Sign", "SendBack", "Rule12"]
