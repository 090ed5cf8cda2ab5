from pathlib import Path

import pytest

from pipeline.councils import HERE, Council, CouncilError, all_councils, council_at, council_named, habits_of


def registry(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


def test_a_council_is_one_file(tmp_path: Path) -> None:
    folder = registry(
        tmp_path, wehrstadt='name: Stadt Wehrstadt\nags: "05515000"\nsource: oparl\nurl: https://ris.wehrstadt.example/oparl\n'
    )

    council = council_named("wehrstadt", folder)

    assert (council.id, council.name, council.ags) == ("wehrstadt", "Stadt Wehrstadt", "05515000")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("name: X\nags: 05515000\n", "the field ags must be text in quotes", id="ags without quotes is octal"),
        pytest.param('name: X\nags: "5515000"\n', "the field ags is wrong", id="ags of seven digits"),
        pytest.param('name: X\nags: "17515000"\n', "the field ags is wrong", id="no such Land"),
        pytest.param("name: X\nadress: y\n", "the field adress is not known", id="misspelt field"),
        pytest.param("ags: '05515000'\n", "the field name is missing", id="no name"),
        pytest.param(
            "name: X\npaper_patterns: ['(unclosed']\n", "the field paper_patterns.0 is wrong: is no regular expression", id="pattern"
        ),
        pytest.param("name: X\ntime_zone: Europe/Bielefeld\n", "the field time_zone is wrong: is no time zone", id="time zone"),
        pytest.param("name: X\nrobots_override: yes please\nsource: oparl\nurl: x\nseats: many\n", "the field seats is wrong", id="seats"),
        pytest.param("name: [X\n", "is no valid YAML", id="broken YAML"),
        pytest.param("- name\n", "holds no fields", id="a list"),
        pytest.param("", "holds no fields", id="empty"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence_with_file_and_field(tmp_path: Path, content: str, said: str) -> None:
    folder = registry(tmp_path, wrong=content)

    with pytest.raises(CouncilError) as told:
        all_councils(folder)

    assert str(folder / "wrong.yaml") in str(told.value)
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_an_unknown_council_is_told_with_the_known_ones(tmp_path: Path) -> None:
    folder = registry(tmp_path, wehrstadt="name: Wehrstadt\n")

    with pytest.raises(CouncilError, match=r"no council called 'nirgendwo' .*known: wehrstadt"):
        council_named("nirgendwo", folder)


def test_an_unknown_council_has_the_habits_of_nowhere(tmp_path: Path) -> None:
    folder = registry(tmp_path, wehrstadt="name: Wehrstadt\nseats: 33\n")

    assert habits_of("wehrstadt", folder).seats == 33
    assert habits_of("nirgendwo", folder).council is None


@pytest.mark.parametrize(
    ("source", "url", "name"),
    [
        pytest.param("oparl", "https://ris.wehrstadt.example:8443/oparl/system", "ris-wehrstadt-example-8443", id="server"),
        pytest.param("folder", "/srv/Protokolle 2024", "protokolle-2024", id="folder"),
    ],
)
def test_a_council_without_a_file_is_named_after_its_address(source: str, url: str, name: str) -> None:
    assert council_at(source, url).id == name


def test_every_council_of_the_registry_is_right() -> None:
    councils = all_councils(HERE)

    assert councils
    assert all(isinstance(council, Council) and council.habits.council == council.id for council in councils)
