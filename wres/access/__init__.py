"""Who may do what: roles from a list on the server, sign-ins that end, a set-up that is whole."""

from wres.access.roles import (
    EVERY_ORGANISATION,
    LIST_COLUMNS,
    LOCAL_LEAD,
    NOBODY,
    READER,
    Grant,
    Role,
    Visitor,
    may_open,
    may_see_hidden,
    may_write,
    read_grants,
    require,
    require_sight_of_hidden,
    require_write,
    visitor_from,
    without_last_admin,
)
from wres.access.sessions import IDLE_SECONDS, idle_limit, is_idle
from wres.access.sign_in import provider_of, role_without_sign_in

__all__ = [
    "EVERY_ORGANISATION",
    "IDLE_SECONDS",
    "LIST_COLUMNS",
    "LOCAL_LEAD",
    "NOBODY",
    "READER",
    "Grant",
    "Role",
    "Visitor",
    "idle_limit",
    "is_idle",
    "may_open",
    "may_see_hidden",
    "may_write",
    "provider_of",
    "read_grants",
    "require",
    "require_sight_of_hidden",
    "require_write",
    "role_without_sign_in",
    "visitor_from",
    "without_last_admin",
]
