"""The settings file: loaded with every fault named, saved atomically with its comments kept."""

from newsreader.settings.check import allowed, none_of
from newsreader.settings.file import Change, Loaded, load, save
from newsreader.settings.values import PICTURES, PROTOCOLS, WEBMAILS, Settings

__all__ = [
    "PICTURES",
    "PROTOCOLS",
    "WEBMAILS",
    "Change",
    "Loaded",
    "Settings",
    "allowed",
    "load",
    "none_of",
    "save",
]
