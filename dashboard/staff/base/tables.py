"""What the staff site keeps: accounts, links, sessions, attempts, journal, drafts, jobs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, MetaData, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from dashboard.staff.base.kinds import BaseText, Moment

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class BaseTable(DeclarativeBase):
    """A table of the base."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012  # read once
        dt.datetime: Moment,
        dict[str, Any]: JSON,
        list[str]: JSON,
        str: BaseText,
    }


class Account(BaseTable):
    """A member of staff. Without ``password`` she has not opened her first link; with ``closed``
    she no longer comes in. ``subject`` is the identity that a provider gives her, once she came by
    it."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("territory", "email"),
        Index("ix_accounts_subject", "territory", "subject", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str]
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    created: Mapped[dt.datetime]
    password: Mapped[str | None]
    closed: Mapped[dt.datetime | None]
    subject: Mapped[str | None]


class Link(BaseTable):
    """A link that lets its bearer choose the password of an account, once, until it expires. Only
    its hash is kept."""

    __tablename__ = "links"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    mark: Mapped[str] = mapped_column(unique=True)
    expires: Mapped[dt.datetime]
    used: Mapped[dt.datetime | None]


class Session(BaseTable):
    """Someone signed in, by the hash of what her cookie holds, in a browser that is told by its
    family alone. ``hint`` is how the identity provider by which she came knows her session, until
    it ends."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    mark: Mapped[str] = mapped_column(unique=True)
    opened: Mapped[dt.datetime]
    seen: Mapped[dt.datetime]
    closed: Mapped[dt.datetime | None]
    hint: Mapped[str | None]
    browser: Mapped[str] = mapped_column(default="", server_default="")


class Attempt(BaseTable):
    """Failed sign-ins of one account, or from one address; or the acts that an account asks, whose
    allowance is whole again at ``until``. ``mark`` is a keyed hash of which."""

    __tablename__ = "attempts"

    mark: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last: Mapped[dt.datetime] = mapped_column(index=True)
    until: Mapped[dt.datetime]


class JournalEntry(BaseTable):
    """A line of the journal: who did what, to what, when and why. Triggers refuse that it changes,
    or that it goes before ``Ended`` says so."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    when: Mapped[dt.datetime]
    who: Mapped[str]
    act: Mapped[str]
    what: Mapped[str]
    why: Mapped[str]


class Ended(BaseTable):
    """Lines of the journal that came to their term: how many, from when to when, their SHA-256.
    None goes without; triggers refuse that this changes or goes."""

    __tablename__ = "journal_ended"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    when: Mapped[dt.datetime]
    days: Mapped[int]
    first: Mapped[dt.datetime]
    last: Mapped[dt.datetime]
    upto: Mapped[int]
    count: Mapped[int]
    checksum: Mapped[str]


class Draft(BaseTable):
    """What a version would become: a file read on top of version ``base``, 0 for the folder of
    ``data/``; or, where it is ``typed``, the edits of rows that its owner made in the forms.
    ``start`` is the version that the public saw when its file was first read: what was published
    since is what another changed; None until then, and for one that is typed.
    ``found`` is what the checks said, empty until they ran; ``columns`` what a person said of the
    columns of its file, empty where nobody had to; ``changed`` when a person last changed its file,
    its columns or its edits, None where nobody did since it was opened; ``received`` what is known
    of the file itself: whether something was taken out of it (``unnamed``), whether it is one of
    ``contacts``, and its first name where cells of it are ``corrected``."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    owner: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    created: Mapped[dt.datetime]
    base: Mapped[int]
    file: Mapped[str]
    checksum: Mapped[str]
    state: Mapped[str]
    found: Mapped[dict[str, Any]]
    version: Mapped[int | None]
    typed: Mapped[bool] = mapped_column(default=False, server_default=false())
    columns: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    changed: Mapped[dt.datetime | None]
    received: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    start: Mapped[int | None]


class Dispute(BaseTable):
    """What a draft and a version published meanwhile both changed, settled at once: a cell, a row
    that one of them removed or that both added (``whole``), or a file that is not told row by row
    (without ``key``). ``title`` is what a person calls the row; ``cells`` holds, under « cells »,
    its columns with both values; ``mark`` is the fingerprint of all that. ``kept`` is whose value
    is kept, « brouillon » or « publié », empty until ``who`` says it at ``when``."""

    __tablename__ = "disputes"
    __table_args__ = (Index("ix_disputes_draft", "draft", "rank"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft: Mapped[int] = mapped_column(ForeignKey("drafts.id"))
    rank: Mapped[int]
    file: Mapped[str]
    key: Mapped[str]
    title: Mapped[str]
    whole: Mapped[bool]
    cells: Mapped[dict[str, Any]]
    mark: Mapped[str]
    kept: Mapped[str] = mapped_column(default="", server_default="")
    who: Mapped[str] = mapped_column(default="", server_default="")
    when: Mapped[dt.datetime | None]


class Matched(BaseTable):
    """What was last said of the columns of files that have the same headings (``mark``)."""

    __tablename__ = "matchings"
    __table_args__ = (UniqueConstraint("territory", "mark"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str]
    mark: Mapped[str]
    when: Mapped[dt.datetime]
    said: Mapped[dict[str, Any]]


class TypedEdit(BaseTable):
    """An edit of one row of a territory, in a draft; ``cells`` is null where the row goes."""

    __tablename__ = "edits"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    when: Mapped[dt.datetime]
    file: Mapped[str]
    key: Mapped[list[str]]
    cells: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Approval(BaseTable):
    """That an editor asks a second one to publish a draft, for ``why``; ``read`` is the fingerprint
    of what she read. ``by`` is who answered, ``answer`` the reason of a refusal."""

    __tablename__ = "approvals"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    territory: Mapped[str] = mapped_column(index=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    asked: Mapped[dt.datetime]
    why: Mapped[str]
    read: Mapped[str]
    state: Mapped[str]
    by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    answered: Mapped[dt.datetime | None]
    answer: Mapped[str]


class Job(BaseTable):
    """A long work, done by a process of its own; ``step`` says how far it has come, ``share`` how
    much of its time is behind, in hundredths (none where nobody can tell), ``said`` how it ended.
    ``bench`` is the server that took it, ``seen`` when that one last said that it runs."""

    __tablename__ = "jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    draft: Mapped[int | None] = mapped_column(ForeignKey("drafts.id"))
    kind: Mapped[str]
    asked: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(index=True)
    step: Mapped[str]
    share: Mapped[int | None]
    said: Mapped[str]
    created: Mapped[dt.datetime]
    begun: Mapped[dt.datetime | None]
    ended: Mapped[dt.datetime | None]
    bench: Mapped[str | None]
    seen: Mapped[dt.datetime | None]


class Mail(BaseTable):
    """A mail that is to leave: to whom, about what, where its link leads; it goes once it left, or
    was given up. ``tried`` counts the tries, ``due`` is the moment of the next one."""

    __tablename__ = "mails"

    id: Mapped[int] = mapped_column(primary_key=True)
    territory: Mapped[str] = mapped_column(index=True)
    account: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    about: Mapped[str]
    path: Mapped[str]
    tried: Mapped[int]
    due: Mapped[dt.datetime]
