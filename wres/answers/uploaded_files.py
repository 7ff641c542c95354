"""The files that were uploaded, by the source their figures name."""

from __future__ import annotations

from collections.abc import Mapping

from wres.answers.evidence import UPLOAD_MARK, UploadedFile
from wres.store import Store


class UploadedFiles:
    """When each file was uploaded first; of a new version only the uploads since are read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, Mapping[str, UploadedFile]] = (0, {})

    def at(self, version: int) -> Mapping[str, UploadedFile]:
        """Return the files uploaded up to a version, by source.

        Raises:
            StoreProblem: If the store cannot be read.
        """
        until, known = self._known
        if version > until:
            newer = self._store.uploads(version, since=until)
            # Newest first, so the first upload of a file is the one that is left.
            told = {
                f"{UPLOAD_MARK}{one.file_sha256[:12]}": UploadedFile(
                    version=one.version, made_at=one.made_at
                )
                for one in newer
            }
            known = {**told, **known}
            self._known = version, known
        return {source: file for source, file in known.items() if file.version <= version}
