package vn.sohoa.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the search index by {@code sohoa.search.kind}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    @Bean(destroyMethod = "close")
    DocumentIndex documentIndex(SearchSettings settings) {
        return switch (settings.kind()) {
            case LUCENE -> DocumentIndexes.lucene(settings.path());
        };
    }
}
