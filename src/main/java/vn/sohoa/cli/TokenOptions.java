package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key signs, where it is not the one of the settings. A PIN is never an option: options stand in lists of processes. */
final class TokenOptions {
    @Option(names = "--token", paramLabel = "LABEL|FILE.p12", descriptionKey = "token")
    private @Nullable String token;

    @Option(names = "--driver", paramLabel = "LIB.so", descriptionKey = "driver")
    private @Nullable Path driver;

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "pinFile")
    private @Nullable Path pinFile;

    @Option(names = "--key", paramLabel = "ALIAS", descriptionKey = "tokenKey")
    private @Nullable String key;

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (token != null && token.matches("(?i).+\\.(p12|pfx)")) {
            put(settings, "kind", "pkcs12");
            put(settings, "file", Path.of(token).toAbsolutePath());
        } else if (token != null) {
            put(settings, "kind", "pkcs11");
            put(settings, "label", token);
        }
        put(settings, "driver", driver == null ? null : driver.toAbsolutePath());
        put(settings, "pin-file", pinFile == null ? null : pinFile.toAbsolutePath());
        put(settings, "key", key);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put("sohoa.signing.token." + name, value.toString());
        }
    }
}
