# shellcheck shell=bash disable=SC2154 # dir, base, here, config, checkout: from `servers`
# PostgreSQL from the package of the system, in a cluster of its own: DIR/postgresql. Read by `servers`.
# Passwords over TCP (scram-sha-256). Roles: postgres (all rights), it (tests: makes databases, schemas and roles),
# sohoa_owner and sohoa (see ../postgresql/). Database: sohoa.

pg_port=$base
pg_home=$dir/postgresql
pg_user=$(user_for postgres)
pg_bin=${SOHOA_PG_BIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)}

missing() { [ -x "$pg_bin/initdb" ] || echo "chưa cài gói postgresql (package postgresql is not installed)"; }
address() { echo "127.0.0.1:$pg_port"; }
processes() { running postgresql; }
pg_answers() { "$pg_bin/pg_isready" -q -h 127.0.0.1 -p "$pg_port"; }
up() { running postgresql >/dev/null && pg_answers; }
sql() { PGPASSWORD=$(secret pg-admin) "$pg_bin/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$pg_port" -U postgres "$@"; }

start() {
  mkdir -p "$pg_home"
  if [ ! -f "$pg_home/data/PG_VERSION" ]; then
    rm -rf "${pg_home:?}"/{data,ready}
    (umask 077 && secret pg-admin >"$pg_home/password")
    if root; then chown "$pg_user" "$pg_home" "$pg_home/password"; fi
    (as "$pg_user" "$pg_bin/initdb" -D "$pg_home/data" -U postgres -A scram-sha-256 --pwfile="$pg_home/password" -E UTF8 \
      --locale=C.UTF-8 --data-checksums) >"$dir/log/postgresql.out" 2>&1
    rm -f "$pg_home/password"
  fi
  pg_clear_lock
  # -k: its socket lies in its own folder, so that another cluster of the machine is not in the way
  launch postgresql "$pg_user" "$pg_bin/postgres" -D "$pg_home/data" -p "$pg_port" -h 127.0.0.1 -k "$pg_home" -c max_connections=200
  until_true 60 pg_answers || return 1
  if [ ! -f "$pg_home/ready" ]; then
    pg_roles && touch "$pg_home/ready"
  fi
}

# After a SIGKILL the lock files stay. PostgreSQL believes them as long as there is a process of that number: another one of the
# same user that got it, or its own dead one that nobody has buried yet. The working folder of a server is its data folder,
# which tells them apart.
pg_clear_lock() {
  local lock pid
  for lock in "$pg_home/data/postmaster.pid" "$pg_home/.s.PGSQL.$pg_port.lock"; do
    [ -f "$lock" ] || continue
    pid=$(head -n 1 "$lock")
    [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$pg_home/data" ] || rm -f "$lock"
  done
}

pg_roles() {
  sql -d postgres -v owner_password="$(secret pg-owner)" -v app_password="$(secret pg-sohoa)" \
    -f "$config/postgresql/roles.sql" >"$dir/log/postgresql-roles.out" 2>&1 &&
    sql -d postgres -c "create role it login createdb createrole password '$(secret pg-it)'"
}

stop() { quit postgresql INT 30; }
slaughter() { slay postgresql; }

variables() {
  echo "SOHOA_IT_PG_URL=jdbc:postgresql://127.0.0.1:$pg_port/postgres?user=it&password=$(secret pg-it)"
  echo "SOHOA_DB_URL=jdbc:postgresql://127.0.0.1:$pg_port/sohoa"
  # the owner: the application brings its tables up to date when it starts. Two roles: ../postgresql/README.md
  echo "SOHOA_DB_USER=sohoa_owner"
  echo "SOHOA_DB_PASSWORD=$(secret pg-owner)"
}
