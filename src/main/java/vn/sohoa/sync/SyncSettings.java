package vn.sohoa.sync;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room.
 *
 * @param folder where payloads for the national portal are laid down
 */
@ConfigurationProperties(prefix = "sohoa.sync", ignoreUnknownFields = false)
public record SyncSettings(Path folder) {}
