# shellcheck shell=bash disable=SC2154 # dir, base, here, config, checkout: from `servers`
# One-node Ceph with its S3 gateway (radosgw) from the packages of the system: DIR/ceph. Read by `servers`.
# Object Lock, versioning, policy, lifecycle and multipart are the real thing; the data are kept over stop and kill.
# Ports: S3 over http, +1 monitor, +2 S3 over https (private CA: DIR/ceph/tls/ca.pem; SSE-C and SSE-KMS want https), +3 … +18 OSD.
# For tests and trials only: inside the cluster nobody is asked for a key.

s3_port=$((base + 40))
s3_home=$dir/ceph
export CEPH_CONF=$s3_home/ceph.conf

missing() {
  local program
  for program in ceph-mon ceph-osd radosgw radosgw-admin monmaptool; do
    command -v "$program" >/dev/null || { echo "chưa cài Ceph: thiếu $program (packages radosgw ceph-mon ceph-osd ceph-common)"; return; }
  done
}
address() { echo "127.0.0.1:$s3_port"; }
processes() { running ceph-mon; running ceph-osd; running ceph-rgw; }
s3_answers() { curl -s -o /dev/null --max-time 5 "http://127.0.0.1:$s3_port/"; }
up() { running ceph-mon >/dev/null && running ceph-osd >/dev/null && running ceph-rgw >/dev/null && s3_answers; }
osd_up() { timeout 10 ceph osd stat 2>/dev/null | grep -q ' 1 up'; }

start() {
  mkdir -p "$s3_home"/{osd,run,log,rgw,crash}
  [ -f "$s3_home/ready" ] || s3_wipe
  [ -f "$CEPH_CONF" ] || s3_configuration
  if [ ! -f "$s3_home/ready" ]; then
    monmaptool --create --addv a "[v2:127.0.0.1:$((s3_port + 1))/0]" --fsid "$(sed -n 's/^fsid = //p' "$CEPH_CONF")" \
      "$s3_home/monmap" >/dev/null
    ceph-mon --mkfs -i a --monmap "$s3_home/monmap"
  fi
  # what is up stays up: after the death of one process only that one is started
  running ceph-mon >/dev/null || launch ceph-mon root ceph-mon -f -i a
  until_true 30 listening $((s3_port + 1)) || { log_tail ceph-mon; return 1; }
  [ -f "$s3_home/ready" ] || s3_first_osd || { log_tail ceph-osd-mkfs; return 1; }
  running ceph-osd >/dev/null || launch ceph-osd root ceph-osd -f -i 0
  if [ ! -f "$s3_home/ready" ]; then
    until_true 60 osd_up || { log_tail ceph-osd; return 1; }
    s3_first_user
  fi
  running ceph-rgw >/dev/null || launch ceph-rgw root radosgw -f -n client.rgw
  until_true 90 s3_answers || { log_tail ceph-rgw; return 1; }
  touch "$s3_home/ready"
}

# A first start that was cut short cannot be continued: begin anew.
s3_wipe() {
  slay ceph-rgw ceph-osd ceph-mon
  rm -rf "${s3_home:?}"/{mon,osd,rgw,ceph.conf,monmap}
  mkdir -p "$s3_home"/{mon,osd,rgw}
}

s3_first_osd() {
  local id
  id=$(cat /proc/sys/kernel/random/uuid)
  timeout 60 ceph osd new "$id" >/dev/null 2>"$dir/log/ceph-osd-mkfs.out" || return 1
  ceph-osd -i 0 --mkfs --osd-uuid "$id" >>"$dir/log/ceph-osd-mkfs.out" 2>&1 || return 1
  timeout 60 ceph osd crush add osd.0 1 host=h0 root=default >/dev/null 2>&1
}

s3_first_user() {
  radosgw-admin user create --uid=sohoa --display-name=sohoa --access-key=sohoa --secret-key="$(secret s3)" \
    >"$dir/log/ceph-user.out" 2>&1
  # the zone group answers to the region that S3 clients name, else making a bucket ends in "location-constraint is not valid"
  radosgw-admin zonegroup get --rgw-zonegroup=default 2>/dev/null |
    sed 's/"api_name": "[^"]*"/"api_name": "us-east-1"/' >"$s3_home/zonegroup.json"
  radosgw-admin zonegroup set --rgw-zonegroup=default <"$s3_home/zonegroup.json" >/dev/null 2>"$dir/log/ceph-zonegroup.out"
}

s3_configuration() {
  "$config/tls/make-certificates" "$s3_home/tls" s3 >/dev/null
  cat >"$CEPH_CONF" <<C
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
auth cluster required = none
auth service required = none
auth client required = none
# without these six lines (mode crc) radosgw hangs with error -13 when auth is none
ms mon client mode = crc
ms mon service mode = crc
ms mon cluster mode = crc
ms cluster mode = crc
ms service mode = crc
ms client mode = crc
mon host = v2:127.0.0.1:$((s3_port + 1))/0
# loopback only, ports of our own
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv4 = true
ms bind msgr1 = false
ms bind port min = $((s3_port + 3))
ms bind port max = $((s3_port + 18))
run dir = $s3_home/run
admin socket = $s3_home/run/\$name.asok
pid file =
log file = $s3_home/log/\$name.log
log to stderr = false
crash dir = $s3_home/crash
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 2
mon warn on pool no redundancy = false
[mon.a]
mon data = $s3_home/mon
mon addr = 127.0.0.1:$((s3_port + 1))
[osd]
osd data = $s3_home/osd
osd objectstore = bluestore
# a sparse file: it takes the space of what is stored
bluestore block size = ${SOHOA_CEPH_BYTES:-17179869184}
bluestore block create = true
osd memory target = 939524096
osd max object name len = 460
osd max object namespace len = 64
[client]
rgw data = $s3_home/rgw
rgw frontends = beast endpoint=127.0.0.1:$s3_port ssl_endpoint=127.0.0.1:$((s3_port + 2)) ssl_certificate=$s3_home/tls/s3.pem ssl_private_key=$s3_home/tls/s3.key
rgw dns name = localhost
# rules of lifecycle count in "days" of ten seconds
rgw lc debug interval = 10
rgw crypt require ssl = false
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = testkey-1=$(openssl rand -base64 32)
C
  chmod 600 "$CEPH_CONF"
}

stop() {
  quit ceph-rgw TERM 15
  quit ceph-osd TERM 20
  quit ceph-mon TERM 10
}
slaughter() { slay ceph-rgw ceph-osd ceph-mon; }

variables() {
  echo "SOHOA_IT_S3_URL=http://127.0.0.1:$s3_port"
  echo "SOHOA_IT_S3_ACCESS=sohoa"
  echo "SOHOA_IT_S3_SECRET=$(secret s3)"
  echo "SOHOA_S3_URL=http://127.0.0.1:$s3_port"
  echo "SOHOA_S3_REGION=us-east-1"
  echo "SOHOA_S3_ACCESS=sohoa"
  echo "SOHOA_S3_SECRET=$(secret s3)"
  echo "SOHOA_S3_BUCKET=${SOHOA_S3_BUCKET:-sohoa}"
  echo "SOHOA_S3_CREATE_BUCKET=true"
}
