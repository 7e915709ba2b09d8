package vn.sohoa.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Chooses the search index by {@code sohoa.search.kind}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    @Bean(destroyMethod = "close")
    DocumentIndex documentIndex(SearchSettings settings) {
        return switch (settings.kind()) {
            case LUCENE -> DocumentIndexes.lucene(settings.path());
            case ELASTICSEARCH -> elasticsearch(settings);
        };
    }

    private static DocumentIndex elasticsearch(SearchSettings settings) {
        ElasticsearchSettings servers = settings.elasticsearch();
        if (servers == null) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "sohoa.search.elasticsearch is missing");
        }
        return new ElasticsearchDocumentIndex(servers);
    }
}
