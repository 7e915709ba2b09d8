package vn.sohoa.storage;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the object store by {@code sohoa.storage.kind}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    @Bean
    ObjectStore objectStore(StorageSettings settings, Clock clock) {
        Path root = settings.path().toAbsolutePath();
        return switch (settings.kind()) {
            case FOLDER -> ObjectStores.folder(root, StoreKey.loadOrCreate(root.resolveSibling("store.key")), clock);
        };
    }
}
