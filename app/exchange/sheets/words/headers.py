"""What columns of a job hunt's spreadsheet are called, by language. A table alone.

A name that is the whole header weighs most, then the longest name found in it. Names of columns that hold something
else ("company size", "job description") stand here too, so that "company" is not found in them.
"""

from __future__ import annotations

OTHER, SKIPPED, PROSE = "other", "skipped", "prose"
"""A column for the notes; one that only its program needs; one of long texts that describe the job."""
ADDED = "added"
"""The day that a row was added or the job found: the day applied on where no other is known and it was applied for."""
APPLIED_FLAG = "applied_flag"
"""Yes or no: whether it was applied for."""

WHOLE_ENGLISH: dict[str, str] = {
    "company": "name|org|business|firm name|company s name|where|client|institute",
    "role": "title|name|job|jobs|what|vacancy|posting|opening|opportunity|profile|designation|program|internship|job name",
    "status": "list|state|current|progress|column|standing|application|status update|app status|where i m at",
    "decision": "offer|accepted|rejected|got it|verdict|accepted rejected|reply|response|answer|heard back|feedback",
    "applied_on": "date|applied|when|day|day sent|time|sent|submitted|apply|date s|date of|dates",
    "url": "posting|link|links|url|website|site|web|job|apply|href|web page|webpage|webiste",
    "location": "where|area|place|region|country|state|base|office|geo|town",
    "source": "via|from|through|where found|by|on|medium|referral source|found|how|mode",
    "salary": "pay|ctc|lpa|comp|package|rate|wage|budget|range|money|tc",
    "contact": "contact|contacts|person|people|recruiter|poc|hr|name of contact|interviewer|interviewers|who",
    "contact_email": "email|e mail|mail|contact info",
    "notes": "note|notes|comment|comments|remark|remarks|misc|info|other|thoughts|additional|details|extra|memo|summary",
    OTHER: "type|category|level|industry|sector|department|team|fit|score|rank|skills|stack|tech stack|tags|cv|resume"
    "|deadline|due|phone|month|week|year|size|hybrid|remote|mode of work|referral|referred|follow up|next",
    SKIPPED: "id|index|no|nr|number|s no|sno|sl no|sr no|sr|serial|row|uuid|guid|key|hash|timestamp|created|updated|modified",
    PROSE: "description|responsibilities|requirements|qualifications|cover letter|benefits|overview|content|body|jd",
}
"""Field -> names that have to be the whole header."""

PART_ENGLISH: dict[str, str] = {
    "company": "company|company name|employer|employer name|organization|organisation|organization name|organisation name"
    "|firm|institution|hiring company|business name|company applied|company applied to|corporation|startup|agency name",
    "role": "role|job title|position|position title|role title|job role|position name|role name|job position|title of job"
    "|job applied|position applied|role applied|internship title|program name|applied for|position applied for|job applied for",
    "status": "status|stage|application status|current status|current stage|job status|application stage|pipeline stage"
    "|pipeline|board list|list name|final status|latest status|status of application|application state|phase|interview status"
    "|interview stage|hiring stage|application progress|current state",
    "decision": "result|outcome|decision|final result|final outcome|final decision|application result|accepted or rejected"
    "|rejected or accepted|offer or rejected|offer status|response status|application outcome|accept reject",
    "applied_on": "date applied|applied date|applied on|application date|date of application|apply date|date submitted"
    "|submitted date|submission date|submitted on|submitted at|date sent|sent date|sent on|applied at|app date"
    "|date of applying|day applied|applied day|when applied|date of submission|application sent|application submitted"
    "|date application sent|applied time|application date time|applied date time|date time applied|time of application|application time|app submitted date|application submitted date|date app submitted|time applied"
    "|resume sent|cv sent|date of app|apply on|application day|applying date|appliedat|appliedon|first applied",
    ADDED: "date added|added|added on|date found|found on|date saved|saved date|saved on|saved at|date created|created date"
    "|created at|created on|created time|date generated|date discovered|discovered at|date logged|logged at|added at"
    "|date posted|entry date|first seen|timestamp|creation date|date time|datetime|date bookmarked|insert date|date scraped",
    "url": "job url|job link|url|link|posting url|posting link|application link|application url|apply link|apply url|job post"
    "|job posting link|job posting url|link to job|link to posting|link to job posting|link to application|job ad link|job ad"
    "|listing url|listing link|job site link|job website|description link|job description link|link to job description"
    "|job listing|jd link|hyperlink|job posting|original url|job page|application portal link|portal link|role link"
    "|position link|application page|jd url|link to apply|offer url|vacancy link|direct link|position url",
    "location": "location|city|job location|office location|company location|work location|city state|location city"
    "|place of work|place of internship|place|location s|office city|job city|workplace location",
    "source": "source|platform|job board|applied via|applied through|applied from|found on|found via|found at|channel"
    "|job source|portal|job portal|job site|application method|method|application source|where applied|how applied"
    "|how did you apply|how i found it|where i found it|applied using|application platform|application site|site applied"
    "|source of job|board|discovery|lead source|application mode|application portal|website applied|where did you apply"
    "|applied where|application channel|job platform|applied on platform",
    "salary": "salary|compensation|pay range|salary range|pay rate|hourly rate|base pay|base salary|total comp|salary offered"
    "|expected salary|salary expectation|salary monthly gross|remuneration|stipend|salary min|salary max|min salary"
    "|max salary|minimum salary|maximum salary|annual salary|ctc offered|offer amount|pay scale|listed salary",
    "priority": "priority|excitement|interest level|excitement level|importance|preference|desirability|level of interest",
    "contact": "contact person|contact name|recruiter name|hiring manager|recruiter|point of contact|points of contact"
    "|hr contact|person in charge|contact at company|company contact|referral contact|contact s|named recruiter|hr name"
    "|recruiter contact|recruiter s name|key contact|hr person",
    "contact_email": "contact email|recruiter email|email address|contact address|contact mail|hr email|email contact"
    "|contact e mail|hr mail|hiring manager email|recruiter mail|company email|email id|hr email id",
    "reply_by": "reply by|response by|decision by|answer by|decision expected|expected response|expected reply|decision date"
    " expected|they decide by|response expected|expected decision date|hear back by|expected to hear back",
    "notes": "additional notes|extra notes|my notes|general notes|personal notes|other notes|application notes|notes comments"
    "|comments notes|note to self|interview notes|other comments|additional comments|additional info|latest update notes",
    OTHER: "company size|company type|company website|company url|company rating|company industry|company description"
    "|company linkedin|company stage|company culture|company sector|company career page|about company|company phone"
    "|company city size|company address|company info|company research|company notes|company career site|careers page"
    "|company page|job type|role type|position type|employment type|job id|job level|job ref|role alignment|role fit"
    "|job number|job code|req id|requisition id|requisition|reference|reference number|application id|application number"
    "|job category|role category|job function|work type|work mode|work model|remote policy|remote status|remote|on site hybrid"
    "|contract type|status date|date of status|status updated|stage date|stage history|status history|history"
    "|contacted|first contact|date responded|responded|reply received|date closed|outcome date|type of position|interview location|interview place|date heard back|heard back on|deadline|application deadline|due|due on|due at|closing date|close date|due date|expiry date|expiration date|expires|date posted on"
    "|posting date|posted date|date of posting|posted on|posted|follow up date|next follow up|follow up on|next action"
    "|next step|next steps|action|follow up needed|follow up notes|response date|date of response|reply date|response time"
    "|last contact|last contacted|contact date|date contacted|first reply|last action|days since|days|response received"
    "|got response|response type|any response|heard from|replied|referral|referred by|referrer|referral name|resume version"
    "|resume used|resume name|resume file|cv version|cv used|cv file|cover letter file|resume link|resume url|cv link"
    "|cover letter|cover letter sent|cover letter name|cover letter link|linkedin|linkedin url|recruiter linkedin"
    "|contact linkedin|profile link|skills required|required skills|match score|fit score|score|rejection reason"
    "|reason for rejection|rejection stage|reason|visa|sponsorship|experience required|experience level|interview prep"
    "|interview type|interview format|start date|end date|hours|contact phone"
    "|contact phone number|phone number|mobile|contact number|recruiter phone|recruiter s phone|job requirements"
    "|location type|salary known|salary market fit|salary currency|currency|salary period|education|time zone|timezone"
    "|notes link|date rejected reason|offer deadline|offer details|date of decision|decision date|date decision|source url"
    "|email sent|email subject|email id sent|subject|urgency|contract|assessment link|interview link|interviewer name"
    "|company name of recruiter|recruiting agency|agency|response days|no response days|interview notes link|application type",
    SKIPPED: "last updated|updated at|last update|last modified|modified at|date modified|last edited|last edited time"
    "|updated on|date updated|last status update|message id|thread id|user id|company id|password|passwords|portal password|login password|passcode|username and password|job posting id|posting id|row id"
    "|record id|entry id|created by|last edited by|updatedat|createdat|application uuid|external id|internal id"
    "|question and answers|questions and answers|email message id|gmail link|last checked|scraped at|lastupdated|url hash",
    PROSE: "job description|role description|position description|job details|description of role|job summary|jd text"
    "|full description|job responsibilities|job desc|cover letter text|about the job|posting text|email body|body text",
    APPLIED_FLAG: "applied yes no|applied y n|have i applied|did i apply|have you applied|is applied|has applied|applied or not",
}
"""Field -> names that may stand inside a longer header."""
