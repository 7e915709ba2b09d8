package vn.sohoa.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** So many a minute for each key, in bursts up to that many. Holds no more than {@value #MOST} keys. Safe for many threads. */
final class TokenBuckets {
    private static final int MOST = 20_000;
    private static final double MILLIS = 60_000;

    private final Clock clock;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double tokens, long at) {}

    TokenBuckets(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Takes one. @return zero, or how long to wait for the next; then none was taken */
    synchronized Duration take(String key) {
        long now = clock.millis();
        double tokens = tokens(buckets.getOrDefault(key, new Bucket(perMinute, now)), now);
        if (tokens < 1) {
            return Duration.ofMillis((long) Math.ceil((1 - tokens) * MILLIS / perMinute));
        }
        if (buckets.size() >= MOST) {
            // whoever is full again need not be remembered; if nobody is, all begin anew
            buckets.values().removeIf(bucket -> tokens(bucket, now) >= perMinute);
            if (buckets.size() >= MOST) {
                buckets.clear();
            }
        }
        buckets.put(key, new Bucket(tokens - 1, now));
        return Duration.ZERO;
    }

    private double tokens(Bucket bucket, long now) {
        return Math.min(perMinute, bucket.tokens() + Math.max(0, now - bucket.at()) * perMinute / MILLIS);
    }
}
