"""One conditional GET over httpx, courteous and bounded: in goes a `Fetch`, out comes a `Result`."""

from newsreader.sources.fetch.client import Fetcher, Result
from newsreader.sources.fetch.private import is_private

__all__ = ["Fetcher", "Result", "is_private"]
