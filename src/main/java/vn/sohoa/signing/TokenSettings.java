package vn.sohoa.signing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the signing key is.
 *
 * @param kind {@code none}; {@code pkcs11}, a token or HSM; {@code pkcs12}, a file, which is for trial only
 * @param driver library of the token's maker
 * @param label label of the token; goes before {@code slotIndex}
 * @param slotIndex place of the token in the driver's list, from 0
 * @param pinFile file whose one line is the PIN (or the password of the PKCS#12 file)
 * @param file the PKCS#12 file
 * @param key alias of the key, needed where there are several
 * @param trial whether keys in files are accepted: never in production
 */
@ConfigurationProperties(prefix = "sohoa.signing.token", ignoreUnknownFields = false)
public record TokenSettings(
        @DefaultValue("none") Kind kind,
        @Nullable Path driver,
        @Nullable String label,
        @DefaultValue("0") int slotIndex,
        @Nullable Path pinFile,
        @Nullable Path file,
        @Nullable String key,
        @DefaultValue("false") boolean trial) {

    /** Where keys may be. */
    public enum Kind {
        NONE,
        PKCS11,
        PKCS12
    }

    public TokenSettings {
        if (slotIndex < 0) {
            throw new IllegalArgumentException("sohoa.signing.token.slot-index is negative: " + slotIndex);
        }
        label = label == null || label.isBlank() ? null : label.strip();
        key = key == null || key.isBlank() ? null : key.strip();
    }
}
