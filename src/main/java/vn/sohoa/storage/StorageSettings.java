package vn.sohoa.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where objects are kept.
 *
 * @param kind which adapter
 * @param path folder of the objects (kind {@code folder})
 * @param keyFile the secret that object keys derive from, see {@link StoreKey}; not given: {@code store.key} beside {@code path}
 * @param s3 the S3 store (kind {@code s3})
 */
@ConfigurationProperties(prefix = "sohoa.storage", ignoreUnknownFields = false)
record StorageSettings(
        @DefaultValue("folder") Kind kind,
        @DefaultValue("data/objects") Path path,
        @Nullable Path keyFile,
        @DefaultValue S3Settings s3) {

    /** The adapters there are. */
    enum Kind {
        FOLDER,
        S3
    }
}
