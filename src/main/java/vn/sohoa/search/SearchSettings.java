package vn.sohoa.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search index is.
 *
 * @param kind which adapter
 * @param path folder of the index (kind {@code lucene})
 * @param elasticsearch the servers (kind {@code elasticsearch})
 */
@ConfigurationProperties(prefix = "sohoa.search", ignoreUnknownFields = false)
record SearchSettings(
        @DefaultValue("lucene") Kind kind,
        @DefaultValue("data/index") Path path,
        @Nullable ElasticsearchSettings elasticsearch) {

    /** The adapters there are. */
    enum Kind {
        LUCENE,
        ELASTICSEARCH
    }
}
