"""The command ``serve``: the app itself, for this computer."""

from __future__ import annotations

import os
import socket
from argparse import Namespace

from wres import settings
from wres.answers.opening import ROOT, home
from wres.command_line.reply import BadCommand, Reply

HOST = "127.0.0.1"


def serve(asked: Namespace) -> Reply:
    """Return once the app was stopped.

    Raises:
        BadCommand: If the port is taken, or the server is not installed.
    """
    _must_be_free(asked.port)
    try:
        import uvicorn
    except ModuleNotFoundError:
        raise BadCommand("The app needs uvicorn; install requirements.txt.") from None
    os.environ[settings.HOME.name] = str(home().absolute())
    # The settings in .streamlit/config.toml are looked for in the folder one stands in.
    os.chdir(ROOT)
    uvicorn.run("app:app", host=HOST, port=asked.port, app_dir=str(ROOT), server_header=False)
    return Reply(data={"verdict": "accepted", "reason": "The app was stopped."})


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        # A port that was just given up may be taken again at once, as the server itself does.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise BadCommand(
                f"Port {port} cannot be used; choose another, such as --port {port % 65535 + 1}."
            ) from None
