"""How a question over HTTP is answered: within limits, once, and not again while nothing is new.

Every answer is kept by the version of the figures and plans, so asking twice costs nothing and
changes nothing; ``ETag`` lets whoever asks know whether something is new.
"""

from __future__ import annotations

import hashlib
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from wres.errors import NotThere, StoreProblem
from wres.interface.asking import Answer, Known, Refused
from wres.web.keeping import KeptAnswers
from wres.web.limits import Limiter

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
TOO_MANY = "Too much is asked at once; ask again in a few seconds."
ONLY_READ = "The interface only reads; ask with GET."
UNEXPECTED = "Something went wrong in the program, so there is no answer."

_log = logging.getLogger("wres")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``told`` names it and all of its choices, ``answer`` works it out."""

    told: str
    answer: Callable[[Known, date], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering(ABC):
    """What routes share: what is known, the day, the answers kept, the limits."""

    known: Callable[[], Known]
    today: Callable[[], date]
    asking: Limiter
    working_out: Limiter
    kept: KeptAnswers[Answer] = field(default_factory=KeptAnswers)
    # Sent with every answer.
    always: Mapping[str, str] = field(default_factory=dict)

    @abstractmethod
    def question(self, request: Request) -> Question:
        """Return what is asked; raises Refused if it cannot be."""

    @abstractmethod
    def refusal(
        self, request: Request, status: int, sentence: str, *, headers: Mapping[str, str]
    ) -> Response:
        """Return why there is no answer, in the form that whoever asks there can read."""

    async def answer(self, request: Request) -> Response:
        """Return the answer to one question, or a sentence on what is wrong with it."""
        try:
            return await run_in_threadpool(self._answer, request)
        except Refused as problem:
            return self._refused(request, problem.status, str(problem), problem.headers)
        except NotThere as problem:
            return self._refused(request, 404, str(problem))
        except StoreProblem as problem:
            return self._refused(request, 503, str(problem))
        # The last resort: whoever asks is told one sentence, and the log has the rest.
        except Exception:
            _log.exception("a question over HTTP failed")
            return self._refused(request, 500, UNEXPECTED)

    def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise Refused(405, ONLY_READ, {"allow": "GET, HEAD"})
        if not self.asking.take("all"):
            raise Refused(429, TOO_MANY, {"retry-after": "2"})
        question = self.question(request)
        known, today = self.known(), self.today()
        mark = _mark(known.mark, question.told, today)
        headers = {"etag": f'"{mark}"', "cache-control": "private, no-cache", **self.always}
        if _is_known(request.headers.get("if-none-match", ""), mark):
            return Response(status_code=304, headers=headers)
        found = self.kept.get(mark)
        if found is None:
            if not self.working_out.take("all"):
                raise Refused(429, TOO_MANY, {"retry-after": "5"})
            found = question.answer(known, today)
            self.kept.keep(mark, found)
        return Response(found.body, media_type=found.media_type, headers=headers)

    def _refused(
        self,
        request: Request,
        status: int,
        sentence: str,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        told = {"cache-control": "no-store", **self.always, **(headers or {})}
        return self.refusal(request, status, sentence, headers=told)


def _mark(known: str, told: str, today: date) -> str:
    """A name for this answer, that changes when anything in it could."""
    text = "\n".join((known, told, today.isoformat()))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _is_known(header: str, mark: str) -> bool:
    tags = (one.strip().removeprefix("W/") for one in header.split(","))
    return any(one in (f'"{mark}"', "*") for one in tags)
