"""Opening: what is made, what is refused, and what may still be read."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from newsreader.model import Problem, ProblemKind, Scope
from newsreader.model.finding import State
from newsreader.store import Store, StoreError, schema
from newsreader.store.examine import examine
from tests.store.drafts import draft, opened, put, source


def refused(path: Path) -> ProblemKind:
    problem = Store.open(path, open_wait=0.01)
    assert isinstance(problem, Problem)
    assert problem.url == str(path)
    return problem.kind


def filled(path: Path, articles: int = 3) -> None:
    store = opened(path)
    store.add_sources([source()]).result()
    put(store, [draft(str(number), age=number) for number in range(articles)])
    store.close()


def test_the_folder_and_all_files_are_private(store: Store, path: Path) -> None:
    put(store, [draft("a")])
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_files_are_private_under_any_mask(path: Path) -> None:
    before = os.umask(0)
    try:
        store = opened(path)
        store.add_sources([source()]).result()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    store.close()


def test_what_was_made_with_a_wider_mode_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "newsreader" / "news.db"
    filled(path)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    store = opened(path)
    put(store, [draft("nieuw")])
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    store.close()


def test_a_folder_of_the_users_own_keeps_its_mode(path: Path) -> None:
    filled(path)
    path.parent.chmod(0o750)
    opened(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o750


def test_a_closed_store_is_one_file_and_opens_again(path: Path) -> None:
    filled(path)
    assert [file.name for file in path.parent.iterdir()] == ["news.db"]
    store = opened(path)
    assert len(store.page(Scope(), 9)) == 3
    assert store.problem is None
    store.close()


def test_an_empty_store_is_empty(path: Path) -> None:
    store = opened(path)
    assert store.is_empty()
    assert not store.has_sample()
    assert store.sources() == []
    assert store.counts().everything.total == 0
    store.close()


def test_a_file_that_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dit is een boodschappenlijst.\n" * 100)
    before = path.read_bytes()
    assert refused(path) == ProblemKind.STORE_DAMAGED
    assert path.read_bytes() == before


def test_a_file_cut_in_half(path: Path) -> None:
    filled(path, 50)
    os.truncate(path, path.stat().st_size // 2)
    assert refused(path) == ProblemKind.STORE_DAMAGED


def test_a_file_damaged_in_the_middle_is_told_when_it_is_read(path: Path) -> None:
    filled(path, 900)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size * 2 // 3)
        file.write(b"\xa5" * (path.stat().st_size // 3))
    store = opened(path)
    with pytest.raises(StoreError) as caught:
        [store.article(number) for number in range(1, 901)]
    assert caught.value.problem.kind == ProblemKind.STORE_DAMAGED
    store.close()


def test_somebody_elses_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE recipe (name)")
    other.pragma("user_version", 99)
    other.close()
    before = path.read_bytes()
    assert refused(path) == ProblemKind.STORE_FOREIGN
    assert path.read_bytes() == before


def test_a_store_from_the_future_is_left_alone(path: Path) -> None:
    filled(path)
    other = apsw.Connection(str(path))
    other.pragma("user_version", len(schema.MIGRATIONS) + 1)
    other.close()
    before = path.read_bytes()
    assert refused(path) == ProblemKind.STORE_FUTURE
    assert path.read_bytes() == before


def test_a_store_held_by_another_program(path: Path) -> None:
    filled(path)
    other = apsw.Connection(str(path))
    other.pragma("locking_mode", "exclusive")
    other.execute("BEGIN EXCLUSIVE")
    assert refused(path) == ProblemKind.STORE_LOCKED
    other.close()
    opened(path).close()


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    assert refused(path) == ProblemKind.FILE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    assert refused(path) == ProblemKind.FILE
    (finding,) = (each for each in examine(path) if each.state is State.FAULT)
    assert isinstance(finding.about, Problem)
    assert finding.about.kind is ProblemKind.FILE


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user may enter (pytest's own are closed)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Permissions do not bind the superuser, so for a while we are someone else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_what_cannot_be_written_can_be_read(folder: Path, folder_mode: int) -> None:
    path = folder / "news.db"
    filled(path)
    path.chmod(0o444)
    folder.chmod(folder_mode)
    with an_ordinary_user():
        store = opened(path)
        assert store.problem is not None
        assert store.problem.kind == ProblemKind.STORE_READ_ONLY
        assert len(store.page(Scope(), 9)) == 3
        assert store.data_version()
        with pytest.raises(StoreError) as caught:
            store.mark([1], read=True).result()
        assert caught.value.problem == store.problem
        store.close()


def test_a_file_that_may_be_written_in_a_folder_that_may_not(folder: Path) -> None:
    path = folder / "news.db"
    filled(path)
    path.chmod(0o666)
    folder.chmod(0o555)
    with an_ordinary_user():
        store = opened(path)
        assert store.problem is not None
        assert len(store.page(Scope(), 9)) == 3
        store.close()


def test_no_file_and_no_right_to_make_one(folder: Path) -> None:
    folder.chmod(0o555)
    with an_ordinary_user():
        assert refused(folder / "news.db") == ProblemKind.STORE_READ_ONLY
        assert refused(folder / "data" / "news.db") == ProblemKind.STORE_READ_ONLY


def test_a_file_that_may_not_even_be_read(folder: Path) -> None:
    path = folder / "news.db"
    filled(path)
    path.chmod(0o000)
    with an_ordinary_user():
        assert isinstance(Store.open(path), Problem)
