package vn.sohoa.signing.network;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What signatures may ask of the network. Nothing, unless it is said here.
 *
 * @param allow hosts that may be asked, {@code host} (ports 80 and 443) or {@code host:port}; after mapping
 * @param privateHosts those of them that may have an address of a private network
 * @param map {@code from=to}: certificates may name a host that only the issuer's own network knows
 * @param timeout for one question, from the first byte sent to the last received
 * @param maxOcsp largest answer of an OCSP responder or time-stamp authority
 * @param maxCrl largest revocation list
 * @param maxCertificate largest certificate of an issuer
 * @param keep how long an answer is refreshed after it was last asked for
 * @param clock {@code system}: the clock of this machine is vouched for by the operator; else an address of an allowed host whose
 *     {@code Date} it is compared with
 * @param maxDeviation a clock further off makes every check incomplete
 * @param clockAge how long a comparison of the clock counts when the host is away
 */
@ConfigurationProperties(prefix = "sohoa.signing.network", ignoreUnknownFields = false)
public record NetworkSettings(
        List<String> allow,
        List<String> privateHosts,
        List<String> map,
        Duration timeout,
        DataSize maxOcsp,
        DataSize maxCrl,
        DataSize maxCertificate,
        Duration keep,
        String clock,
        Duration maxDeviation,
        Duration clockAge) {

    static final String SYSTEM = "system";
    private static final long MOST = 1L << 30;

    public NetworkSettings {
        allow = named(allow);
        privateHosts = named(privateHosts);
        map = named(map);
        demand(positive(timeout) && positive(maxDeviation), "timeout and max-deviation must be positive");
        demand(!keep.isNegative() && !clockAge.isNegative(), "keep and clock-age must not be negative");
        for (DataSize size : List.of(maxOcsp, maxCrl, maxCertificate)) {
            demand(size.toBytes() > 0 && size.toBytes() <= MOST, "a limit is not within 1 byte and 1 GB: " + size);
        }
        demand(
                clock.equals(SYSTEM) || clock.matches("https?://[!-~]+"),
                "clock is neither \"system\" nor an address: " + clock);
        AddressRules.check(allow, privateHosts, map);
    }

    /** Nobody is asked anything; the defaults otherwise. */
    public static NetworkSettings nobody() {
        return of(List.of(), List.of(), List.of());
    }

    /** The defaults with these hosts. */
    public static NetworkSettings of(List<String> allow, List<String> privateHosts, List<String> map) {
        return new NetworkSettings(
                allow,
                privateHosts,
                map,
                Duration.ofSeconds(10),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(20),
                DataSize.ofKilobytes(64),
                Duration.ofDays(30),
                SYSTEM,
                Duration.ofSeconds(120),
                Duration.ofHours(24));
    }

    /** The same, the clock compared with that of a host. */
    public NetworkSettings withClock(URI source) {
        return new NetworkSettings(
                allow,
                privateHosts,
                map,
                timeout,
                maxOcsp,
                maxCrl,
                maxCertificate,
                keep,
                source.toString(),
                maxDeviation,
                clockAge);
    }

    private static List<String> named(List<String> given) {
        return given.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    private static void demand(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException("sohoa.signing.network: " + otherwise);
        }
    }
}
