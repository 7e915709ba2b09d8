package vn.sohoa.reading;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.signing.network.CheckedClock;
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.signing.network.TrustInquiry;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingConfiguration {

    @Bean
    TrustInquiry trustInquiry(ReadingSettings settings, NetworkSettings network, NetworkLoader loader, Clock clock) {
        return DocumentReaders.inquiry(settings, network, loader, clock);
    }

    @Bean
    DocumentReader documentReader(
            ReadingSettings settings, TrustInquiry inquiry, CheckedClock checkedClock, Clock clock) {
        return DocumentReaders.inquiring(DocumentReaders.pool(settings), inquiry, checkedClock, clock);
    }

    @Bean
    VerdictAge verdictAge(ReadingSettings settings, Clock clock) {
        return new VerdictAge(settings.trust(), settings.verdictAge(), clock);
    }
}
