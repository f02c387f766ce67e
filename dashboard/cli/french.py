"""The words of the command line's own library, in French.

click takes each of its sentences through a function named ``_`` (and ``ngettext``) in its modules,
bound at its import. ``speak_french`` puts ours in their place (decision 46).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from dashboard.domain import french

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils")

WORDS = {
    "Usage:": "Usage :",
    "Options": "Options ",
    "Commands": "Commandes ",
    "Positional arguments": "Arguments ",
    "Show this message and exit.": "Montre cette aide.",
    "Show the version and exit.": "Montre la version.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "default: {default}": "par défaut : {default}",
    "env var: {var}": "variable : {var}",
    "required": "obligatoire",
    "deprecated": "abandonné",
    "(dynamic)": "(selon le cas)",
    "Aborted!": "Arrêté.",
    "Error: {message}": "Erreur : {message}",
    "Try '{command} {option}' for help.": "« {command} {option} » montre l’aide.",
    "Missing command.": "Il manque la commande.",
    "Missing argument": "Il manque l’argument",
    "Missing option": "Il manque l’option",
    "Missing parameter": "Il manque le paramètre",
    "Missing {param_type}": "Il manque {param_type}",
    "Missing parameter: {param_name}": "Il manque le paramètre : {param_name}",
    "No such option {name!r}.": "L’option « {name} » n’existe pas.",
    "No such command {name!r}.": "La commande « {name} » n’existe pas.",
    "Invalid value: {message}": "Valeur refusée : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur refusée pour {param_hint} : {message}",
    "Could not open file {filename!r}: {message}": (
        "Le fichier « {filename} » ne peut pas être ouvert : {message}"
    ),
    "unknown error": "erreur inconnue",
    "Invalid start character for option ({option})": "Une option commence par un tiret ({option})",
    "Option {name!r} does not take a value.": "L’option « {name} » ne prend pas de valeur.",
    "Argument {name!r} takes {nargs} values.": "L’argument « {name} » prend {nargs} valeurs.",
    "Value must be an iterable.": "Il faut plusieurs valeurs.",
    "file": "le fichier",
    "directory": "le dossier",
    "path": "le chemin",
    "Choose from:\n\t{choices}": "Choisissez :\n\t{choices}",
    "{value} is not in the range {range}.": "{value} est hors des bornes {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "« {value} » n’est ni oui ni non. Valeurs lues : {states}"
    ),
    "{value!r} is not a valid {number_type}.": "« {value} » n’est pas un nombre entier.",
    "{value!r} is not a valid UUID.": "« {value} » n’est pas un identifiant UUID.",
    "{name} {filename!r} is a file.": "{name} « {filename} » est un fichier.",
    "{name} {filename!r} is a directory.": "{name} « {filename} » est un dossier.",
    "{name} {filename!r} is not readable.": "{name} « {filename} » ne peut pas être lu.",
    "{name} {filename!r} is not writable.": "{name} « {filename} » ne peut pas être écrit.",
    "{name} {filename!r} is not executable.": "{name} « {filename} » ne peut pas être exécuté.",
    "{name} {filename!r} does not exist.": "{name} « {filename} » n’existe pas.",
    "Do you want to continue?": "Continuer ?",
    "Confirm the action without prompting.": "Confirme sans demander.",
    "Repeat for confirmation": "Répétez pour confirmer",
    "Error: The two entered values do not match.": "Erreur : les deux valeurs diffèrent.",
    "Error: invalid input": "Erreur : saisie refusée",
    "Press any key to continue...": "Appuyez sur une touche pour continuer…",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": (
        "La commande « {name} » est abandonnée.{extra_message}"
    ),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": (
        "« {name} » est abandonné.{extra_message}"
    ),
}
"""Each sentence of click that an operator may meet, and ours."""

SEVERAL = {
    "Got unexpected extra argument ({args})": (
        "Argument en trop : {args}",
        "Arguments en trop : {args}",
    ),
    "Takes {nargs} values but 1 was given.": (
        "Il faut {nargs} valeurs : une seule est donnée.",
        "Il faut {nargs} valeurs : {len} sont données.",
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "Il faut {len_type} valeurs : {len_value} est donnée.",
        "Il faut {len_type} valeurs : {len_value} sont données.",
    ),
    "Did you mean {possibility}?": (
        "Vouliez-vous dire {possibility} ?",
        "Vouliez-vous dire l’une de celles-ci : {possibilities} ?",
    ),
    "Option {name!r} requires an argument.": (
        "L’option « {name} » attend une valeur.",
        "L’option « {name} » attend {nargs} valeurs.",
    ),
    "{value!r} is not {choice}.": (
        "« {value} » n’est pas {choice}.",
        "« {value} » n’est pas l’une de ces valeurs : {choices}.",
    ),
    "{value!r} does not match the format {format}.": (
        "« {value} » n’a pas la forme {format}.",
        "« {value} » n’a aucune de ces formes : {formats}.",
    ),
}
"""The sentences that agree with a number: one, several."""


def one(message: str) -> str:
    """Our sentence for that sentence of click, or click's own."""
    return french.typeset(_end_spaced(WORDS.get(message, message)))


def _end_spaced(text: str) -> str:
    """A heading keeps its last space: click writes the colon after it."""
    return f"{text[:-1]}{french.NBSP}" if text.endswith(" ") else text


def several(singular: str, plural: str, count: int) -> str:
    """Our sentence for that count."""
    ours = SEVERAL.get(singular, (singular, plural))
    return french.typeset(ours[0] if count < 2 else ours[1])


def speak_french() -> None:
    """Make click speak French from now on, in every command of this process."""
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for hook, ours in (("_", one), ("ngettext", several)):
            if hasattr(module, hook):
                setattr(module, hook, ours)


class Setting(click.Option):
    """An option whose hint, in an error, is French too."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The name of the option, and of the variable that may hold it."""
        variable = f" (ou la variable {self.envvar})" if self.envvar else ""
        return f"«{french.NBSP}{self.opts[-1]}{french.NBSP}»{variable}"


class Verb(click.Command):
    """A verb whose help keeps its French spaces when it is folded."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """A command with its help in French typography."""
        super().__init__(*args, **settings)
        self.help = french.typeset(self.help or "")


class Verbs(click.Group):
    """The verbs in the order of a day's work, under French headings."""

    command_class = Verb

    def __init__(self, **settings: Any) -> None:
        """A group whose own words are French."""
        super().__init__(
            subcommand_metavar="COMMANDE [ARGUMENTS]…", options_metavar="[OPTIONS]", **settings
        )
        self.help = french.typeset(self.help or "")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs as they were declared."""
        return list(self.commands)
