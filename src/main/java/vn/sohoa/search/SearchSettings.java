package vn.sohoa.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search index is.
 *
 * @param kind which adapter
 * @param path folder of the index (kind {@code lucene})
 */
@ConfigurationProperties(prefix = "sohoa.search", ignoreUnknownFields = false)
record SearchSettings(
        @DefaultValue("lucene") Kind kind,
        @DefaultValue("data/index") Path path) {

    /** The adapters there are. */
    enum Kind {
        LUCENE
    }
}
