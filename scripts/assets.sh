#!/bin/sh
# Rebuild what assets/ holds but nobody writes: plotly, Bootstrap, fonts. Needs node 20 or later.
set -eu

cd "$(dirname "$0")"
if ! command -v npm >/dev/null 2>&1; then
    echo 'Reconstruire ces fichiers demande node 20 ou plus récent, avec npm : installez-les (Debian : « sudo apt install nodejs npm » ; macOS : « brew install node »), puis recommencez.' >&2
    exit 1
fi

for folder in plotly_bundle bootstrap fonts; do
    (cd "$folder" && npm ci --silent --no-audit --no-fund)
done
(cd plotly_bundle && npm run --silent build)
(cd bootstrap && npm run --silent build)
cd ..
.venv/bin/python -m scripts.fonts
.venv/bin/python -m scripts.fallbacks mesures
