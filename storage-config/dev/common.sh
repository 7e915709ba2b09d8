# shellcheck shell=bash disable=SC2154 # dir, base, here, config, checkout: from `servers`
# What the scripts of the four servers have in common: words, processes, secrets, JDK. Read by `servers`; not run by itself.
# A process is remembered by its number, the boot and its start time, so that a number given anew to another program is never ours.

say() { printf '%s\n' "$*" >&2; }
root() { [ "$(id -u)" = 0 ]; }

# user_for NAME: a server's own user where root starts it; an ordinary user stays who he is
user_for() { if root; then echo "$1"; else id -un; fi; }

# as USER COMMAND…: in the place of this shell, without a process in between
as() {
  local user=$1
  shift
  if root && [ "$user" != root ]; then set -- setpriv --reuid="$user" --regid="$(id -gn "$user")" --init-groups "$@"; fi
  exec "$@"
}

identity() { # PID
  local stat fields
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  read -ra fields <<<"${stat##*) }" # from the third field on: state … start time (the 22nd)
  [ "${fields[0]}" != Z ] && printf '%s %s %s\n' "$1" "$(cat /proc/sys/kernel/random/boot_id)" "${fields[19]}"
}

# running NAME: prints the number of the process that `launch NAME` started, fails where it is gone
running() {
  local pid rest
  read -r pid rest 2>/dev/null <"$dir/run/$1.pid" || return 1
  [ "$(identity "$pid")" = "$pid $rest" ] && printf '%s\n' "$pid"
}

# launch NAME USER COMMAND…: a session of its own, without terminal; it lives on when the shell that started it ends
launch() {
  local name=$1 pid
  : >"$dir/log/$name.out"
  (
    shift
    exec 9>&-
    as "$1" setsid "${@:2}"
  ) </dev/null >>"$dir/log/$name.out" 2>&1 &
  pid=$!
  identity "$pid" >"$dir/run/$name.pid" || return 0
}

# family PID…: those processes and all that descend from them (PostgreSQL's have sessions of their own)
family() {
  # processes that end meanwhile are no fault
  { sed -s 's/(.*)/x/' /proc/[0-9]*/stat 2>/dev/null || true; } | awk -v roots="$*" '
    { parent[$1] = $4 }
    END {
      count = split(roots, list, " ")
      for (i = 1; i <= count; i++) wanted[list[i]] = 1
      for (pid in parent) for (at = pid; at > 1; at = parent[at]) if (at in wanted) { print pid; break }
    }'
}

kilobytes() { # PID…: resident memory of their families
  local pid
  for pid in $(family "$@"); do sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null; done |
    awk '{ sum += $1 } END { print sum + 0 }'
}

# until_true SECONDS COMMAND…: asks ten times a second
until_true() {
  local end=$((SECONDS + $1))
  shift
  while ! "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

gone() { ! running "$1" >/dev/null; }
listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# quit NAME SIGNAL SECONDS: politely, then by force; nothing of the family is left behind
quit() {
  local pid member members=()
  pid=$(running "$1") || return 0
  while read -r member; do members+=("$(identity "$member")"); done < <(family "$pid")
  kill -"$2" "$pid" 2>/dev/null || true
  until_true "$3" gone "$1" || true
  for member in "${members[@]}"; do
    [ "$(identity "${member%% *}")" != "$member" ] || kill -KILL "${member%% *}" 2>/dev/null || true
  done
  rm -f "$dir/run/$1.pid"
}

# slay NAME…: SIGKILL of the whole families at one blow
slay() {
  local name pids=
  for name in "$@"; do pids="$pids $(running "$name" || true)"; done
  # shellcheck disable=SC2046,SC2086
  [ -z "${pids// /}" ] || kill -KILL $(family $pids) 2>/dev/null || true
  for name in "$@"; do until_true 10 gone "$name" || true; done
}

# secret NAME [BYTES]: made once for a data folder, then always the same
secret() {
  [ -s "$dir/secrets/$1" ] || (umask 077 && od -An -N"${2:-16}" -tx1 /dev/urandom | tr -d ' \n' >"$dir/secrets/$1")
  cat "$dir/secrets/$1"
}

# log_tail NAME: the last words of a server that did not come up
log_tail() { tail -n 5 "$dir/log/$1.out" 2>/dev/null | sed 's/^/    /' >&2; }

# newest_jdk AT_LEAST: prints the home of the newest JDK that can compile
newest_jdk() {
  local best=0 home="" candidate version
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$candidate/bin/javac" ] || continue
    version=$("$candidate/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${version:-0}" -gt "$best" ] && best=$version home=$candidate
  done
  [ "$best" -ge "$1" ] && printf '%s\n' "$home"
}
