package vn.sohoa.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room. Sessions end when idle as {@code server.servlet.session.timeout} says.
 *
 * @param wrongTries in a row, then the account is locked
 * @param lock for so long
 * @param session longest time from a sign-in to the next
 * @param hashesAtOnce passwords that are looked at together; each takes 19 MB
 * @param secondFactor whether everybody has to enrol six-digit codes
 * @param signInsPerAccount a minute
 * @param signInsPerAddress a minute
 * @param searchesPerAccount a minute
 * @param requestsAtOnce served together; more are told to come back; 0: {@value #PER_CORE} for each core
 * @param hosts names under which this house is asked for, besides those of the machine itself; needed where
 *     {@code server.address} is not a loopback address
 * @param rolesClaim of tokens: names of roles
 * @param unitClaim of tokens: code of a unit, or {@code *}
 */
@ConfigurationProperties(prefix = "sohoa.access", ignoreUnknownFields = false)
public record AccessSettings(
        int wrongTries,
        Duration lock,
        Duration session,
        int hashesAtOnce,
        boolean secondFactor,
        int signInsPerAccount,
        int signInsPerAddress,
        int searchesPerAccount,
        int requestsAtOnce,
        List<String> hosts,
        String rolesClaim,
        String unitClaim) {

    private static final int PER_CORE = 16;

    public AccessSettings {
        if (requestsAtOnce == 0) {
            requestsAtOnce = PER_CORE * Runtime.getRuntime().availableProcessors();
        }
        hosts = List.copyOf(hosts);
        if (wrongTries < 1 || hashesAtOnce < 1 || lock.isNegative() || session.isNegative() || session.isZero()) {
            throw new IllegalArgumentException("sohoa.access: numbers from 1, times not negative");
        }
        if (signInsPerAccount < 1 || signInsPerAddress < 1 || searchesPerAccount < 1 || requestsAtOnce < 1) {
            throw new IllegalArgumentException("sohoa.access: rates from 1 a minute");
        }
    }
}
