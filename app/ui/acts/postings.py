"""The posting of an application: read as it was kept, or kept now, from its link, from a file, or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.from_them import Posting
from app.etiquette.links import posting_in
from app.etiquette.records import Application
from app.etiquette.time.dates import local_day, say_day
from app.hunt.fetching.hosts import is_web_address
from app.hunt.verbs.postings import posting_kept, posting_removed
from app.ui.acts.opening_links import open_link
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.posting import PostingDialog, PostingWish
from app.ui.posting_lines import posting_lines

if TYPE_CHECKING:
    from app.ui.work import Work

_FETCH, _PASTE, _FILE = "fetch", "paste", "file"


async def read_or_save(work: Work, application: Application) -> None:
    """Show the posting; where there is none, ask how to get it."""
    posting = await _chosen(work, application)
    if posting is None:
        if not application.postings:
            await _save(work, application)
        return
    lines = posting_lines(posting, f"{application.company}, {application.role}", work.now, work.zone)
    wish = await work.ask(PostingDialog(lines, has_link=is_web_address(posting.address)))
    if wish is PostingWish.LINK:
        await open_link(work, posting.address)
    elif wish is PostingWish.SAVE:
        await _save(work, application)
    elif wish is PostingWish.REMOVE:
        await work.perform(application.id, lambda a, when: posting_removed(a, when, posting.id))


async def _chosen(work: Work, application: Application) -> Posting | None:
    """Return the posting to show, of several the one that the user chooses; None: there is none, or none was chosen."""
    if len(application.postings) < 2:
        return application.posting
    newest_first = sorted(application.postings, key=lambda posting: (posting.kept, posting.id), reverse=True)
    choices = [
        (str(number) if number < 10 else "", _named(work, posting), posting)
        for number, posting in enumerate(newest_first, 1)
    ]
    return await work.ask(ChoiceDialog("Which posting?", choices))


def _named(work: Work, posting: Posting) -> str:
    day = say_day(local_day(posting.kept, work.zone), work.today)
    return ", ".join(part for part in (posting.title, f"saved {day}", posting.address) if part)


async def _save(work: Work, application: Application) -> None:
    """Ask where the posting is to come from, and keep it."""
    from app.ui.acts.taking_in import choose_and_take_in, take_in_page

    link = posting_in(application.url)
    ways = [(f"Get it from {link}", _FETCH)] if is_web_address(link) else []
    ways += [("Paste its text", _PASTE), ("Import a saved page (.html, .mhtml) or a PDF", _FILE)]
    numbered = [(str(number), label, way) for number, (label, way) in enumerate(ways, 1)]
    text = "A saved posting can still be read when the page is gone."
    way = await work.ask(ChoiceDialog(f"Save the posting: {application.company}", numbered, text))
    if way == _FETCH:
        await take_in_page(work, link, application.id)
    elif way == _FILE:
        await choose_and_take_in(work, application.id)
    elif way == _PASTE:
        await _paste(work, application, link)


async def _paste(work: Work, application: Application, link: str) -> None:
    async def submit(values: dict[str, str]) -> None:
        from app.exchange.contents import Advertised
        from app.exchange.postings.labels import with_labels

        read = with_labels(Advertised(values["text"], address=values["address"]))
        await work.submit(
            application,
            lambda a, when: posting_kept(
                a, when, text=values["text"], title=a.role, address=read.address, closes=read.closes,
                facts={"url": read.address, "location": read.location, "salary": read.salary},
            ),
        )  # fmt: skip

    fields = [
        Field("text", "Text", kind="multiline", required=True, hint="paste it here"),
        Field("address", "Link", link),
    ]
    title = f"The posting: {application.company}"
    await work.ask(FormDialog(title, fields, submit, kept_as=f"posting {application.id}"))
