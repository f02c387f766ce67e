"""The tables of what servers share beside the base of the staff site, in two schemas: what is
public, which a role that only reads may see, and what is not."""

from __future__ import annotations

from dashboard.postgres.connection import Base

PUBLIC, PRIVATE = "publications", "depot"
FORM = "forme "
"""What the comment of the private schema begins with: the number of the form follows."""
MAKING = 0x0B5A
"""The number of the lock under which tables are made."""
WRITING = 0x0B5B
"""That of the lock which one writer of contents holds at a time."""

TREES = """
create schema if not exists {schema};
create table if not exists {schema}.contenus (empreinte text primary key);
create table if not exists {schema}.morceaux (
    empreinte text not null references {schema}.contenus on delete cascade,
    rang integer not null, contenu bytea not null, primary key (empreinte, rang)
);
create table if not exists {schema}.fichiers (
    dossier text not null, chemin text not null,
    empreinte text not null references {schema}.contenus,
    primary key (dossier, chemin)
);
create index if not exists fichiers_par_empreinte on {schema}.fichiers (empreinte);
"""
SERVED = """
create table if not exists publications.publications (
    territoire text not null, nom text not null, rang bigint not null,
    primary key (territoire, nom)
);
create table if not exists publications.pointeurs (
    territoire text primary key, nom text not null, rang bigint not null
);
create table if not exists publications.retraits (
    empreinte text primary key, motif text not null
);
"""
VERSIONS = """
create table if not exists depot.versions (
    territoire text not null, numero integer not null, texte text not null,
    primary key (territoire, numero)
);
create or replace function depot.une_version_ne_change_pas() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.numero = old.numero and new.territoire = old.territoire
        and (new.texte::json -> 'withdrawn')::text is distinct from 'null' then
        return new;
    end if;
    raise exception 'une version ne change pas';
end $$;
drop trigger if exists jamais_changee on depot.versions;
create trigger jamais_changee before update or delete on depot.versions
    for each row execute function depot.une_version_ne_change_pas();
drop trigger if exists jamais_videe on depot.versions;
create trigger jamais_videe before truncate on depot.versions
    for each statement execute function depot.une_version_ne_change_pas();
"""
FORMS = (TREES.format(schema=PUBLIC) + TREES.format(schema=PRIVATE) + SERVED + VERSIONS,)
"""What brings the tables from each form to the next: one that was released never changes, a later
one is added after it. The first may run where its tables are: nothing said which form they had."""
GRANTS = """
grant usage on schema publications to {role};
grant select on all tables in schema publications to {role};
alter default privileges in schema publications grant select on tables to {role};
"""


def prepare(base: Base) -> None:
    """Have the tables there, in their last form; nothing where they are, or are in a later one: two
    programs may follow one another on the servers of one base."""
    if _form(base) >= len(FORMS):
        return
    base.execute("select pg_advisory_xact_lock(%s)", (MAKING,))
    for form in FORMS[_form(base) :]:
        base.execute(form)
    if _form(base) < len(FORMS):
        base.execute(f"comment on schema {PRIVATE} is '{FORM}{len(FORMS)}'")


def _form(base: Base) -> int:
    """How many of the forms the tables went through; 0 where nothing says so."""
    asked = "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = %s"
    found = base.execute(asked, (PRIVATE,)).fetchone()
    said = str(found[0] or "") if found else ""
    return int(said.removeprefix(FORM)) if said.startswith(FORM) else 0


def grant(base: Base, role: str) -> None:
    """Let that role read what is public, and nothing else."""
    from psycopg import sql

    base.execute(sql.SQL(GRANTS).format(role=sql.Identifier(role)))
