package vn.sohoa.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.workflow.EngineWatch;

/** {@code /actuator/health}: which engines answer. The page itself answers within a second or two whatever they do. */
@Configuration(proxyBeanMethods = false)
class EngineHealth {

    /** The name of the bean is the name on the page. */
    @Bean
    CompositeHealthContributor engines(EngineWatch watch) {
        Map<String, HealthIndicator> engines = new LinkedHashMap<>();
        for (String engine : watch.engines()) {
            engines.put(engine, () -> watch.trouble(engine)
                    .map(trouble -> Health.down().withDetail("problem", trouble).build())
                    .orElseGet(() -> Health.up().build()));
        }
        return CompositeHealthContributor.fromMap(engines);
    }
}
