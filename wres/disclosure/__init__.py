"""The attack on what is published: can anybody work out a figure that is hidden?

Somebody with every page, chart and file in hand, who knows the rules, looks for hidden cells,
for people never listed, and for what is left when one cell is taken from another. The publication
is judged by whether that succeeds.
"""

from wres.disclosure.attack import attack
from wres.disclosure.exchange import EXCHANGE_COLUMNS, exchange_rows
from wres.disclosure.gate import GateReport, Progress, attacked, gate, people_cells
from wres.disclosure.programs import AttackFailed
from wres.disclosure.verdicts import NARROW_WIDTH, Attack, Kind, Quantity, Recovery, Verdict

__all__ = [
    "EXCHANGE_COLUMNS",
    "NARROW_WIDTH",
    "Attack",
    "AttackFailed",
    "GateReport",
    "Kind",
    "Progress",
    "Quantity",
    "Recovery",
    "Verdict",
    "attack",
    "attacked",
    "exchange_rows",
    "gate",
    "people_cells",
]
