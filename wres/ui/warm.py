"""Make ready what the first visitor would wait for, while their browser still loads the program.

The server answers at once. Beside it the heavy libraries are imported, what is shipped is read and
published, and what the first page is made of is imported. Whoever asks meanwhile waits for the end.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Event, Lock, Thread

# Streamlit imports these when the first table or chart is drawn: most of a second, once.
HEAVY = (
    *("pandas", "pyarrow", "pyarrow.pandas_compat", "altair", "sqlalchemy", "PIL.ImageFile"),
    *("pyarrow.vendored.version", "streamlit.elements.arrow", "streamlit.elements.vega_charts"),
)
# The scripts that a visitor without an address of a page runs.
FIRST = ("wres/ui/shell.py", "pages/where_we_stand.py")
PATIENCE_SECONDS = 30.0
_PROGRAM = Path(__file__).resolve().parents[2]
# Held while something is being made ready, by whoever makes it.
_turn = Lock()
_is_ready, _is_late = Event(), Event()
_is_ready.set()

Served = Callable[[object], AbstractAsyncContextManager[None]]


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
        _is_ready.clear()
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
        up()
    finally:
        gc.enable()
        _is_ready.set()
        _is_late.clear()
        _turn.release()


def wait() -> bool:
    """Return whether all is ready: at once, save in the first second of a server.

    A store that hangs is not waited for without end; a page says then what is wrong.
    """
    if _is_late.is_set():
        return _is_ready.is_set()
    if _is_ready.wait(PATIENCE_SECONDS):
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
        import_module(name)
    gc.freeze()


def _done_once() -> None:
    """Do what is done once in a process, when the first thing is drawn, and takes long."""
    from streamlit import delta_generator, runtime

    from wres.charts.spark import spark

    # The looks of the small charts; what they show comes from the figures.
    spark(())
    if runtime.exists():
        # Streamlit goes through its callers to find out that it is being served, and says nothing.
        delta_generator._maybe_print_use_warning()


def _import_for(script: Path) -> None:
    """Import what a script imports, as all of ours do, by ``from``; the rest is for a visitor."""
    wanted = [one for one in ast.parse(script.read_bytes()).body if isinstance(one, ast.ImportFrom)]
    for module, name in ((str(one.module), named.name) for one in wanted for named in one.names):
        if not hasattr(import_module(module), name):
            import_module(f"{module}.{name}")
