package vn.sohoa.signing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The time-stamp authority (dịch vụ cấp dấu thời gian, RFC 3161).
 *
 * @param url its address, whose host must be in {@code sohoa.signing.network.allow}; without one signatures are of level B and say so
 * @param policy OID that is asked for, or nothing
 */
@ConfigurationProperties(prefix = "sohoa.signing.tsa", ignoreUnknownFields = false)
public record TsaSettings(@Nullable String url, @Nullable String policy) {

    public TsaSettings {
        url = url == null || url.isBlank() ? null : url.strip();
        policy = policy == null || policy.isBlank() ? null : policy.strip();
        if (url != null && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("sohoa.signing.tsa.url is neither http nor https: " + url);
        }
    }
}
