"""What a browser keeps of the messages it was sent, and asks the server not to send again.

As Streamlit's own page does it: a message that is worth keeping goes once the runs that could have
shown it, and did not, are more than the server says. A run of one part of a page counts for what
is in that part alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass
class _Kept:
    shown_in: int
    fragment: str


@dataclass
class Remembered:
    """The messages that are kept, by hash, after so many runs."""

    runs: int = 0
    oldest: int = 0
    _kept: dict[str, _Kept] = field(default_factory=dict)

    def hashes(self) -> Iterable[str]:
        """Return what the server is told that it need not send."""
        return self._kept.keys()

    def hear(self, message: ForwardMsg) -> None:
        """Return nothing once a message was kept, or what is gone by now let go."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.oldest = message.new_session.config.max_cached_message_age
        elif kind == "ref_hash":
            self._kept[message.ref_hash].shown_in = self.runs
        elif kind == "script_finished":
            if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self._end_of_run(message.metadata.run.fragment_ids)
        elif message.metadata.cacheable and message.hash:
            self._kept[message.hash] = _Kept(self.runs, message.delta.fragment_id)

    def _end_of_run(self, parts: Collection[str]) -> None:
        self.runs += 1
        gone = [
            name
            for name, one in self._kept.items()
            if (not parts or one.fragment in parts) and self.runs - one.shown_in > self.oldest
        ]
        for name in gone:
            del self._kept[name]
