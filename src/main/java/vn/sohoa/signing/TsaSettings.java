package vn.sohoa.signing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time-stamp authority (dịch vụ cấp dấu thời gian, RFC 3161).
 *
 * @param url its address; without one signatures are of level B and say so
 * @param policy OID that is asked for, or nothing
 * @param timeout for one answer
 */
@ConfigurationProperties(prefix = "sohoa.signing.tsa", ignoreUnknownFields = false)
public record TsaSettings(
        @Nullable String url,
        @Nullable String policy,
        @DefaultValue("10s") Duration timeout) {

    public TsaSettings {
        url = url == null || url.isBlank() ? null : url.strip();
        policy = policy == null || policy.isBlank() ? null : policy.strip();
        if (url != null && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("sohoa.signing.tsa.url is neither http nor https: " + url);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("sohoa.signing.tsa.timeout must be positive: " + timeout);
        }
    }
}
