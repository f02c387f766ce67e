#!/bin/bash
# serve.sh start|stop small|large : our product on the data of the side-by-side, published at need.
# Called by bench-peers.sh as EXTRA_SERVE; PEERS is its work folder.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
python=$root/.venv/bin/python
folder=$PEERS/observatoire
pid_file=$PEERS/results/pid.ours
export HOST=127.0.0.1 PORT=${OURS_PORT:-9120} TERRITOIRE=banc-$2 DONNEES=$folder/data VAR=$folder/var
address=http://$HOST:$PORT/

start() {
  mkdir -p "$DONNEES" "$PEERS/results"
  # the Python of the side-by-side reads Parquet, ours does not
  [ -d "$DONNEES/$TERRITOIRE" ] || (cd "$root" && "$PEERS/venvs/measure/bin/python" \
    -m benchmarks.peers.territory "$PEERS/data/$1" "$DONNEES/$TERRITOIRE") || return 1
  cd "$root" || return 1
  setsid "$python" -m dashboard servir > "$PEERS/results/log.ours.txt" 2>&1 &
  echo $! > "$pid_file"
  for _ in $(seq 600); do
    curl -s -f -m 30 -o /dev/null "${address}sante" && break
    kill -0 "$(cat "$pid_file")" 2> /dev/null || { cat "$PEERS/results/log.ours.txt"; return 1; }
    sleep 0.5
  done
  # as for the others: every worker has made the page once
  seq 8 | xargs -P 4 -I{} curl -s -m 60 -o /dev/null "$address"
  echo "ours up: yes"
}

stop() {
  [ -f "$pid_file" ] || return 0
  pid=$(cat "$pid_file")
  # only a process of ours: the number may have been given to another since
  ours() { tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -q -- '-m dashboard servir'; }
  ours && kill "$pid"
  for _ in $(seq 20); do ours || break; sleep 0.5; done
  ours && kill -9 "$pid"
  rm -f "$pid_file"
}

case $1 in
  start) start "$2" ;;
  stop) stop ;;
  *) echo "serve.sh start|stop small|large"; exit 2 ;;
esac
