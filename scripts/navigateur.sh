#!/usr/bin/env bash
# Print the path of a Chromium the browser tests can drive; install it on Debian when it is missing.
# $CHROMIUM, when set, is the only one considered.
set -euo pipefail

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

find_browser() {
    local name path
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if path=$(command -v "$name"); then
            printf '%s\n' "$path"
            return 0
        fi
    done
    for path in \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
        '/Applications/Chromium.app/Contents/MacOS/Chromium'; do
        if [ -x "$path" ]; then
            printf '%s\n' "$path"
            return 0
        fi
    done
    return 1
}

# Prints the command that gives root's rights ("env" when already root), or fails.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        echo env
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        echo sudo
    else
        return 1
    fi
}

install_browser() {
    local root
    command -v apt-get >/dev/null || return 1
    root=$(as_root) || return 1
    printf 'Installation de Chromium pour les tests de navigateur…\n' >&2
    "$root" apt-get update -qq >&2
    "$root" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends chromium >&2
}

if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] || fail "CHROMIUM désigne « $CHROMIUM », qui n’est pas un programme exécutable. Corrigez ou retirez cette variable."
    printf '%s\n' "$CHROMIUM"
    exit 0
fi

if ! find_browser; then
    if ! install_browser || ! find_browser; then
        fail 'Les tests de navigateur demandent Chromium ou Google Chrome. Installez-le (Debian ou Ubuntu : « sudo apt install chromium » ; macOS : « brew install --cask chromium »), ou donnez son chemin : CHROMIUM=/chemin/vers/chromium make test.'
    fi
fi
