package vn.sohoa.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where objects are kept.
 *
 * @param kind which adapter
 * @param path folder of the objects (kind {@code folder}); the key file {@code store.key} lies beside it
 */
@ConfigurationProperties(prefix = "sohoa.storage", ignoreUnknownFields = false)
record StorageSettings(
        @DefaultValue("folder") Kind kind,
        @DefaultValue("data/objects") Path path) {

    /** The adapters there are. */
    enum Kind {
        FOLDER
    }
}
