"""Make ready what the first visitor would wait for, while their browser still loads the program.

The server answers at once. Beside it what is shipped is read and published, and what the first page
is made of is imported: its words need no more. The heavy libraries that draw charts and tables come
last, and let a browser that is on its way have the words first. Whoever asks meanwhile waits for
the one or the other.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Event, Lock, Thread
from time import sleep

from starlette.types import ASGIApp, Receive, Scope, Send

# Streamlit imports these when the first table or chart is drawn: most of a second, once.
HEAVY = (
    *("numpy", "pandas", "pyarrow", "pyarrow.pandas_compat", "pyarrow.vendored.version"),
    *("altair", "sqlalchemy", "PIL.ImageFile"),
    *("streamlit.elements.arrow", "streamlit.elements.vega_charts"),
)
# The scripts that a visitor without an address of a page runs.
FIRST = ("wres/ui/shell.py", "pages/where_we_stand.py")
PATIENCE_SECONDS = 30.0
GETTING_READY = "This copy of the program is still getting ready; ask again soon."
# How long the heavy libraries let the first words go first: a browser that went away asks no more.
GIVES_WAY_SECONDS = 5.0
# What browsers fetch for a page, and no other program does.
_OF_A_PAGE = "/static/"
_PROGRAM = Path(__file__).resolve().parents[2]
# Held while something is being made ready, by whoever makes it.
_turn = Lock()
_can_speak, _is_ready, _is_late = Event(), Event(), Event()
_can_speak.set()
_is_ready.set()
# A browser is loading the program; somebody waits for the heavy libraries.
_is_awaited, _is_wanted = Event(), Event()

Served = Callable[[object], AbstractAsyncContextManager[None]]


class Arrivals:
    """Wraps the application: notices that a browser is on its way to its first page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return when the request was answered."""
        if scope["type"] == "http" and _OF_A_PAGE in scope["path"]:
            _is_awaited.set()
        await self.app(scope, receive, send)


def while_served(*work: Callable[[], None]) -> Served:
    """Return what a server does as it starts: begin to warm up, and do this work with it."""

    @asynccontextmanager
    async def served(_: object) -> AsyncIterator[None]:
        begin(*work)
        yield

    return served


def begin(*work: Callable[[], None]) -> None:
    """Return at once; warm up on the side, and do this work with it."""
    if _turn.acquire(blocking=False):
        for one in (_can_speak, _is_ready, _is_late, _is_awaited, _is_wanted):
            one.clear()
        Thread(target=_in_turn, args=work, name="warm", daemon=True).start()


def _in_turn(*work: Callable[[], None]) -> None:
    # Nearly all that is made here stays, so looking through it again and again finds nothing.
    gc.disable()
    try:
        for one in work:
            one()
        for script in FIRST:
            _import_for(_PROGRAM / script)
        _done_once()
        _can_speak.set()
        up()
    finally:
        gc.enable()
        _can_speak.set()
        _is_ready.set()
        _turn.release()


def is_ready() -> bool:
    """Return whether all is ready, at once."""
    return _is_ready.is_set()


def wait() -> bool:
    """Return whether all is ready: at once, save in the first seconds of a server.

    A store that hangs is not waited for without end; a page says then what is wrong.
    """
    _is_wanted.set()
    return _came(_is_ready)


def until_ready(*, and_then: float) -> None:
    """Return nothing so many seconds after all is ready, for what nobody waits for."""
    _is_ready.wait()
    sleep(and_then)


def wait_for_words() -> bool:
    """Return whether what a page says in words is ready; charts and tables may still not be."""
    return _came(_can_speak)


def _came(awaited: Event) -> bool:
    if _is_late.is_set():
        return awaited.is_set()
    if awaited.wait(PATIENCE_SECONDS):
        return True
    # One wait in vain is enough: until all is ready, each visit is told at once what is wrong.
    _is_late.set()
    return False


def up() -> None:
    """Return nothing; import the heavy libraries and keep the collector from going over them.

    After every run Streamlit collects garbage, and the collector would look through everything
    these libraries made: tens of milliseconds each time. Frozen objects are left out. A megabyte
    of them is garbage and stays: to find it would take a tenth of a second of every start.
    """
    for name in HEAVY:
        _give_way()
        import_module(name)
    _drawn_once()
    gc.freeze()


def _give_way() -> None:
    """Wait while a browser is on its way to the first words, and nobody for what comes after."""
    if _is_awaited.is_set() and not _is_wanted.is_set():
        _is_wanted.wait(GIVES_WAY_SECONDS)
        _is_wanted.set()


def _drawn_once() -> None:
    from wres.charts.of_peers import described_ahead
    from wres.charts.spark import spark

    # How the first page and the one beside other trusts look; what they show are the figures.
    spark(())
    described_ahead()


def _done_once() -> None:
    """Do what is done once in a process, when the first thing is drawn, and takes long."""
    from streamlit import delta_generator, runtime

    if runtime.exists():
        # Streamlit goes through its callers to find out that it is being served, and says nothing.
        delta_generator._maybe_print_use_warning()


def _import_for(script: Path) -> None:
    """Import what a script imports, as all of ours do, by ``from``; the rest is for a visitor."""
    wanted = [one for one in ast.parse(script.read_bytes()).body if isinstance(one, ast.ImportFrom)]
    for module, name in ((str(one.module), named.name) for one in wanted for named in one.names):
        if not hasattr(import_module(module), name):
            import_module(f"{module}.{name}")
