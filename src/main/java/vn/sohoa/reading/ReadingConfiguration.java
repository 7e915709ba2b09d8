package vn.sohoa.reading;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingConfiguration {

    @Bean
    DocumentReader documentReader(ReadingSettings settings) {
        return DocumentReaders.pool(settings);
    }
}
