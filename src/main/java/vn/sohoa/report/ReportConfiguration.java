package vn.sohoa.report;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.IndicatorBook;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.Procedures;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportConfiguration {

    @Bean
    Indicators indicators(IndicatorBook book, Procedures procedures, ReportSettings settings, Clock clock) {
        return new Indicators(book, procedures, settings.indicators(), clock);
    }

    @Bean
    Unsynced unsynced(PortalBook book) {
        return new Unsynced(book);
    }
}
