"""The settings file: loaded with every fault named, saved atomically with its comments kept."""

from newsreader.settings.check import allowed, none_of
from newsreader.settings.file import Change, Loaded, load, save
from newsreader.settings.values import WEBMAILS, Settings

__all__ = ["WEBMAILS", "Change", "Loaded", "Settings", "allowed", "load", "none_of", "save"]
