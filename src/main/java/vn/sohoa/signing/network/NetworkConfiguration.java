package vn.sohoa.signing.network;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
class NetworkConfiguration {

    @Bean
    NetworkLoader networkLoader(NetworkSettings settings) {
        return new NetworkLoader(settings);
    }

    @Bean
    CheckedClock checkedClock(NetworkLoader loader, NetworkSettings settings, Clock clock) {
        return new CheckedClock(loader, settings, clock);
    }
}
