package vn.sohoa.sync;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Outbox;

/** Wires the room: payloads go to a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncSettings.class)
class SyncConfiguration {

    @Bean
    SendOutbox sendOutbox(Outbox outbox, Catalog catalog, SyncSettings settings) {
        return new SendOutbox(outbox, catalog, new FolderSyncClient(settings.folder()));
    }
}
