"""Every door for foreign bytes, with anything that hypothesis can think of and with what once went wrong."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import FOUND, PIECES, seeds
from tests.fuzz.targets import TARGETS

CASES = [(path.parent.name, path) for path in sorted(FOUND.rglob("*")) if path.is_file()]


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutated_inputs(name: str, data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from(seeds(name))))
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(body)))
        end = min(len(body), start + data.draw(st.sampled_from((0, 1, 5, 60))))
        body[start:end] = data.draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    TARGETS[name](bytes(body))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    body=st.lists(
        st.sampled_from(PIECES)
        | st.binary(max_size=8)
        | st.text(max_size=6).map(lambda text: text.encode("utf-8", "surrogatepass")),
        max_size=40,
    ).map(b"".join)
)
def test_anything(name: str, body: bytes) -> None:
    TARGETS[name](body)


@pytest.mark.parametrize(("name", "path"), CASES, ids=[f"{name}-{path.name}" for name, path in CASES])
def test_what_once_went_wrong(name: str, path: object) -> None:
    TARGETS[name](FOUND.joinpath(str(path)).read_bytes())
