package vn.sohoa.sync;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.HandlingBook;
import vn.sohoa.catalog.PortalBook;

/** Wires the room: payloads go to the portal, or to a folder while none is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncSettings.class)
class SyncConfiguration {

    @Bean
    SendOutbox sendOutbox(
            PortalBook portal, Catalog catalog, HandlingBook handling, SyncSettings settings, Clock clock) {
        SyncClient client = settings.portal()
                .<SyncClient>map(url -> new HttpSyncClient(url, settings.token(), settings.timeout()))
                .orElseGet(() -> new FolderSyncClient(settings.folder()));
        return new SendOutbox(portal, new Submissions(catalog, handling, portal), settings, client, clock);
    }
}
