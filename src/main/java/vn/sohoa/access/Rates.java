package vn.sohoa.access;

import java.time.Clock;
import java.time.Duration;

/** How often somebody may ask (giới hạn tần suất). */
public final class Rates {
    private final TokenBuckets accounts;
    private final TokenBuckets addresses;
    private final TokenBuckets searches;

    Rates(AccessSettings settings, Clock clock) {
        this.accounts = new TokenBuckets(clock, settings.signInsPerAccount());
        this.addresses = new TokenBuckets(clock, settings.signInsPerAddress());
        this.searches = new TokenBuckets(clock, settings.searchesPerAccount());
    }

    /** @return zero, or how long to wait before the next try to sign in */
    public Duration signIn(String name, String from) {
        Duration wait = addresses.take(from);
        return wait.isZero() ? accounts.take(name) : wait;
    }

    /** @return zero, or how long to wait before the next search */
    public Duration search(Visitor visitor) {
        return searches.take(visitor.name());
    }
}
