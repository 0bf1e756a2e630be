"""Secrets: in a file for the user alone, for one source at one host; in a keyring where there is one."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from newsreader.settings.secrets import Secrets

URL = "https://krant.example/feed"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "secrets.json"


class Ring(ModuleType):
    """A keyring in memory; `broken` ones raise."""

    def __init__(self, *, priority: float = 5, broken: bool = False) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.priority = priority
        self.broken = broken

    def get_keyring(self) -> SimpleNamespace:
        return SimpleNamespace(priority=self.priority)

    def get_password(self, service: str, name: str) -> str | None:
        if self.broken:
            raise RuntimeError("locked")
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        if self.broken:
            raise RuntimeError("locked")
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def test_without_a_keyring_a_file_for_the_user_alone(file: Path) -> None:
    secrets = Secrets(file, keyring=False)
    assert secrets.get("blad", URL) == ""
    secrets.put("blad", URL, "jo:geheim")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Secrets(file, keyring=False).get("blad", "https://krant.example/elders") == "jo:geheim"


def test_a_secret_is_for_its_host_and_source_only(file: Path) -> None:
    secrets = Secrets(file, keyring=False)
    secrets.put("blad", URL, "a")
    assert secrets.get("blad", "https://elders.example/feed") == ""
    assert secrets.get("ander", URL) == ""


def test_an_empty_secret_is_forgotten(file: Path) -> None:
    secrets = Secrets(file, keyring=False)
    secrets.put("blad", URL, "a")
    secrets.put("blad", URL, "")
    assert secrets.get("blad", URL) == ""
    assert "blad" not in file.read_text()


@pytest.mark.parametrize("damaged", ["", "{", "[1]", "null"])
def test_a_damaged_file_holds_no_secrets_and_can_be_written_again(file: Path, damaged: str) -> None:
    file.parent.mkdir()
    file.write_text(damaged)
    secrets = Secrets(file, keyring=False)
    assert secrets.get("blad", URL) == ""
    secrets.put("blad", URL, "a")
    assert secrets.get("blad", URL) == "a"


def test_a_keyring_comes_first_and_the_file_stays_away(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setitem(sys.modules, "keyring", ring)
    secrets = Secrets(file)
    secrets.put("blad", URL, "a")
    assert (secrets.get("blad", URL), file.exists()) == ("a", False)
    secrets.put("blad", URL, "")
    assert ring.kept == {}


@pytest.mark.parametrize("ring", [Ring(broken=True), Ring(priority=0)])
def test_a_keyring_that_does_not_work_is_left_for_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, ring: Ring
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", ring)
    Secrets(file).put("blad", URL, "a")
    assert Secrets(file).get("blad", URL) == "a"
    assert file.exists()


@pytest.mark.parametrize("text", ['{"a": ', "[1]", "\ufffd"])
def test_a_damaged_file_is_moved_aside_before_it_is_replaced(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    secrets = Secrets(file, keyring=False)
    assert secrets.get("blad", URL) == ""
    secrets.put("blad", URL, "")
    assert file.read_text() == text
    secrets.put("blad", URL, "nieuw")
    assert secrets.get("blad", URL) == "nieuw"
    (aside,) = file.parent.glob("secrets.json.bad-*")
    assert aside.read_text() == text
