"""The questions people ask, answered from the publication, the plans and the case studies.

The app, the command line and the reports all ask here, so that they give the same answer.
"""

from wres.answers.case_claims import CaseReading, ClaimCheck, read_case
from wres.answers.comparing import Beside, ComparedWith, Target, compared_with
from wres.answers.coverage import (
    Held,
    TrustBoard,
    YearBoard,
    trust_board,
    year_board,
)
from wres.answers.evidence import Evidence, View, gather
from wres.answers.funnel import Funnel, NoFunnel, funnel_of
from wres.answers.matches import (
    Found,
    Matches,
    RankedCases,
    RankedIdeas,
    Wanted,
    case_of,
    matches,
    need_of,
    search_cases,
)
from wres.answers.measured import (
    Cell,
    assessment_of,
    benchmark_for,
    gap_at,
    gap_series,
    likelihood_series,
    rate_at,
    representation_at,
    row_at,
)
from wres.answers.nearest import HiddenHere, hidden_here, nearest_shown
from wres.answers.peers import BenchmarkList, Peer, PeersAnswer, Pool, benchmark_list, peers
from wres.answers.questions import (
    ConcernCard,
    ConcernsAnswer,
    Exploration,
    Glance,
    Lens,
    areas_of_concern,
    explore,
    glance,
    where_we_stand,
)
from wres.answers.rehearsal import Rehearsal, Verdict, VerdictChange, rehearse
from wres.answers.replays import Replay, replays
from wres.answers.robustness import Recount, Robustness, Way, robustness_of
from wres.answers.side_by_side import (
    Across,
    SideBySide,
    beside_options,
    multiples,
    side_by_side,
    within_years,
)
from wres.answers.similar import Likeness, PeerSet, Size, peer_set
from wres.answers.where_it_sits import (
    CutBy,
    EnglandCut,
    NoSplit,
    Sitting,
    england_cut,
    where_it_sits,
)
from wres.answers.workforce import GOAL_BANDS, Ladder, Workforce, workforce

__all__ = [
    "GOAL_BANDS",
    "Across",
    "BenchmarkList",
    "Beside",
    "CaseReading",
    "Cell",
    "ClaimCheck",
    "ComparedWith",
    "ConcernCard",
    "ConcernsAnswer",
    "CutBy",
    "EnglandCut",
    "Evidence",
    "Exploration",
    "Found",
    "Funnel",
    "Glance",
    "Held",
    "HiddenHere",
    "Ladder",
    "Lens",
    "Likeness",
    "Matches",
    "NoFunnel",
    "NoSplit",
    "Peer",
    "PeerSet",
    "PeersAnswer",
    "Pool",
    "RankedCases",
    "RankedIdeas",
    "Recount",
    "Rehearsal",
    "Replay",
    "Robustness",
    "SideBySide",
    "Sitting",
    "Size",
    "Target",
    "TrustBoard",
    "Verdict",
    "VerdictChange",
    "View",
    "Wanted",
    "Way",
    "Workforce",
    "YearBoard",
    "areas_of_concern",
    "assessment_of",
    "benchmark_for",
    "benchmark_list",
    "beside_options",
    "case_of",
    "compared_with",
    "england_cut",
    "explore",
    "funnel_of",
    "gap_at",
    "gap_series",
    "gather",
    "glance",
    "hidden_here",
    "likelihood_series",
    "matches",
    "multiples",
    "nearest_shown",
    "need_of",
    "peer_set",
    "peers",
    "rate_at",
    "read_case",
    "rehearse",
    "replays",
    "representation_at",
    "robustness_of",
    "row_at",
    "search_cases",
    "side_by_side",
    "trust_board",
    "where_it_sits",
    "where_we_stand",
    "within_years",
    "workforce",
    "year_board",
]
