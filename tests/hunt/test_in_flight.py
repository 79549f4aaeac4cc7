"""Two windows and one letter: it leaves once, as it was shown, and what became of it is told for that sending alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.etiquette.errors import RefusedError, StaleRecordError
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Letter, LetterStatus
from app.etiquette.steps.restraints import question
from app.hunt.hunt import Hunt
from app.hunt.verbs import in_flight, letters, returned
from app.storage import reading
from tests.storage.hunts import NOW, Clock, add, log_interview, open_hunt, reader

ID, OTHER_ID = "<one@mail.example>", "<two@mail.example>"


def drafted(path: Path, clock: Clock | None = None) -> tuple[Hunt, Letter]:
    """Return a hunt with a draft to Dana, and the draft."""
    hunt = open_hunt(path, clock)
    application_id = add(hunt)
    log_interview(hunt, application_id, names="Dana Lee <dana@northwind.example>")
    return hunt, draft_to(hunt, application_id)


def draft_to(hunt: Hunt, application_id: int, kind: Kind = Kind.THANK_YOU) -> Letter:
    done = hunt.do(
        application_id, lambda a, when: letters.drafted(a, when, kind, a.people[0].id, "Thank you", "Dear Dana")
    )
    assert done.letter is not None
    return done.letter


def started(hunt: Hunt, shown: Letter, message_id: str = ID) -> Letter:
    done = hunt.do(1, lambda a, when: in_flight.sending_started(a, when, shown, "smtp", message_id))
    assert done.letter is not None
    return done.letter


def edited(hunt: Hunt, letter: Letter, body: str) -> None:
    hunt.do(1, lambda a, when: letters.letter_edited(a, when, letter.id, letter.subject, body))


def stored(path: Path) -> list[tuple[str, str]]:
    """Return status and text of every letter."""
    with reader(path) as connection:
        return [(letter.status.value, letter.body) for letter in reading.application(connection, 1).letters]


def test_a_verb_says_which_letter_it_wrote(tmp_path: Path) -> None:
    hunt, letter = drafted(tmp_path / "hunt.db")
    second = draft_to(hunt, 1)
    assert letter.id != second.id
    done = hunt.do(1, lambda a, when: letters.letter_edited(a, when, letter.id, "Thank you", "Dear Dana,"))
    assert done.letter is not None
    assert (done.letter.id, done.letter.body) == (letter.id, "Dear Dana,")
    typed = hunt.do(1, lambda a, when: letters.letter_typed(a, when, letter, "Thank you", "Dear Dana"))
    assert typed.letter is not None
    assert typed.letter.id not in (letter.id, second.id), "it was changed since: that is a draft of its own"


def test_only_one_of_two_windows_sends(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    with pytest.raises(RefusedError, match="being sent") as caught:
        started(open_hunt(path), letter, OTHER_ID)
    assert not caught.value.can_override


def test_what_another_window_changed_is_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    edited(open_hunt(path), letter, "Dear Dana, edited")
    with pytest.raises(StaleRecordError, match="Nothing was sent"):
        started(hunt, letter)
    assert stored(path) == [("draft", "Dear Dana, edited")]


def test_a_failure_makes_a_draft_only_of_its_own_sending(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    flying = started(hunt, letter)
    with pytest.raises(RefusedError, match="dealt with in another window"):
        hunt.do(1, lambda a, when: in_flight.sending_failed(a, when, letter.id, OTHER_ID, "refused"))
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "smtp", went=flying))
    for verb in (
        lambda a, when: in_flight.sending_failed(a, when, letter.id, ID, "refused"),
        lambda a, when: in_flight.did_not_go(a, when, letter.id, ID),
    ):
        with pytest.raises(RefusedError, match="dealt with in another window"):
            hunt.do(1, verb)
    assert stored(path) == [("sent", "Dear Dana")]


def test_what_went_is_recorded_whatever_another_window_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    flying = started(hunt, letter)
    other = open_hunt(path)
    other.do(1, lambda a, when: in_flight.did_not_go(a, when, letter.id, ID))
    edited(other, letter, "Dear Dana, edited")
    done = hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "smtp", went=flying))
    assert sorted(stored(path)) == [("draft", "Dear Dana, edited"), ("sent", "Dear Dana")]
    assert done.letter is not None
    assert (done.letter.message_id, done.letter.body) == (ID, "Dear Dana")


def test_what_both_windows_say_went_is_recorded_once(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    flying = started(hunt, letter)
    for _ in range(2):
        hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "smtp", went=flying))
    assert stored(path) == [("sent", "Dear Dana")]


def test_what_was_pasted_is_recorded_and_what_was_typed_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    edited(open_hunt(path), letter, "Dear Dana, edited")
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "clipboard", went=letter))
    assert sorted(stored(path)) == [("draft", "Dear Dana, edited"), ("sent", "Dear Dana")]


def test_a_sending_cannot_be_undone_and_its_letter_stays_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    with pytest.raises(RefusedError, match=r"Sending to Dana Lee.*can't be undone"):
        open_hunt(path).undo()
    assert stored(path) == [("sending", "Dear Dana")]


def test_an_answer_that_is_taken_back_brings_the_question_back(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    hunt.do(1, lambda a, when: in_flight.did_not_go(a, when, letter.id, ID))
    hunt.undo()
    assert stored(path) == [("sending", "Dear Dana")]


def test_a_sending_that_failed_for_certain_does_not_stand_in_the_way_of_undo(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    hunt.do(1, lambda a, when: in_flight.sending_failed(a, when, letter.id, ID, "refused"))
    assert hunt.undo().summary == "Undone: Drafted a letter to Dana Lee"
    assert stored(path) == []
    hunt.redo()
    assert stored(path) == [("draft", "Dear Dana")]


def test_what_may_have_gone_is_not_undone_although_another_sending_failed(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    hunt.do(1, lambda a, when: in_flight.sending_failed(a, when, letter.id, ID, "refused"))
    with reader(path) as connection:
        again = reading.application(connection, 1).letters[0]
    started(hunt, again, OTHER_ID)
    with pytest.raises(RefusedError, match="already gone out"):
        hunt.undo()
    assert stored(path) == [("sending", "Dear Dana")]


def test_a_step_is_not_marked_as_done_while_its_letter_may_have_gone(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    with pytest.raises(RefusedError, match="may already have been sent"):
        hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, letter.to))
    hunt.do(1, lambda a, when: letters.written_elsewhere(a, when, Kind.THANK_YOU, letter.to, message_id=ID))
    assert stored(path) == [("sent", "Dear Dana")]


def test_a_letter_that_may_have_gone_and_came_back_is_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(hunt, letter)
    hunt.do(1, lambda a, when: returned.letter_bounced(a, when, letter.id, ""))
    assert stored(path) == [("draft", "Dear Dana")]


def test_what_is_typed_beside_a_changed_thank_you_stays_with_its_interview(tmp_path: Path) -> None:
    hunt, _ = drafted(tmp_path / "hunt.db")
    done = hunt.do(
        1,
        lambda a, when: letters.drafted(
            a, when, Kind.THANK_YOU, a.people[0].id, "s", "b", interview=a.interviews[0].id
        ),
    )
    letter = done.letter
    assert letter is not None
    beside = hunt.do(1, lambda a, when: letters.letter_typed(a, when, replace(letter, version=0), "s", "typed"))
    assert beside.letter is not None
    assert (beside.letter.interview, beside.letter.body) == (letter.interview, "typed")


@pytest.mark.parametrize("address", ["pat@agency.example", "PAT@Agency.example", "pat@faß.example"])
def test_a_second_letter_to_one_address_is_questioned_across_applications(tmp_path: Path, address: str) -> None:
    """ETIQUETTE 3.7."""
    clock = Clock(NOW)
    hunt = open_hunt(tmp_path / "hunt.db", clock)
    for company in ("Northwind", "Contoso"):
        log_interview(hunt, add(hunt, company), names=f"Pat Moss <{address}>")
        address = address.lower().replace("faß", "xn--fa-hia")
    first, second = draft_to(hunt, 1), draft_to(hunt, 2)
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, first.id, "clipboard"))

    def asked() -> str | None:
        return hunt.ask(2, lambda a, when: question(a, second, when.policy, when.now, when.company))

    assert asked() == "You wrote to Pat Moss about Northwind just now (thank-you). Write again so soon?"
    clock.now = NOW + timedelta(hours=3)
    assert asked() == "You wrote to Pat Moss about Northwind 3 h ago (thank-you). Write again so soon?"
    clock.now = NOW + timedelta(hours=72)
    assert asked() is None


def test_a_second_letter_right_after_the_first_went_out_just_now(tmp_path: Path) -> None:
    hunt, letter = drafted(tmp_path / "hunt.db")
    withdrawal = draft_to(hunt, 1, Kind.COMPETING_OFFER)
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "clipboard"))
    asked = hunt.ask(1, lambda a, when: question(a, withdrawal, when.policy, when.now, when.company))
    assert asked == "You wrote to Dana Lee just now (thank-you). Write again so soon?"
    again = draft_to(hunt, 1)
    asked = hunt.ask(1, lambda a, when: question(a, again, when.policy, when.now, when.company))
    assert asked == "You thanked Dana Lee for this interview just now. Thank them again?"


def test_nothing_is_sent_that_was_sent(tmp_path: Path) -> None:
    hunt, letter = drafted(tmp_path / "hunt.db")
    hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "clipboard", went=letter))
    with pytest.raises(RefusedError, match="already recorded as sent"):
        hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "clipboard", went=letter))
    with pytest.raises(RefusedError, match="already sent"):
        hunt.ask(1, lambda a, when: in_flight.ready_to_go(a, when, letter, ""))
    assert letter.status is LetterStatus.DRAFT


def test_what_another_window_sends_is_not_recorded_as_sent_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt, letter = drafted(path)
    started(open_hunt(path), letter)
    with pytest.raises(RefusedError, match="Another window is sending"):
        hunt.do(1, lambda a, when: letters.letter_sent(a, when, letter.id, "elsewhere", went=letter))
    assert stored(path) == [("sending", "Dear Dana")]
