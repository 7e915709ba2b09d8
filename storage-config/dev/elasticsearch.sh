# shellcheck shell=bash disable=SC2154 # dir, base, here, config, checkout: from `servers`
# Elasticsearch made from the jars of Maven Central, in a JVM of its own: elasticsearch/ (see its README: tests only). Read by `servers`.
# Needs JDK 21 or newer. Heap: SOHOA_ES_HEAP, 512m unless told. SOHOA_ES_JAVA: options of its JVM, a quick start unless told
# (for measuring: "-XX:+UseG1GC -XX:InitiatingHeapOccupancyPercent=30"). Ports: http, +1 transport.

es_port=$((base + 30))
es_source=$here/elasticsearch
es_build=$checkout/target/elasticsearch-node

missing() { newest_jdk 21 >/dev/null || echo "cần JDK từ 21 trở lên trong JAVA_HOME hoặc /usr/lib/jvm (a JDK of 21 or newer is needed)"; }
address() { echo "127.0.0.1:$es_port"; }
processes() { running elasticsearch; }
es_answers() { curl -s -f -o /dev/null --max-time 5 "http://127.0.0.1:$es_port/_cluster/health?wait_for_status=yellow&timeout=4s"; }
es_settled() { gone elasticsearch || es_answers; }
up() { running elasticsearch >/dev/null && es_answers; }

start() {
  local jdk
  jdk=$(newest_jdk 21)
  (
    flock 9
    es_compiled || es_compile "$jdk"
  ) 9>"$checkout/target/.elasticsearch-node.lock" || return 1
  mkdir -p "$dir/elasticsearch"
  # shellcheck disable=SC2086 # several options
  launch elasticsearch root "$jdk/bin/java" "-Xmx${SOHOA_ES_HEAP:-512m}" ${SOHOA_ES_JAVA:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} \
    -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    -cp "$es_build/classes:$(cat "$es_build/classpath")" vn.sohoa.elasticsearch.ElasticsearchServer "$es_port" "$dir/elasticsearch"
  until_true 90 es_settled && up
}

es_compiled() {
  [ -f "$es_build/classpath" ] && [ -f "$es_build/classes/vn/sohoa/elasticsearch/ElasticsearchServer.class" ] &&
    [ -z "$(find "$es_source/pom.xml" "$es_source/src" -newer "$es_build/classpath" -type f | head -n 1)" ] &&
    # jars that were swept from the local repository
    ! tr ':' '\n' <"$es_build/classpath" | while read -r jar; do [ -f "$jar" ] || echo gone; done | grep -q gone
}

es_compile() {
  say "Đang tải Elasticsearch từ Maven Central và dựng nút thử… (fetching Elasticsearch from Maven Central, building the test node)"
  rm -f "$es_build/classpath"
  (cd "$checkout" && JAVA_HOME=$1 ./mvnw -q -B -ntp -f "$es_source/pom.xml" compile dependency:build-classpath \
    -Dmdep.outputFile="$es_build/classpath") >"$dir/log/elasticsearch.out" 2>&1
}

stop() { quit elasticsearch TERM 20; }
slaughter() { slay elasticsearch; }

variables() {
  echo "SOHOA_IT_ES_URL=http://127.0.0.1:$es_port"
  echo "SOHOA_ES_URL=http://127.0.0.1:$es_port"
}
