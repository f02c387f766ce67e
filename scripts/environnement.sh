#!/bin/sh
# Make .venv hold the pinned packages. Does nothing when it already does.
# Usage: environnement.sh [dev]      dev adds what the checks and the tests need.
set -eu

cd "$(dirname "$0")/.."
VENV=.venv
NEEDED='import sys; raise SystemExit(sys.version_info < (3, 11))'

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

if [ "${1:-}" = dev ]; then
    requirements=requirements-dev.txt
    stamps='.requirements.txt .requirements-dev.txt' # the second list holds the first
else
    requirements=requirements.txt
    stamps='.requirements.txt'
fi

# What a stamp must hold: the sum of the list it stands for.
sum_of() {
    cksum <"${1#.}"
}

up_to_date() {
    [ -f "$VENV/.$requirements" ] && [ "$(cat "$VENV/.$requirements")" = "$(sum_of ".$requirements")" ]
}

if "$VENV/bin/python" -c "$NEEDED" 2>/dev/null && up_to_date; then
    exit 0
fi

find_python() {
    for name in "${PYTHON3:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c "$NEEDED" 2>/dev/null; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

if ! "$VENV/bin/python" -c "$NEEDED" 2>/dev/null || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python) || fail "Il faut Python 3.11 ou plus récent ; « ${PYTHON3:-python3} » est absent ou trop ancien. Installez-le (Debian 12 ou Ubuntu 24.04 : « sudo apt install python3 python3-venv » ; macOS : « brew install python@3.13 »), ou donnez son chemin : PYTHON3=/chemin/vers/python3 make run."
    echo 'Création de l’environnement Python (.venv)…'
    rm -rf "$VENV"
    "$python" -m venv "$VENV" >/dev/null 2>&1 || {
        rm -rf "$VENV"
        fail "L’environnement Python n’a pas pu être créé : le module venv manque sans doute. Installez-le (Debian ou Ubuntu : « sudo apt install python3-venv »), puis recommencez."
    }
fi

echo "Installation des paquets de ${requirements} (une à deux minutes la première fois)…"
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r "$requirements" ||
    fail "Les paquets n’ont pas pu être installés : voir le message ci-dessus. Vérifiez la connexion au dépôt de paquets Python (pip lit PIP_INDEX_URL et HTTPS_PROXY), puis recommencez."

for stamp in $stamps; do
    sum_of "$stamp" >"$VENV/$stamp"
done
