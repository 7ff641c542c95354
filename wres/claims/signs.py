"""The words of a report as signs: who, when, how much, which way, and words that add nothing.

Each line is one wording, written as in ``wres/indicators/claim_words.py``. A word that is in none
of these lists is not understood, and a clause that holds it is not judged: so a word is put among
``EMPTY`` only if a sentence says the same of the figures without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Sign(Enum):
    """What a few words of a report do; the letter stands for it in the grammar."""

    ABOVE = "a"
    AND_MORE = "k"
    BELOW = "v"
    BENCHMARK = "B"
    BETTER = "b"
    BETWEEN = "X"
    BY = "y"
    COMMA = ","
    COMPARED = "V"
    DOWN = "d"
    EQUALLY_LIKELY = "e"
    FIRMLY = "S"
    FROM = "F"
    GAP = "K"
    GROUP = "G"
    HIGHER = "h"
    HYPOTHETICAL = "H"
    IMPROVED = "i"
    LESS_LIKELY = "l"
    LIKELIHOOD = "r"
    LOWER = "w"
    MORE_LIKELY = "m"
    NAMED = "I"
    NARROWED = "N"
    NEGATION = "x"
    NUMBER = "Z"
    OPINION = "E"
    PERCENT = "P"
    POINTS = "Q"
    SAME = "s"
    SINCE = "c"
    TIME = "T"
    TIMES = "R"
    TO = "o"
    TRUST = "O"
    UNCHANGED = "n"
    UNKNOWN = "?"
    UP = "u"
    WIDENED = "W"
    WORSE = "z"
    WORSENED = "j"


WORDINGS: Mapping[Sign, str] = {
    Sign.ABOVE: """
        above
        {exceeds|exceeded|exceeding}
    """,
    Sign.BELOW: """
        {below|beneath}
    """,
    # What is said of another time or of a size besides: such a claim can be refuted, not confirmed.
    Sign.AND_MORE: """
        {continue|continues|continued} to [be]
        {remain|remains|remained|remaining|still|again|consistently|stayed|stays}
        {slightly|marginally|sharply|markedly|substantially|considerably|steadily|far|much}
        {similar|comparable|close} {to|with}
        in line with
    """,
    Sign.BETTER: "better",
    Sign.WORSE: "{worse|poorer}",
    Sign.BETWEEN: "between",
    Sign.BY: "by",
    Sign.COMPARED: """
        {compared|relative} {to|with}
        in comparison {to|with}
        {versus|vs|against|than|beside}
        as against
        set against
    """,
    Sign.DOWN: """
        {fallen|fell|fall|falls|falling|decreased|decrease|decreases|decreasing|dropped|drop}
        {declined|decline|declining|reduced|reduction|down|shrunk|shrank}
        {gone|went|come|came} down
    """,
    Sign.UP: """
        {risen|rose|rise|rises|rising|increased|increase|increases|increasing|grown|grew|up}
        {gone|went} up
    """,
    Sign.UNCHANGED: """
        unchanged
        {stayed|remained} the same
        no change
    """,
    Sign.IMPROVED: """
        {improved|improvement|improves|improving}
        {got|become|became} better
    """,
    Sign.WORSENED: """
        {worsened|worsening|deteriorated|deterioration|deteriorating}
        {got|become|became} worse
    """,
    Sign.WIDENED: "{widened|widening|opened [up]|widen|widens}",
    Sign.NARROWED: "{narrowed|narrowing|narrows}",
    Sign.EQUALLY_LIKELY: """
        {equally|as} likely
        {more|as} likely as not
    """,
    Sign.MORE_LIKELY: "more likely",
    Sign.LESS_LIKELY: "less likely",
    Sign.LIKELIHOOD: """
        relative likelihood
        likelihood [ratio]
        ratio
    """,
    Sign.HIGHER: "{higher|greater|larger|more}",
    Sign.LOWER: "{lower|smaller|less|fewer}",
    Sign.SAME: """
        [the] same as
        {equal to|equals|equalled|identical to|level with}
    """,
    # Indicator 7 is what people believe; elsewhere a belief about it is another matter.
    Sign.OPINION: """
        {believe|believed|believes|believing|think|thinks|thought|feel|feels|felt|feeling}
        {agree|agrees|agreed|agreeing|perceive|perceives|perceived|view|viewed}
    """,
    Sign.FIRMLY: """
        [statistically] {significantly|significant}
        clearly
    """,
    Sign.FROM: "{from|on}",
    Sign.TO: "to",
    Sign.SINCE: "since",
    Sign.GAP: "[this|that] {gap|gaps|difference|disparity|differential|differences}",
    Sign.NEGATION: """
        {not|no|never|none|neither|nor|without|cannot|nobody|unlike|except|excluding|hardly|barely}
        {don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|can't}
        {couldn't|wouldn't|shouldn't|rather than|instead|false|untrue|wrong|denied|deny}
    """,
    # Known words that mean something else when they stand together.
    Sign.UNKNOWN: """
        {experienced|experience|experiencing} and {reported|report|reporting}
        {responded|responding} to {harassment|discrimination|bullying|abuse|incidents}
        answered to
        be {believed|reported|given|shown|told|faced|said|recorded|agreed|found|published}
        {proportion|percentage|percentages|share|figure|figures} of [all] \
            {harassment|discrimination|bullying|training|appointed|disciplinary|abuse}
    """,
    Sign.HYPOTHETICAL: """
        {will|would|should|could|may|might|shall|if|unless|until|suppose|imagine}
        {aim|aims|target|targets|goal|ambition|plan|plans|expect|expects|expected|hope|hopes}
        {forecast|predict|predicts|predicted|want|wants|intend|intends|commit|committed|seek}
        {example|hypothetical|hypothetically|assume|assuming|projected|projection|must|let}
    """,
}

# Words that change nothing about a figure.
EMPTY = """
    {the|a|an|of|was|were|is|are|be|been|being|has|have|had|having|who|whom|that|which|this}
    there {was|were|is|are|has|have|had}
    {these|our|we|us|their|they|at|in|on|for|among|amongst|and|as|with|both|also|only|just|or|where}
    {while|whilst|whereas|but|although|though|however|so|then|when|each|respectively|overall|its}
    {experienced|experience|experiences|experiencing|reported|reporting|said|say}
    {report|reports} {experiencing|having experienced|that}
    {says|saying|stated|stating|states|told}
    {personally|shows|showed|show|showing|shown|found|suffered|suffering|faced|face}
    {indicated|indicates|responded|answered|received}
    we have seen {a|an}
    {tell|tells|representation|perform|performs|performed|pleased|responded to}
    {stood|stands|stand|stated|given|gave|published|had}
    {make|makes|made} up
    {represent|represents|represented|accounted for|accounts for|account for|constitute|constitutes}
    {hold|held|holds|comprise|comprises}
    {provides|provide|provided|providing|offers|offer|offered|offering|gives|give|giving}
    {percentage|percentages|proportion|proportions|rate|rates|figure|figures|score|scores}
    {level|levels|result|results|data|finding|findings|value|position|outcome|reading}
    in the {last|past|previous|preceding} {12|twelve} months
    over the {last|past|previous|preceding} {12|twelve} months
    during the {last|past|previous|preceding} {12|twelve} months
    at work
    {wres|indicator}
    {respondents|people|employees|members}
    {went|moved|changed|experience of|scored}
    [the] workforce race equality standard
    [the] nhs
    [national] staff survey
    in total
    in comparison
    {in|from} the same {survey|year|period}
"""

_STAFF = (
    "{staff|colleagues|employees|workers|respondents|applicants|candidates|people|members|"
    "staff members|members of staff}"
)
_BME = (
    "{bme|bame|ethnic minority|minority ethnic|global majority|ethnically diverse|multi ethnic|"
    "black and minority ethnic|black asian and minority ethnic|black and ethnic minority}"
)
GROUPS: Mapping[str, str] = {
    "bme": f"""
        {_BME} [[shortlisted] {_STAFF}]
        {_STAFF} from [a] {_BME} {{background|backgrounds|group|groups}}
        from [a] {_BME} {{background|backgrounds|group|groups}}
    """,
    "white": f"""
        white [[shortlisted] {_STAFF}]
        {_STAFF} from [a] white {{background|backgrounds}}
        from [a] white {{background|backgrounds}}
    """,
    "all": """
        [all] {staff|colleagues}
    """,
}

# What trusts call the figures they compare with; a type of trust goes into the star.
COMPARANDS: Mapping[str, str] = {
    "england": """
        [the] {national|england|nhs|national nhs} {average|figure|benchmark|median}
        [the] {national|england} {rate|score|result}
        [the] average for england
        [in] england
        nationally
        {in|across} the nhs
        [the] {figure|rate|score} for england
        the nhs as a whole
    """,
    "region": """
        [the|our] {regional|region's} {average|figure|benchmark|median}
    """,
    "practice peers": """
        [the|our] practice peers
        [the] {average|median} {for|of} [the|our] practice peers
    """,
    "the benchmark": """
        [the|our] benchmark [figure|average|median|score]
    """,
    "similar trusts": """
        [the|our] {benchmark|benchmarking|peer} group [average|median|figure|score]
        [the|our] peer {average|median}
        [the] {average|median|benchmark} {for|of} [the] [other] {similar|comparable|peer|*} trusts
        [the] [other] {similar|comparable|*} {trusts|trust} [average|median|benchmark]
        [the] * {average|median|benchmark|sector average}
        [the] {average|median} {for|of} [the|our] [benchmark|benchmarking] {peers|group}
        [the|our] peers
    """,
}
TYPES_OF_TRUST: Mapping[str, str] = {
    "acute": "{acute|acute and combined|acute and community|acute and acute and community}",
    "acute specialist": "{acute specialist|specialist}",
    "ambulance": "ambulance",
    "community": "community",
    "mental health": "{mental health|mental health and learning disability}",
}

TIMES: Mapping[str, str] = {
    "before": """
        {last|the last} year
        {the|our} {previous|prior|preceding} {year|survey|report}
        {the|a} year {before|earlier|ago}
        last year's {survey|report|figure|result}
        the {previous|prior} year's {survey|report|figure|result}
        {previous|prior} year
        one year {before|earlier}
    """,
    "now": """
        this year
        {now|currently|today}
        {the|our} {latest|current|most recent} {year|survey|report|results|figures|data|wres}
        this year's {survey|report|figure|result}
    """,
}
OWN_TRUST = """
    [the|our|this] {trust|organisation|organization}
    [the|our] {trust's|organisation's}
"""
