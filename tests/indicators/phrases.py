"""What staff type when they look for something, written down before the word list was made.

``PHRASES`` may be looked at while the word list is made; ``HELD_OUT`` may not: what is found of it
says how well words are found that nobody thought of.
"""

from __future__ import annotations

PHRASES: tuple[tuple[str, int], ...] = (
    # 1: who works in which band
    ("how many bme staff in senior bands", 1),
    ("staff by pay band", 1),
    ("band 8a and above ethnicity", 1),
    ("who gets to the top grades", 1),
    ("black nurses stuck in band 5", 1),
    ("representation in management", 1),
    ("percentage of bame managers", 1),
    ("workforce by ethnicity", 1),
    # 2: being appointed
    ("getting the job after an interview", 2),
    ("shortlisting", 2),
    ("are white candidates more likely to be appointed", 2),
    ("recruitment bias", 2),
    ("interview panels", 2),
    ("job applications turned down", 2),
    ("hiring", 2),
    ("i never get the job", 2),
    # 3: formal process
    ("disciplinary", 3),
    ("formal investigation", 3),
    ("being suspended", 3),
    ("more likely to be disciplined", 3),
    ("hr case against me", 3),
    ("misconduct hearings", 3),
    # 4: training
    ("access to training", 4),
    ("cpd", 4),
    ("going on courses", 4),
    ("professional development", 4),
    ("leadership programme places", 4),
    ("who gets study leave", 4),
    # 5: harassment from patients or the public
    ("abuse from patients", 5),
    ("racist patients", 5),
    ("harassment by the public", 5),
    ("violence from visitors", 5),
    ("relatives shouting at us", 5),
    ("bullied by a patient", 5),
    ("patient refused to be treated by me because of my race", 5),
    ("aggression from families", 5),
    # 6: harassment from staff
    ("bullying by colleagues", 6),
    ("harassment from staff", 6),
    ("my manager bullies me", 6),
    ("bullying at work", 6),
    ("toxic team", 6),
    ("bullying and harassment from managers", 6),
    ("colleagues abusing me", 6),
    # 7: equal opportunities
    ("equal opportunities", 7),
    ("fair promotion", 7),
    ("career progression", 7),
    ("do people believe promotion is fair", 7),
    ("passed over for promotion", 7),
    ("glass ceiling", 7),
    ("chances to move up", 7),
    # 8: discrimination
    ("discrimination by my manager", 8),
    ("discrimination from manager", 8),
    ("racism at work", 8),
    ("discriminated against by colleagues", 8),
    ("team leader treats me differently because of my race", 8),
    ("racist comments from a colleague", 8),
    ("unfair treatment by my boss", 8),
    # 9: the board
    ("board diversity", 9),
    ("ethnicity of the executive directors", 9),
    ("is the board like the workforce", 9),
)

HELD_OUT: tuple[tuple[str, int], ...] = (
    ("how white is senior leadership", 1),
    ("what bands are black staff in", 1),
    ("numbers of asian doctors and consultants", 1),
    ("lower grades full of ethnic minority staff", 1),
    ("chances of being picked at interview", 2),
    ("selection of candidates", 2),
    ("do we hire fairly", 2),
    ("appointments compared with shortlisted", 2),
    ("put through a disciplinary", 3),
    ("investigated more than white colleagues", 3),
    ("dismissal and sanctions", 3),
    ("grievance and conduct cases", 3),
    ("training opportunities", 4),
    ("funding for a course or a degree", 4),
    ("non mandatory learning", 4),
    ("being spat at by patients", 5),
    ("service users being abusive", 5),
    ("verbal abuse on the ward from relatives", 5),
    ("threats from members of the public", 5),
    ("harassed by my line manager", 6),
    ("being picked on by coworkers", 6),
    ("workplace bullying", 6),
    ("senior nurse humiliates staff", 6),
    ("can i get promoted here", 7),
    ("equal chance of career development", 7),
    ("is progression fair", 7),
    ("prejudice from my supervisor", 8),
    ("treated worse than white colleagues by my team", 8),
    ("discrimination at work", 8),
    ("voting members of the trust board", 9),
)
