package vn.sohoa.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The agency's signature on access copies of licences and certificates (Law on E-Transactions 2023, Article 12; R-37).
 *
 * @param enabled whether the night signs them
 * @param converter who converted the paper, as the conversion mark names it
 */
@ConfigurationProperties(prefix = "sohoa.signing.agency", ignoreUnknownFields = false)
public record AgencySettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String converter) {

    public AgencySettings {
        if (enabled && converter.isBlank()) {
            throw new IllegalArgumentException(
                    "sohoa.signing.agency.converter is missing: the conversion mark names it");
        }
    }
}
