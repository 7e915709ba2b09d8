# shellcheck shell=bash disable=SC2154 # dir, base, here, config, checkout: from `servers`
# RabbitMQ from the package of the system, a node of its own: DIR/rabbitmq. Read by `servers`.
# Users: it (tests, all rights on "/"), sohoa (its own queues on the virtual host sohoa, see ../rabbitmq/).
# Ports: AMQP, +1 distribution, +2 epmd (its own), +3 … +13 command line.

mq_port=$((base + 10))
mq_home=$dir/rabbitmq
mq_user=$(user_for rabbitmq)
mq_bin=/usr/lib/rabbitmq/bin
mq_env=(
  "HOME=$mq_home" # the Erlang cookie: one for each node
  RABBITMQ_NODENAME=sohoa@localhost RABBITMQ_CONF_ENV_FILE="$mq_home/environment"
  RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT="$mq_port" RABBITMQ_DIST_PORT="$((mq_port + 1))"
  ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$((mq_port + 2))"
  RABBITMQ_CTL_DIST_PORT_MIN="$((mq_port + 3))" RABBITMQ_CTL_DIST_PORT_MAX="$((mq_port + 13))"
  "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}"
  RABBITMQ_MNESIA_BASE="$mq_home/mnesia" RABBITMQ_LOG_BASE="$mq_home/log" RABBITMQ_PID_FILE="$mq_home/pid"
  RABBITMQ_CONFIG_FILE="$mq_home/rabbitmq" RABBITMQ_ENABLED_PLUGINS_FILE="$mq_home/plugins"
)

missing() { [ -x "$mq_bin/rabbitmq-server" ] || echo "chưa cài gói rabbitmq-server (package rabbitmq-server is not installed)"; }
address() { echo "127.0.0.1:$mq_port"; }
processes() { running rabbitmq; }
up() { running rabbitmq >/dev/null && listening "$mq_port"; }
mq_booted() { gone rabbitmq || grep -q 'completed with' "$dir/log/rabbitmq.out"; }

start() {
  mkdir -p "$mq_home/log" "$mq_home/mnesia"
  : >"$mq_home/environment"
  echo '[].' >"$mq_home/plugins"
  cat >"$mq_home/rabbitmq.conf" <<C
loopback_users = none
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 100MB
load_definitions = $mq_home/definitions.json
C
  [ -s "$mq_home/definitions.json" ] || mq_definitions >"$mq_home/definitions.json"
  if root; then chown -R rabbitmq "$mq_home"; fi
  launch rabbitmq "$mq_user" env "${mq_env[@]}" "$mq_bin/rabbitmq-server"
  until_true 90 mq_booted && up
}

# The application's part is the file that production uses too; the user of the tests is added.
mq_definitions() {
  "$config/rabbitmq/definitions" "$(secret mq-sohoa)" | sed \
    -e "s|\"users\": \[|&\n    {\"name\": \"it\", \"password_hash\": \"$("$config/rabbitmq/definitions" --hash "$(secret mq-it)")\", \"hashing_algorithm\": \"rabbit_password_hashing_sha256\", \"tags\": \"\"},|" \
    -e "s|\"vhosts\": \[|&\n    {\"name\": \"/\"},|" \
    -e "s|\"permissions\": \[|&\n    {\"user\": \"it\", \"vhost\": \"/\", \"configure\": \".*\", \"write\": \".*\", \"read\": \".*\"},|"
}

# SIGTERM goes to the broker itself: the shell around it would call the slow command line.
stop() {
  local shell broker
  if shell=$(running rabbitmq); then
    broker=$(cat "$mq_home/pid" 2>/dev/null || true)
    if [ -n "$broker" ] && [[ " $(family "$shell" | tr '\n' ' ') " = *" $broker "* ]]; then
      kill -TERM "$broker" 2>/dev/null || true
      until_true 30 gone rabbitmq || true
    fi
  fi
  quit rabbitmq KILL 5
  ERL_EPMD_PORT=$((mq_port + 2)) epmd -kill >/dev/null 2>&1 || true
}
slaughter() { slay rabbitmq; }

variables() {
  echo "SOHOA_IT_AMQP_URL=amqp://it:$(secret mq-it)@127.0.0.1:$mq_port"
  echo "SOHOA_AMQP_URL=amqp://sohoa:$(secret mq-sohoa)@127.0.0.1:$mq_port/sohoa"
}
