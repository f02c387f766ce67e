"""The open files that a publication offers: tables as they were published, outlines for QGIS."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import geopandas as gpd
import pandas as pd
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from dashboard.publication import cells, steps
from dashboard.publication.sources import Sources
from dashboard.system import progress

FOLDER = "fichiers"
TABLES = (
    "indicateurs",
    "financements",
    "financeurs",
    "territoires",
    "lieux_nommes",
    "voies",
    "repartitions",
    "semblables",
    "subventions_agglomeration",
    "conventions_agglomeration",
    "postes",
    "sources",
    "orientations",
    "textes",
    "bilans",
    "evenements",
    "ruptures",
)
LAYERS = {"communes": "communes", "contours_quartiers": "quartiers"}


def write(sources: Sources, actions: pd.DataFrame, folder: Path) -> list[str]:
    """Write the files beside the publication; gives their names. Persons are already unnamed."""
    target = folder / FOLDER
    target.mkdir()
    held = {name: sources.table(name) for name in TABLES}
    tables = {"actions": actions, **{name: frame for name, frame in held.items() if len(frame)}}
    for name, share in progress.shared_out((name, tables[name].size) for name in tables):
        with share:
            cells.write_csv(tables[name], target / f"{name}.csv")
        steps.reached("fichier")
    _geopackage(sources, target / "quartiers.gpkg")
    return sorted(path.name for path in target.iterdir())


def _geopackage(sources: Sources, path: Path) -> None:
    for name, layer in LAYERS.items():
        features = sources.shapes.get(name, {}).get("features", [])
        if features:
            frame = gpd.GeoDataFrame.from_features(features, crs="EPSG:4326")
            _layer(frame, path, layer)
            steps.reached("couche")


def _layer(frame: gpd.GeoDataFrame, path: Path, layer: str) -> None:
    """Write one layer; OSError where GDAL could not, as for any other file."""
    try:
        frame.to_file(path, layer=layer, driver="GPKG")
    except (DataSourceError, DataLayerError, FeatureError) as error:
        raise OSError(errno.ENOSPC if _is_full(path) else errno.EIO, str(error), path) from error


def _is_full(path: Path) -> bool:
    return shutil.disk_usage(path.parent).free < 1 << 20
