"""English phrases. See the package for how a line reads."""

from __future__ import annotations

from app.exchange.meanings.phrases import Language
from app.exchange.meanings.phrases.english_words import LISTS

_LINES = r"""
rejection | {notyou} ~4 {go} ~4 (forward|ahead|further) | We will not be moving forward with you.
rejection | {notyou} ~4 {go} ~2 with (you|{yours}) | We have decided not to proceed with you.
rejection | {notyou} ~4 (progress|advance|continue|pursue|take) {yours} | We will not progress your application.
rejection | (no longer|unable to) ~3 {go} ~3 (forward|ahead|with you|{yours}) | We are unable to move ahead.
rejection | {against} ~2 {go} (forward|ahead|with) | We decided against moving forward.
rejection | (decided|chosen|elected|opted) not to ({deed}|{go}) | We have chosen not to fill this role with you.
rejection | {go} ~1 (with|to) {other} ~3 {cand} | We are moving forward with other candidates.
rejection | {go} (forward |ahead |on )?(with|to) {other} {besides} | We are going with others instead.
rejection | {go} {other} ~2 {cand} | We have decided to pursue other candidates.
rejection | {choose} ~3 {other} ~2 {cand} | We have chosen another candidate.
rejection | ({go}|{choose}) ~4 (someone|somebody) (else|with|who|whose|internal\w*) | We went with someone else.
rejection | {cand} (whose|who|with) ~7 (closely|closer|better|stronger) | We chose candidates who fit more closely.
rejection | (you|application|candidacy|resume|cv|profile) ~3 not ~2 (selected|chosen) | You were not selected.
rejection | (you|{yours}) ~3 not ~2 (successful|shortlisted|considered further|progressed) | You were not successful.
rejection | (is|was|were|are|been|be|proved) unsuccessful | Your application has been unsuccessful.
rejection | unsuccessful (on this|this time|at this|in (this|your|our)) | You were unsuccessful on this occasion.
rejection | {ours} ~4 (has|have|was|is) ~2 (filled|eliminated|cancelled|canceled) | The role has been filled.
rejection | (have|has) ~1 (filled|closed) (the|this|that) ~4 {job} | We have now filled the position.
rejection | {job} ~3 no longer (available|open|vacant|being) | The position is no longer available.
rejection | (you|{yours}|skills) ~3 not ~5 (fit|match)(?! yet) | You are not the right fit for us.
rejection | (it|this) (is|was|would) not ~4 (fit|match)(?! yet) | We felt it was not the right fit.
rejection | not ~2 (the|a) ~1 (fit|match) for (this|the|our|us) | We do not see a match for this role.
rejection | not ~1 meet ~4 (requirements|criteria|needs|qualifications) | You do not meet our requirements.
rejection | not what we (are|were) looking for | Your profile is not what we are looking for.
rejection | {unable} to (offer|give) (you )?(a|the|this|any) ~3 {job} | We are unable to offer you the role.
rejection | {unable} to (offer|extend|make) ~2 (employment|an offer) | We are unable to make an offer.
rejection | (unable|not able|not in a position) to {consider} (you|{yours}) | We are unable to invite you.
rejection | can not (offer|give) (you )?(a|the|this|any) ~5 ({job}|place) | We can not offer you the role.
rejection | can not (invite|hire|select|consider|accept|take|place) (you|{yours})\b | We can not hire you.
rejection | can not (make|extend) (you )?(an|the) ~1 offer | We can not make you an offer.
rejection | not (be )?{doing} (you|{yours}) (?!remote) | We are not offering you the position.
rejection | not (be )?{doing} (you )?an offer | We will not be making you an offer.
rejection | no longer ~1 (consider\w*|under consideration|in consideration) | You are no longer under consideration.
rejection | (removed|withdrawn) from (further )?consideration | Your application was removed from consideration.
rejection | not ~1 (under|given|for) further consideration | Your application is not under further consideration.
rejection | not ~3 (considered|considering) ~2 (further|for th\w+|any) | You are not being considered for this role.
rejection | (offered|gave|given|awarded|extended) ~4 to ~1 {other} | We offered the position to another person.
rejection | {offered} ~4 to (someone|somebody) | We have offered the position to someone else.
rejection | {someone} ~1 has ~1 accepted (our|the) | Another person has accepted our offer.
rejection | {selected} (a|the|our) ~2 (candidate|applicant|finalist) | We have hired a candidate.
rejection | not ~4 to (the|our|a) {next} (round|stage|step|phase) | You will not go to the next round.
rejection | {yours} ~3 (declined|rejected|turned down) | Your application has been declined.
rejection | (declin|reject)(e|ed|ing) {yours} | We are declining your application.
rejection | status ~3 (rejected|not selected|declined|unsuccessful) | Status: Rejected
rejection | {decided} to (take a )?pass(?! (your|it|this|on|the|along|them)) | We have decided to pass.
rejection | (decided|chosen|opted|going) to pass on (you|{yours}|this) | We are going to pass on your application.
rejection | {go} ~1 (in )?(another|a different|a new) direction | We decided to go in a different direction.
rejection | did not make (it|the cut|the shortlist|our shortlist) | Your application did not make the shortlist.
rejection | not ~2 (going to )?work(ing)? out (this time|for this|with) | It is not going to work out this time.
rejection | {yours} ~3 not ~2 (taken|moved|accepted|retained|kept) | Your application was not taken further.
rejection | (closing|closed) {yours} | We are closing your application for this role.
rejection | not ~2 (have|see) ~2 ({job}) (for you|that (fits|matches|suits)) | We do not have a role for you.
rejection | (our|the|short) (answer|decision) (is|was) (a )?(no|negative)\b | I am afraid our answer is no.
rejection | it (is|was) a no (from|for|on) | It is a no from us this time.
rejection | not ~1 {select} (you|{yours}) | We did not select your application.
rejection | you ~2 not ~1 {appointed} | You have not been appointed to the post.
rejection | you ~2 not be {invited} | You will not be invited to interview.
rejection | (concentrat\w+|focus\w*) (our \w+ )?on ~2 {people} | We focus on candidates with Go.
rejection | {stop} (the|our|your|this|things) ~2 here | We will stop the process here.
rejection | {ended} (the|our|your) ~1 process with you | We end the process with you.
rejection | (no longer|not|stopped) (be )?{hiring} (for )?(this|the|that|at) | We are no longer hiring for this role.
rejection | no longer (being )?(recruited|hiring|filled|recruiting) | The requisition is no longer being recruited for.
rejection | not ~2 {able} to (make|extend|give) ~2 offer | We will not be able to make an offer.
rejection | not possible to {offer} | It is not possible to offer you a place.
rejection | {settled} (on|in favou?r of|for) {other} | We decided in favor of another person.
rejection | in favou?r of {another} | We decided in favor of someone local.
rejection | (found|identified|met) ~3 (better|stronger|closer) (suited|match|fit|qualified) | We found a stronger match.
rejection | (falls?|fell) short of ~5 (expect\w*|need\w*|require\w*|look\w*|hir\w+) | It fell short of what we need.
rejection | {notyou} (be )?{bring} (you|{yours}) (forward|on|further|through) | We will not bring you on board.
rejection | you (were|are|have) not ~1 (among|advanced?|passed|progressed) | You were not among those chosen.
rejection | (did|does|do) not (pass|advance|progress|clear|proceed)\b | Your application did not pass our screening.
rejection | (gave|given|offered|extended) ~4 to (the|an|a) {insider} | We offered it to the other finalist.
rejection | (decided|chosen|opted|elected) against {us_to_you} | We decided against an offer.
rejection | no (suitable|matching|open) {job} (for you|at) | We have no suitable opening for you.
rejection | not ~2 (joining|be joining) (us|our|the) | You will sadly not be joining us this time.
rejection | (search|hiring|recruitment) ~3 (has|have|is) ~1 {closed} | Our search has concluded.
rejection | {yours} ~3 not (be )?~1 {progress} | Your application will not be progressing.
rejection | hold off on {go} | We have decided to hold off on moving forward.
rejection | {go} the ~2 {process} with {other} | We continue the process with other applicants.
rejection | {yours} ~3 not ~3 (align\w*|suit\w*|correspond\w*) | Your experience is not aligned with what we need.
rejection | not ~6 the right (match|fit|one for you|candidate|choice) | We do not think it is the right match.
rejection | without (making )?(a |any )?(hire|hiring|appointment) | We have closed the position without making a hire.
rejection | {other} ~1 {cand} ~4 (stronger|better|closer|more|deeper|ranked) | Other candidates had stronger experience.
rejection | others ~2 (stronger|better|closer|more|ranked) | Others were ranked higher.
rejection | {other} {cand} (was|were|has been|have been) {taken} | Another applicant was selected.
rejection | {unable} to (offer|give) you an interview | We are unable to offer you an interview.
rejection | did not (get|win|land) the (job|role|position|post) | I am afraid you did not get the job.
rejection | (hired|hiring|appointed|found|picked) (someone|somebody) | We ended up hiring somebody from within.
rejection | (hired?|chose|picked|selected|opted for|chosen) an? ~3 {candidate} | We chose a more senior candidate.
rejection | not in your favou?r | The decision was not in your favor.
rejection | part ways | We have decided to part ways in this process.
rejection | (decision|choice) ~2 not to ({deed}|{go}|recruit) | We made the decision not to extend an offer.
rejection | (decided|chosen|opted|elected) not to (recruit|appoint|award|progress) | We have decided not to recruit.
rejection | {ours} ~6 (been|is|was) ~1 {dropped}(?! to) | The role has been withdrawn.
rejection | {job} is ~2 (filled|taken)\b | The position is now filled.
rejection | pursue (another|a different|other) (path|avenue|option|route|direction) | We decided to pursue another path.
rejection | {manager} (has |have )?passed(?! (your|it|this|on|along)) | The hiring manager passed.
rejection | not recommend(ed)? you | The committee did not recommend you.
rejection | not able to {go} (you|{yours}) | We are not able to move your application on.
rejection | not be able to {grant} (you|{yours}) | We will not be able to offer you the role.
rejection | will not be filled(?! (before|until|by)) | The position will not be filled.
rejection | not ~2 (a|the) {successful} (candidate|applicant|one) | You were not the successful candidate.
rejection | (candidate|applicant|person)s? (that|who|which) ~5 {better} | We chose a person who fits better.
rejection | {not} ~3 (offer|offering|give|giving) you ~3 (spot|place|seat|job)\b | We are unable to offer you a spot.
rejection | {ours} ~4 {gone} to (a|an|another|someone|one of|the other) | The role has gone to a colleague.
rejection | {hired} ~5 instead\b | They hired an outside contractor instead.
rejection | {hired} (someone|somebody) | They took somebody with more experience.
rejection | {hired} (another|a different|the other) ~2 {candidate} | They took another candidate.
rejection | you (have been|were|are) ~2 {eliminated} | You have been eliminated.
rejection | (we|i) will not (be )?(continu\w+|proceed\w*)(?! (on|until|before|this)) | We will not continue.
rejection | (we|i) will not (be )?(going|go) (on|further|forward|ahead) | We will not be going forward.
rejection | (we|i) will not (be )?tak\w+ {it} ~1 (further|forward|any) | We will not be taking it any further.
rejection | you are not (what|who|the (one|person)) (we|i|that we) | You are not what we need.
rejection | not (among|one of) (those|the|our) | Yours was not among those that we selected.
rejection | {ours} (?!(he|she|they) )~9 {has} ~1 (been )?{filled}\b | The position, after a long search, was filled.
rejection | not (be )?(asking|calling|inviting|selecting|hiring) you\b | We will not be asking you to interview.
rejection | not (be )?able to {take} {yours} | We are not able to consider your application.
rejection | chosen to advance {candidates} | We have chosen to advance candidates from other fields.
rejection | {yours} ~4 (has been|was|is) ~1 {withdrawn} by (us|the) | Your application was closed by the employer.
rejection | (decided|chosen) (that )?(we are|it is|you are) not | We have decided that you are not ready for this role.
soft | (not|unable|no longer|never) ~8 {candidacy} | We can not help with an interview.
soft | (not|unable|no longer|never) ~8 (next|further|final) (stage|round|step)s? | You do not appear in the next round.
soft | {profile} ~6 (not|unable|no longer) | Your profile is not one we need.
hint2 | (lack|gap|too (junior|senior|little|far|big)|not enough|insufficient) | The gap is too big.
hint2 | (apply again|reapply|other (roles|openings|positions)|apply for other) | Please apply again next year.
rejection | {ours} ~3 (no longer|not) ~1 exists? | The role no longer exists.
rejection | (go|going|went|gone) ~1 with (a|an|the other) ~3 {candidate} | They went with a candidate from the industry.
rejection | {notyou} ~3 (advanc\w*|progress\w*|pursu\w*|shortlist\w*) (you|{yours}) | We will not be advancing you.
rejection | you ~4 not ~2 (suitable|suited|qualified|eligible) | We found that you are not suitable.
rejection | (turn|turned|turning) (you|{yours}) down | I have to turn you down.
rejection | (rejected|rejecting|reject) (you|{yours}) | We have rejected your application.
rejection | (say|saying) no (to you|this time) | I am sorry to be saying no this time.
rejection | {notyou} (be )?(hire|hiring|employ|employing) you | We will not hire you.
offer | you (have been|were|are) successful (in your|for the) | You have been successful in your application.
offer | you are the successful {candidate} | You are the successful candidate.
offer | to offer you employment | It is my pleasure to offer you employment.
receipt | {yours} ~3 (under review|under consideration|in review|being processed) | Your application is under review.
invitation | (move|shift|reschedule) ~3 (interview|call|meeting) to | Can we move the interview to Thursday?
rejection | offer {went} to (the|an|a) ~1 (other|else|different|person) | The offer went to the other person.
rejection | you (were|are) not on ~1 (list|shortlist) | You were not on the list.
rejection | (turn|turned|send|sent) (you|many) ~3 away | We had to turn you away.
receipt | {yours} ~2 will be (considered|read|looked at|screened) | Your application will be considered.
rejection | to disappoint you | We are afraid we have to disappoint you.
rejection | you (were|are) not (our|the) ~1 (choice|strongest|first) | You were not our choice.
rejection | not (see|picture) you (in|as) | We do not see you in this role.
rejection | (decided|going|have) to leave it (here|there|at that) | We have decided to leave it here.
rejection | it did not work out(?! (with the|on)) | I am sorry that it did not work out.
rejection | not (the|a) (strongest|strong enough|close enough|good enough) | It was not a strong enough match.
rejection | not (feel|think|believe|see) ~6 {good} ~1 (match|fit) | We did not feel there was a strong enough match.
rejection | {go} (ahead|forward|on) with {applicants} ~1 {closer} | Moving ahead with people closer to us.
rejection | go no further | Your application will go no further.
rejection | {prioritisze} (other|applicants|candidates|those|the other) | We decided to prioritize applicants.
rejection | pursuing (other|different) {options} | We are pursuing other options for this role.
rejection | (proceed|continue|move forward|go on) without you | They decided to proceed without you.
rejection | no longer (need|require) ~3 (for|to fill) | We no longer need anyone for this role.
offer | you to be our (next|new|first) | We would like you to be our next designer.
offer | contract (is )?ready for you | We have a contract ready for you.
offer | want you (on|in) (the|our) team | We want you on the team.
offer | (making|made) you an offer | We are making you an offer of 90,000.
offer | to appoint you | We would like to appoint you.
rejection | {places} ~3 (gone|went|go|been given) to (other|another) | Our places have gone to others.
rejection | not {feel} (that )?(you (have|are|would)|{yours}) | We do not feel that you have the experience.
offer | (is|have) an offer for (you|the) | What we have is an offer for the junior position.
invitation | (find|suggest|propose|arrange) another (time|date|day|slot) | Could we find another time?
rejection | {majority} (was|were|went|fell) (for|to|on) (the )?{other} | The majority was for the other candidate.
rejection | not (be )?{hiring} (an?|any|for) ~2 (after all|anymore|now) | We will not be hiring an analyst after all.
rejection | not (be )?{hiring} | We are not hiring at this time.
rejection | not (be )?{moving} you (to|into|on|through|forward) | Not moving you on.
rejection | not (meet|reach|clear) (the|our) (bar|standard|threshold|mark) | It did not meet the bar.
rejection | (position|role|job|vacancy|search) ~2 (has been|was|is) (put )?{pulled} | The search was called off.
rejection | plans ~5 (have )?changed ~4 (not|no longer) | Our plans have changed, and we will not hire.
offer | like you to join ~4 as | We would like you to join Contoso as our designer.
offer | (offering|offer) you ~5 ({job})\b | I can offer you the Data Engineer role.
offer | you (are|have been) hired | You are hired!
offer | to (hire you|bring you on( board)?\b) | We want to hire you.
offer | (confirm|announce) your {appointment} as | We are pleased to confirm your appointment as analyst.
offer | (have been|are|were) (selected|chosen) (for|as|to fill) the ~3 {job} | You have been selected for the position.
offer | {join} (us|our team|the team) ~3 as (a|an|our|the) | We would be delighted if you would join us as a lead.
offer | (have|welcome|welcoming) you ~1 (join|to|in|on|into) (the|our) team | We are excited to have you join the team.
offer | (contract|agreement) {employment} | The contract of employment is attached.
offer | (attached|enclosed) ~5 (contract|offer)\b | Attached please find our offer.
offer | {be} (extending|making|extend|make) (you )?an ~1 offer | We will be extending an offer.
offer | application ~4 (has been|was|is) successful\b | Your application for the post has been successful.
offer | offer you (a|an) ~2 (salary|contract) | We are prepared to offer you a starting salary of 80,000.
offer | here (is|are) (the|your|our) ~2 offer | Here is the written offer we talked about.
offer | (extend|extending|extended) you an ~1 offer | I would like to extend you an offer.
receipt | (review\w*|evaluat\w*|assess\w*) your {qualifications} | We are reviewing your details.
receipt | appreciate (you|your) {apply} | We appreciate your application.
receipt | reviewing (all |the )?applications | We are reviewing applications.
receipt | (registered|logged|recorded|filed) {yours} | We have registered your application.
receipt | (received|have) your (information|details) | We have received your information.
receipt | thank you for (considering|choosing) | Thank you for considering Fabrikam.
receipt | read every application | We read every application.
receipt | your resume is ~1 with | Your resume is now with our recruiters.
receipt | that you applied | We are excited that you applied.
offer | our offer (is|stands at|would be) | Our offer is 72,000 for the position.
offer | like you to (come|start) (and |to )?work (with|for) us | We would like you to come and work with us.
invitation | (do|would) you have ~3 (minutes|time|hour) | Do you have 30 minutes on Wednesday?
invitation | (could|can) you (come|join|speak|meet|talk|make it) | Could you come to our office?
invitation | when (could|can|would|are) you | When could you speak?
invitation | (like|love|want|happy) to (talk|speak|chat) (to|with) you | We would like to talk to you.
receipt | (thanks|thank you) for sending ~2 {yours} | Thanks for sending us your CV.
receipt | {yours} ~5 (reached|made it to) us | Your application reached us safely.
offer | {joy} to ~2 (offer|extend|make|present) ~7 ({job}|offer|employment) | We are delighted to offer you the role.
offer | (offering|offer) you (the|a|an) ~5 ({job}|contract|place) | We are offering you a position.
offer | (your|the|our|an|a|attached|formal|official|written) ~2 offer letter | Your offer letter is attached.
offer | {find} ~4 (employment (contract|agreement)|job offer) | Please sign the job offer.
offer | {formal} offer ~3 (is|of|from|for|attached) | Your formal offer is attached.
offer | offer of (employment|a position|the position|a job|the job|the role) | This is an offer of employment.
offer | letter of (offer|appointment) | Attached you will find the letter of offer.
offer | {going} to (make|extend|present|give) (you )?(an?|our) ~1 offer | We decided to make you an offer.
offer | (have|here is|attached is|is) (an|our|your) ~1 offer (for you|to join|to come) | We have an offer for you.
offer | {want} (for )?you to (join|come and join) (us|our|the) ~2 as | We want you to join us as a lead.
offer | you (have )?(got|get|landed) the (job|role|position) | You got the job.
offer | the (job|role|position) is yours | The job is yours.
offer | selected (you )?{as} (the|our) ~4 ({job}) ~3 (start|salary) | We selected you for the role, start in May.
offer | {accept} ~1 (our|this|the|your) ~1 offer | Please accept our offer.
offer | offer ~3 {expires} ~1 (on|until|till|by|through|for) | The offer expires on Friday.
receipt | (received|got|receipt of) ~3 {application}\b | We have received your application.
receipt | {yours} ~8 (received|submitted|delivered|sent|arrived|recorded|registered) | Your application was received.
receipt | application ~3 (received|submitted|confirmation|complete|acknowledg\w+) | Application received
receipt | (confirm\w*|acknowledg\w*) ~4 (receipt|application|submission) | This is to confirm receipt of your documents.
receipt | (thanks|thank you) for (applying|submitting|your ~1 application) | Thanks for applying to Northwind!
receipt | (will|to|shall|are|is|be|currently) ~3 {review} ~1 {yours} | We will review your application.
receipt | {yours} ~3 (will be|is being|is|are) ~2 (review\w*|assessed|evaluated) | Your application is being reviewed.
receipt | you (have )?(successfully )?applied (for|to) | You applied for Data Engineer at Northwind.
receipt | we (have )?(safely |successfully )?(have|got) your (application|resume|cv)\b | We got your application safely.
receipt | indeed application | Indeed Application: Data Engineer
invitation | {joy} to ~2 (invite|interview|meet|see) ~3 (you|with)(?! (last|this|on)) | We would like to invite you.
invitation | {joy} to ~1 (schedule|set up|arrange|book|organi[sz]e) | I would like to schedule a call.
invitation | {joy} to ~1 (speak|talk|chat|connect|have a) ~3 {talk} | I would love to chat with you.
invitation | {joy} to ~1 (hear more|learn more|get to know|find out more) | We would love to learn more about you.
invitation | invit(e|ed|ing|ation) ~5 {interview} | You are invited to an interview.
invitation | invit(e|ed|ing|ation) ~5 (test|challenge|exercise|task|round|stage|day) | You are invited to a coding test.
invitation | {schedule} ~4 (time|slot|call|interview|meeting|date)\b | Please pick a time here.
invitation | (are|would|will|when are) you (be )?~1 (available|free) | Are you available on Tuesday?
invitation | your ~1 availabilit(y|ies) | Please send me your availability for next week.
invitation | what (time|day|date)s? ~2 (work|suit) | What times work for you?
invitation | (does|do|would|how about|how does) (\S+ ){1,6}?(work|suit) (for )?you | Does Tuesday work for you?
invitation | {go} (you |{yours} )?(forward|ahead|on|to) ~3 {onward} | We are moving you to the next round.
invitation | ({go}) (forward|ahead) with {yours} | We want to move forward with your application.
invitation | {stage} (round|stage|step|interview) ~2 (is|would be|will be) an? | The next step is a call.
invitation | interview ~4 (scheduled|confirmed|booked|set) | Your interview is confirmed for Tuesday.
invitation | (confirm\w*|reminder) ~3 (interview|appointment) | This confirms your interview on Tuesday.
invitation | (complete|take|start) ~4 (assessment|coding|challenge|take-home|exercise) | Please complete the assessment.
hint1 | unfortunately|sadly|regrettably|(i am|we are) (afraid|sorry) | Unfortunately, the news is not good.
hint2 | regret to (inform|tell|advise|say|let) | We regret to inform you.
hint2 | {wish} ~8 (search|future|endeavo\w+|career|job hunt) | Good luck with your search.
hint2 | keep ~5 (on file|in mind|in touch for|in our ~1 (database|pool|network)) | We will keep your resume on file.
hint2 | future (openings|opportunities|roles|positions|vacancies) | Please apply for future openings.
hint1 | (difficult|tough|hard|not an easy|not easy) ~1 (decision|choice) | It was a difficult decision.
hint1 | after (careful|much|thorough|due) (consideration|review|thought|deliberation) | After careful consideration, ...
hint1 | disappoint|not the (news|answer|outcome|response) | I know this is disappointing.
hint1 | {strong} ~3 (applicants|candidates|applications|pool) | We had many strong candidates.
hint2 | hiring freeze|(put|placed|is|are) ~3 on hold|paus(ed|ing) (hiring|the {search}) | The role is on hold.
digest | (new|recommended|similar|latest|top|more|matching) ~3 (jobs|roles|openings|vacancies) | 12 new jobs for you
digest | job alert|jobs? (for you|you may|matching|picked)|jobs based on | Your job alert for Berlin
digest | newsletter|webinar|digest|view in browser|subscri(be|ption)|unsubscribe | Unsubscribe here.
digest | (verification|sign-in) code|verify your (e-?mail|account)|reset your password|one-time | Your sign-in code
digest | (was|were|been) viewed|viewed your (profile|application)|appeared in \d+ search | Your application was viewed.
digest | talent (community|network)|(complete|update|set up) your (profile|account) | Welcome to our talent community.
digest | (survey|rate (us|your)|your feedback on|how did we do|candidate experience) | Please fill in this survey.
date | (deci(sion|de|ding)|back to you|let you know|update you|an update) | We will decide by May.
date | (hear (back )?from|feedback|(an|our) answer|respond|news|results?) | You will hear from us by Friday.
date | next steps|reach out|conclude|in touch | We will be in touch by Friday.
date | (finish|wrap up|complete|finali[sz]e|inform you|follow up|make (a|our) {choice}|timeline) | We wrap up by Friday.
"""

ENGLISH = Language(
    "en",
    "the and you for your we our to of with have this that is are will not be from on it as at us",
    _LINES,
    LISTS,
    conditional=r"if|whether|should (you|we|your|there)|in case|in the event|unless|once|assum\w+|presum\w+|only|"
    r"before|until|may|might|could(?! not)|either way|regardless|please consider|that does not mean|any decision|"
    r"when we (decide|move|make)|would you|you (will|would) (have|need) to|i hope|shortlisted|wherever|will reach|"
    r"(selected|successful) candidates|(candidates|applicants|those) (who|that|not)|will (contact|be in touch)|"
    r"will (get|be getting) in touch|to find out|how|why",
    negated=r"not|never|nor|without|nobody|no|neither|unable",
    open=r"reschedul|postpon|until (?!further)|\byet\b|before (we|the|i|our)|this (week|afternoon)|with the "
    r"(interview(?! process)|call|meeting|appointment)|as planned|without (your|a|the)|rejected (a|the) |"
    r"still (\S+ )?(interested|under|in|being|consider|interview|review|wait|decid)|so far|remote|relocation|"
    r"paid|expenses|file|upload|portal|attach|form\b|certificate|link\b|browser|(interview|"
    r"call|meeting|visit|onsite|tour) (can|could|will|does|did) not|visa|sponsor|"
    r"accommodat|part-time|this is not|is not a rejection|"
    r"you (are |have |had |would like to )?(\S+ )?(decided|chosen|chose|declined|accepted|withdr\w+|turned (us|our))",
    offers_else=r"interview|chance|call|feedback|help|slot|meeting|conversation|tour|advice|webinar|workshop|assist|"
    r"to (interview|chat|speak|meet|talk|learn|apply)|to (another|someone|somebody)|counter|alternative|discount|"
    r"(other|another|competing|different) offers?|course|tips|support|session|reimburse|"
    r"range of|benefits|time slots?|withdraw|rescind|declin|expired|other candidate|process|stage|team will",
)
