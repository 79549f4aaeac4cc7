"""What a message of theirs means: a rejection, an offer, a receipt ... with the sentence that tells it. Pure.

`meaning_of` reads new text alone (quotes and signatures are taken off by `mails`). The phrases are data, a line each
with an example, in `phrases/`; what they say, the words of the whole and those of the sentence that tells most are
evidence, and how far each is trusted was learned (`weighing`). Where that leaves doubt a model that reads the words in
their order is asked as well (`transformer`, `network`). What is not sure then is called `answer` with `sure` False: it
wants to be read.
"""

from app.exchange.meanings.meant import Meaning, Meant
from app.exchange.meanings.reading import meaning_of, meaning_of_message

__all__ = ["Meaning", "Meant", "meaning_of", "meaning_of_message"]
