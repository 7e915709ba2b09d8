package vn.sohoa.reuse;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room.
 *
 * @param rules file of validity rules
 * @param working folder for private copies
 */
@ConfigurationProperties(prefix = "sohoa.reuse", ignoreUnknownFields = false)
public record ReuseSettings(Path rules, Path working) {}
