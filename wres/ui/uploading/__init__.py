"""The upload page, part by part: drop a file, correct it, see its problems, decide, look back."""

from wres.ui.uploading.correcting import corrections
from wres.ui.uploading.deciding import preview_and_accept
from wres.ui.uploading.drafting import drafts
from wres.ui.uploading.dropping import settle, waiting, what_was_understood
from wres.ui.uploading.problems import problems
from wres.ui.uploading.templates import templates

__all__ = [
    "corrections",
    "drafts",
    "preview_and_accept",
    "problems",
    "settle",
    "templates",
    "waiting",
    "what_was_understood",
]
