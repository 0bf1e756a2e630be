"""The model as a package: every type can be had from it, and is the one of its own module."""

from __future__ import annotations

from importlib import import_module

import pytest

from newsreader import model


@pytest.mark.parametrize("name", model.__all__)
def test_every_type_that_is_named_is_there(name: str) -> None:
    home = import_module(f"newsreader.model.{model._HOMES[name]}")
    assert getattr(model, name) is getattr(home, name)


def test_every_type_that_has_a_home_is_named() -> None:
    assert sorted(model._HOMES) == model.__all__


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="Courant"):
        model.Courant  # noqa: B018
