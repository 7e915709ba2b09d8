package vn.sohoa.signing.network;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Asks hosts of the allow-list, by http or https, within time and size. Redirects, proxies, cookies, caches: none. The address
 * that was looked at is the one that is asked, so a name that answers differently the second time gains nothing. For the main
 * process alone; safe for many threads; each call may be repeated.
 */
public final class NetworkLoader {
    private final AddressRules rules;
    private final Duration timeout;

    public NetworkLoader(NetworkSettings settings) {
        rules = new AddressRules(settings.allow(), settings.privateHosts(), settings.map());
        timeout = settings.timeout();
    }

    /** Whether there is anybody who may be asked. */
    public boolean anybody() {
        return !rules.nobody();
    }

    /**
     * The body of an answer 200.
     *
     * @param limit most bytes of the answer
     * @throws DigitisationException ADDRESS_NOT_ALLOWED, TRUST_SOURCE_UNAVAILABLE
     */
    public byte[] get(URI address, int limit) {
        return answer(address, "", new byte[0], limit).body();
    }

    /** As {@link #get}, with something to send: an OCSP request, a time-stamp request. */
    public byte[] post(URI address, String contentType, byte[] body, int limit) {
        return answer(address, contentType, body, limit).body();
    }

    /** The time that a host states. Problems: as in {@link #get}. */
    Instant date(URI address) {
        Optional<Instant> date = exchange(address, PlainHttp.Request.head(), 0).date();
        return date.orElseThrow(() -> unavailable(address, "không cho biết giờ", null));
    }

    private PlainHttp.Answer answer(URI address, String contentType, byte[] body, int limit) {
        PlainHttp.Request request =
                contentType.isEmpty() ? PlainHttp.Request.get() : PlainHttp.Request.post(contentType, body);
        PlainHttp.Answer answer = exchange(address, request, limit);
        if (answer.status() != 200) {
            throw unavailable(address, "trả lời " + answer.status(), null);
        }
        return answer;
    }

    private PlainHttp.Answer exchange(URI address, PlainHttp.Request request, int limit) {
        AddressRules.Target target = rules.allowed(address);
        try {
            return PlainHttp.exchange(target, request, limit, timeout);
        } catch (IOException failed) {
            throw unavailable(address, failed.getClass().getSimpleName(), failed);
        }
    }

    private static DigitisationException unavailable(
            URI address, String why, @org.jspecify.annotations.Nullable IOException cause) {
        return new DigitisationException(Problem.TRUST_SOURCE_UNAVAILABLE, address.getHost() + ": " + why, cause);
    }
}
