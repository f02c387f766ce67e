"""A page with every kind of block, in the words of Grand Chambéry: to look at, and to test.

``python -m tests.components.gallery page.html`` writes it as plain HTML with the real sheets.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dashboard.components.context import Context
from dashboard.components.filters import FilterBar
from dashboard.components.page import Slot, page
from dashboard.components.shell import Surroundings
from dashboard.content import (
    Authored,
    Cell,
    Choice,
    Column,
    Control,
    Exhibit,
    Fold,
    Hero,
    KeyFigure,
    KeyFigures,
    Listing,
    Notice,
    Printed,
    Projected,
    Projection,
    Prose,
    Recto,
    Row,
    Search,
    Sheet,
    Span,
    Table,
    Terms,
    text,
)
from dashboard.content.thumbnails import Fact, Legend, Thumbnail, Thumbnails
from dashboard.domain import french
from dashboard.domain.chart import Ladder, PlaceMap, Years
from dashboard.domain.frame import Frame, SaidFilter
from dashboard.domain.option import ALL
from dashboard.domain.selection import Selection
from dashboard.html.element import Element
from dashboard.markdown import parse
from dashboard.pages import MenuPlace, entries
from dashboard.pages.bar import Chip
from dashboard.pages.imprint import Imprint
from tests.charts import samples

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SHEETS = (
    "vendor/bootstrap.min.css",
    "tokens.css",
    "fonts.css",
    "layout.css",
    "cards.css",
    "gallery.css",
    "sheet.css",
)
AMOUNTS = {
    2016: (383, 23, 2),
    2017: (344, 23, 3),
    2018: (395, 35, 3),
    2019: (465, 36, 10),
    2020: (527, 56, 7),
    2021: (498, 38, 3),
    2022: (813, 17, 5),
    2023: (743, 31, 12),
    2024: (746, 55, 14),
    2025: (669, 56, 6),
}
T = french.typeset

SELECTION = Selection(year=2016, pillars=("emploi",), default_year=2025)
IMPRINT = Imprint(
    name="Contrat de ville de Grand Chambéry",
    publication="Publication du 22 novembre 2026, 3f9a2c",
    notice="Données publiques réunies par l’outil. Non publié par Grand Chambéry.",
    publisher="",
    standing="",
)
AT = Context(
    "accueil",
    "/",
    SELECTION,
    "politique-ville@exemple.fr",
    "https://exemple.fr",
    "23 novembre 2026",
    IMPRINT,
    digest="3f9a2c1b",
)
YEAR = SaidFilter("annee", "Année", "2016", "2016", "de l’année choisie", "2016", constant=True)
PILLAR = SaidFilter(
    "pilier",
    "Pilier",
    "Développement économique et emploi",
    "Développement économique et emploi",
    "du pilier choisi",
    "emploi",
)
FRAME_OF_2016 = Frame((YEAR, PILLAR))
CHIPS = tuple(
    Chip(key, f"{label} : {value}")
    for key, label, value in (
        ("annee", "Année", "2016"),
        ("pilier", "Pilier", "Développement économique et emploi"),
    )
)
SAID = "2016, Développement économique et emploi, tous les quartiers"
FRAME = Surroundings(
    entries=entries(MenuPlace.MENU),
    aside=entries(MenuPlace.ASIDE),
    footer=entries(MenuPlace.FOOT),
)


def controls() -> tuple[Control, ...]:
    """The bar: pillar, year, quarter."""
    pillars = (
        Choice(ALL, "Tous les piliers"),
        Choice("cadre-de-vie", "Cadre de vie et renouvellement urbain", "aucune ligne en 2016"),
        Choice("emploi", "Développement économique et emploi"),
        Choice("cohesion-sociale", "Cohésion sociale"),
    )
    years = tuple(Choice(str(year), str(year)) for year in reversed(AMOUNTS))
    quarters = (
        Choice(ALL, "Tous les quartiers"),
        Choice("QP073001", "Biollay - Bellevue", group="Quartiers prioritaires"),
        Choice("QP073002", "Les Hauts-de-Chambéry", group="Quartiers prioritaires"),
        Choice("QVA-1", "Chantemerle", group="En veille active"),
    )
    return (
        Control("pilier", "Pilier", pillars, "emploi"),
        Control("annee", "Année", years, "2016"),
        Control("quartier", "Quartier", quarters, ALL),
    )


def hero() -> Hero:
    """The head of the home page."""
    figures = KeyFigures(
        (
            KeyFigure(
                "Habitants des deux quartiers prioritaires", french.number(10_096), "Insee, 2018"
            ),
            KeyFigure(
                "Sous le seuil de pauvreté",
                "4 sur 10",
                T("40 % au Biollay - Bellevue, 43 % aux Hauts-de-Chambéry. Insee, 2021"),
            ),
            KeyFigure(
                "Subventions de l’État en 2016",
                french.short_euros(447_268),
                "64 subventions du programme 147. ANCT",
            ),
        )
    )
    return Hero(
        "Le contrat de ville, quartier par quartier",
        text(
            "Deux quartiers prioritaires à Chambéry et seize quartiers en veille active (contrat "
            "2015-2023). Voyez où ils sont, ce qui y est mené et comment la situation évolue."
        ),
        (("Trouver mon quartier", "/quartiers"), ("Voir les actions de 2016", "/actions")),
        figures,
    )


def essential() -> Prose:
    """Three sentences."""
    return Prose(
        (
            text(
                "L’État accorde ",
                Span("64 subventions", strong=True),
                " au titre de la politique de la ville, pour ",
                Span(french.euros(447_268), strong=True),
                T(" ; 54 relèvent de la cohésion sociale, 6 de l’emploi. "),
                Span("pilier proposé", tag=True),
            ),
            text(
                "La plus importante, ",
                Span(french.euros(170_000), strong=True),
                T(", va à la réussite éducative (collège Côte Rousse) ; les "),
                Span(
                    "conseils citoyens",
                    term="Groupe d’habitants et d’acteurs d’un quartier.",
                    anchor="mot-essentiel-conseil-citoyen",
                ),
                " reçoivent ",
                Span(french.euros(31_269), strong=True),
                ".",
            ),
            text(
                "Le contrat se réoriente vers le ",
                Span("parcours des jeunes", strong=True),
                ", de l’enfance à l’âge adulte. ",
                Span("Lire le bilan 2016", href="/bilan/2016"),
            ),
        ),
        "L’essentiel de 2016",
        columns=True,
    )


def money() -> Exhibit:
    """Amounts by year and pillar: a figure with table, limits, tags, no verdict."""
    columns = (
        Column("Année"),
        Column("Cohésion sociale", numeric=True),
        Column("Développement économique et emploi", numeric=True),
        Column("Cadre de vie", numeric=True),
    )
    rows = tuple(
        Row((Cell(str(year)), *(Cell(french.number(part), part) for part in parts)))
        for year, parts in AMOUNTS.items()
    )
    return Exhibit(
        slug="montants",
        title="Subventions de l’État par pilier, 2016-2025",
        subtitle=(
            "Programme 147, montants engagés en milliers d’euros, même échelle pour les piliers"
        ),
        table=Table("Subventions de l’État par pilier, en milliers d’euros", columns, rows),
        reading=text(
            T(
                "en 2016, 23 milliers d’euros vont au développement économique et à l’emploi. "
                "À partir de 2022, la cité éducative entre dans ces montants : les années d’avant "
                "et d’après ne se comparent pas."
            )
        ),
        alt=(
            "Barres par année et par pilier, de 2016 à 2025 : la cohésion sociale domine. "
            "Tableau des données ci-après."
        ),
        source="ANCT, subventions politique de la ville 2016-2025, Licence Ouverte",
        file_name="montants-par-pilier-2016-2025",
        frame=FRAME_OF_2016,
        chart=Years(samples.grid(), "amount", 2022, 2022),
        height=320,
        notes=(
            "Les montants sont ceux que l’État a engagés, et non ceux qui ont été versés.",
            "Le pilier n’est pas dans le fichier de l’ANCT : il est proposé par une règle écrite.",
        ),
        tags=("pilier proposé",),
        controls=(
            Control(
                "mesure",
                "Ce que l’on compte",
                (Choice("", "Montants"), Choice("nombre", "Nombre de subventions")),
                "",
                "radio",
            ),
        ),
    )


def gap() -> Exhibit:
    """A figure with a verdict."""
    entries = (
        ("Les Hauts-de-Chambéry", 14_280),
        ("Biollay - Bellevue", 14_870),
        ("Chambéry", 20_790),
        ("Agglomération", 23_180),
    )
    rows = tuple(Row((Cell(name), Cell(french.euros(value), value))) for name, value in entries)
    return Exhibit(
        slug="ecart",
        title=T(
            "En 2019, 8\u202f900 € séparent le niveau de vie des Hauts-de-Chambéry de celui de "
            "l’agglomération"
        ),
        subtitle="Niveau de vie médian par an et par unité de consommation, 2019",
        table=Table(
            "Niveau de vie médian, 2019",
            (Column("Territoire"), Column("Niveau de vie", numeric=True)),
            rows,
        ),
        reading=(),
        alt=(
            "Quatre points sur une ligne, de 14 280 à 23 180 euros. Tableau des données ci-après."
        ),
        source="Insee, Filosofi 2019",
        file_name="ecart-niveau-de-vie-2019",
        frame=FRAME_OF_2016,
        chart=Ladder(samples.standing()),
        height=170,
        notes=("Médiane : la moitié des habitants vit avec moins, l’autre moitié avec plus.",),
        verdict=text(
            Span(T("L’écart se réduit-il ? "), strong=True),
            T(
                "On ne peut pas dire : la méthode a changé en 2016, 2018 et 2019, et "
                "l’agglomération s’est agrandie en 2017."
            ),
        ),
    )


def place_map() -> Exhibit:
    """A figure with a legend."""
    return Exhibit(
        slug="carte",
        title="Où sont les quartiers",
        subtitle=(
            "Taux de pauvreté des quartiers prioritaires, dernière année connue : 2021, "
            "périmètres de 2015"
        ),
        table=quarters().table,
        reading=text(
            T(
                "en 2021, 43,0 % des habitants des Hauts-de-Chambéry vivent sous le seuil de "
                "pauvreté."
            )
        ),
        alt=(
            "Carte : deux quartiers prioritaires et seize quartiers en veille active. "
            "Tableau des données ci-après."
        ),
        source="Insee, Filosofi 2021 · fond IGN",
        file_name="carte-taux-de-pauvrete-2021",
        frame=FRAME_OF_2016,
        chart=PlaceMap(samples.place_map(), samples.BACKGROUND),
        height=520,
        tags=("tracé indicatif",),
        legend=(
            ("qpv", "Quartier prioritaire, tracé indicatif"),
            ("mark", "Quartier en veille active, emplacement non publié : placé dans sa commune"),
        ),
    )


def search() -> Search:
    """A question that was answered."""
    control = Control(
        "lieu", "Une rue, un lieu", value="rue des lilas", kind="search", hint="Un mot"
    )
    told = Prose((text("Rue des Lilas : dans aucun quartier."),))
    return Search("Trouver mon quartier", control, (told,), "/propositions")


def told() -> Authored:
    """What staff wrote of the actions: two headings, a list, a link."""
    source = (
        "Une année **dense** : *neuf* porteurs nouveaux, et [la liste](/actions).\n\n"
        "## Ce qui reste\n\n3. Ouvrir le soir\n4. Répondre aux avis\n\n   - par écrit\n\n"
        "### Au Verger\n\nRien de plus."
    )
    mark = "Texte de l’équipe du contrat de ville"
    name = f"{mark}, 3. Les actions de l’année"
    return Authored(parse(T(source)), mark, name, "La cheffe de projet, le 3 juin 2026")


def quarters() -> Exhibit:
    """A table as the figure, with groups, numbered names and a current row."""
    dash = Cell(french.NOT_APPLICABLE)
    named = (
        ("3. Chantemerle", "Chambéry"),
        ("4. Piochet", "Chambéry"),
        ("5. La Cassine", "Chambéry"),
        ("6. Mas Barral", "Chambéry"),
        ("7. Clos Gaillard", "Barby"),
        ("8. Les Épinettes", "Barby, La Ravoire"),
    )
    rows = (
        Row((Cell("Quartiers prioritaires"),), group=True),
        _quarter("Biollay - Bellevue", T("40 %"), french.euros(15_540), "7"),
        _quarter("Les Hauts-de-Chambéry", T("43,0 %"), french.euros(14_920), "0", current=True),
        Row((Cell("Quartiers en veille active"),), group=True),
        *(
            Row((Cell(name, href="/quartiers/QVA", note=place), dash, dash, Cell("0")))
            for name, place in named
        ),
        Row((Cell("Non ventilé : quartier non nommé"), dash, dash, Cell("57"))),
    )
    columns = (
        Column("Quartier"),
        Column("Pauvreté 2021", numeric=True),
        Column("Niveau de vie 2021", numeric=True),
        Column("Subventions 2016", numeric=True),
    )
    return Exhibit(
        slug="liste",
        title="Les dix-huit quartiers du contrat",
        subtitle="Périmètres de 2015, année 2016",
        table=Table("Quartiers du contrat, 2016", columns, rows, (_DASH_NOTE,)),
        reading=(),
        alt="Liste des quartiers avec leurs principaux chiffres. Tableau des données ci-après.",
        source="Insee, Filosofi 2021 · ANCT 2016",
        file_name="quartiers-2016",
        frame=FRAME_OF_2016,
        notes=("Une ligne peut concerner plusieurs quartiers.",),
        table_first=True,
    )


_DASH_NOTE = T("« – » : sans objet, l’Insee ne publie rien pour la veille active")


def _quarter(name: str, rate: str, level: str, count: str, current: bool = False) -> Row:
    cells = (
        Cell(name, href="/quartiers/QP"),
        Cell(rate, strong=True),
        Cell(level),
        Cell(count),
    )
    return Row(cells, current=current)


def listing() -> Listing:
    """A list with its search, sort links and pages."""
    columns = (
        Column("Intitulé", sort="/actions?tri=intitule", sorted="none"),
        Column("Porteur", sort="/actions?tri=porteur", sorted="none"),
        Column("Pilier"),
        Column("Montant", numeric=True, sort="/actions?tri=montant", sorted="descending"),
    )
    held = (
        ("Réussite éducative, collège Côte Rousse", "Ville de Chambéry", 170_000),
        ("Chantiers éco-citoyens", "Association du quartier Centre-ville", 3_000),
        ("100 chances", "Mission locale jeunes", 7_900),
    )
    rows = tuple(
        Row(
            (
                Cell(name, href="/actions/1"),
                Cell(holder),
                Cell("Cohésion sociale", tags=("pilier proposé",)),
                Cell(french.euros(amount), amount),
            )
        )
        for name, holder, amount in held
    )
    return Listing(
        "Liste des subventions de l’État",
        T("64 subventions de l’État (programme 147), 447\u202f268 €"),
        Table("Subventions de l’État, 2016, lignes 1 à 3 sur 64", columns, rows),
        (
            Control(
                "recherche",
                "Rechercher un intitulé ou un porteur",
                kind="search",
                hint="par exemple : chantiers éducatifs",
            ),
        ),
        1,
        3,
        source="ANCT, subventions politique de la ville 2016",
        downloads=(("Télécharger les 64 lignes (CSV)", "/export/actions/actions.csv"),),
    )


def small() -> tuple[Legend, Thumbnails]:
    """One small drawing, with what its marks mean."""
    facts = (
        Fact("Haut", T("14 200 €"), T("−8 980 €"), "se creuse", 0),
        Fact("Bas", T("14 300 € (2013)"), rank=1),
    )
    href, alt = "/evolutions?indicateur=niveau-vie-median", "Courbe de 2012 à 2018"
    foot = T("2018 · Grand Chambéry : 23 180 €")
    item = Thumbnail("Niveau de vie médian", href, samples.sparkline(), alt, facts, "", foot)
    legend = Legend("Lire les dessins", (("q0", "Haut"), ("q1", "Bas")), (text("Une échelle."),))
    return legend, Thumbnails("Revenus", "1 indicateur", (item,))


def rows() -> list[list[Slot]]:
    """Every kind of block on one page."""
    notice = Notice((text("L’année 2015 n’a pas de données : l’année 2016 est affichée."),))
    terms = Terms(
        (
            ("Conseil citoyen", text("Groupe d’habitants et d’acteurs d’un quartier.")),
            ("Médiane", text("Valeur qui partage la population en deux moitiés.")),
        ),
        "Les mots de cette page",
        anchored=True,
    )
    steps = Prose(
        (text("Choisir un pilier."), text("Lire la phrase sous la figure.")),
        "Comment lire",
        bullets=True,
        level=3,
    )
    fold = Fold("Pour aller plus loin", (terms, steps))
    return [
        [Slot("tete", (hero(),))],
        [Slot("trouver", (search(),))],
        [Slot("avis", (notice,))],
        [Slot("essentiel", (essential(),))],
        [Slot("equipe", (told(),))],
        [Slot("carte", (place_map(),), 7), Slot("liste", (quarters(),), 5)],
        [Slot("ecart", (gap(),), 6), Slot("tendance", (empty(),), 6)],
        [Slot("montants", (money(),))],
        [Slot("lignes", (listing(),))],
        [Slot("galerie", small())],
        [Slot("fiche", (sheet(), projected(), recto()))],
        [Slot("suite", (fold,))],
    ]


def recto() -> Recto:
    """The same quarter on one A4."""
    return Recto(
        hero=hero(),
        place=Printed(place_map(), 0.7),
        beside=(Printed(gap(), 0.8),),
        tables=(Printed(quarters(), 0.0, T("3 lignes sur 18")),),
        words=(Terms((("Grand Chambéry", text("Copilote.")),), "À qui s’adresser"),),
        source="Insee",
        rest="Ne sont pas imprimés : les évolutions.",
    )


def sheet() -> Sheet:
    """The same amounts on one A4."""
    return Sheet(
        title="Actions",
        filters="2016, emploi",
        sentences=(money().reading, gap().reading, gap().verdict),
        shown=Printed(money(), 0.8, T("4 lignes sur 10")),
        table=money().table,
        href="/actions?pilier=emploi&annee=2016",
        document="/document/fiche/actions.pdf?pilier=emploi&annee=2016",
    )


def projected() -> Projection:
    """The same amounts on a wall, then a table."""
    slides = (
        Projected(money(), "montants", 1.7),
        Projected(quarters(), "liste", 1.0, T("3 sur 18")),
    )
    return Projection("Actions", slides, "/actions?pilier=emploi&annee=2016")


def empty() -> Exhibit:
    """A figure that cannot be drawn, and says why."""
    return Exhibit(
        slug="vide",
        title="Taux de pauvreté dans les deux quartiers prioritaires",
        subtitle="En pourcentage des habitants, 2012-2021",
        table=Table("Taux de pauvreté", (Column("Année"),), ()),
        reading=(),
        alt="Aucune donnée pour cette vue.",
        source="Insee, Filosofi 2012-2021, périmètres de 2015",
        file_name="taux-de-pauvrete",
        frame=FRAME_OF_2016,
        empty="L’Insee ne publie aucun taux de pauvreté pour un quartier en veille active.",
    )


def whole() -> Element:
    """The page as components."""
    return page(
        rows(), AT, FRAME, FilterBar(controls(), CHIPS, SAID, (("Fiche de séance", "/fiche"),))
    )


def document(sheets: tuple[str, ...] = (*SHEETS, "print.css")) -> str:
    """The page as one HTML document that opens from the disk."""
    from dashboard.html.plain import to_html

    links = "".join(
        f'<link rel="stylesheet" href="{(ASSETS / name).as_uri()}">'
        for name in sheets
        if (ASSETS / name).is_file()
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, '
        f'initial-scale=1"><title>Galerie</title>{links}'
    )
    body = f'<div id="page-vivante">{to_html(whole())}</div>'
    return f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body>{body}</body></html>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
