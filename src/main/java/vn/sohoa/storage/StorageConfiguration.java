package vn.sohoa.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the object store by {@code sohoa.storage.kind}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {
    private static final String KEY = "store.key";

    @Bean
    OpenedStore openedStore(StorageSettings settings, Clock clock) {
        return switch (settings.kind()) {
            case FOLDER -> {
                Path root = settings.path().toAbsolutePath();
                byte[] key = StoreKey.loadOrCreate(keyBeside(root, settings));
                yield new OpenedStore(ObjectStores.folder(root, key, clock), () -> List.of(folder(root)));
            }
            case S3 -> S3Start.open(settings.s3(), StoreKey.load(keyFile(settings)), clock);
        };
    }

    /** The container closes the store with itself. */
    @Bean
    ObjectStore objectStore(OpenedStore opened) {
        return opened.store();
    }

    @Bean
    StoreCheck storeCheck(OpenedStore opened) {
        return opened.check();
    }

    /** A key that lies beside the objects already is the one their names were made with. */
    private static Path keyBeside(Path root, StorageSettings settings) {
        Path beside = root.resolveSibling(KEY);
        Path asked = settings.keyFile();
        return asked == null || (!Files.exists(asked) && Files.exists(beside)) ? beside : asked;
    }

    private static Path keyFile(StorageSettings settings) {
        Path asked = settings.keyFile();
        return asked == null ? settings.path().toAbsolutePath().resolveSibling(KEY) : asked;
    }

    private static StoreCheck.Finding folder(Path root) {
        boolean there = Files.isDirectory(root) && Files.isWritable(root);
        return new StoreCheck.Finding(
                "FOLDER", there, there ? "thư mục " + root + ", không có khóa chống xóa" : "không ghi được " + root);
    }
}
