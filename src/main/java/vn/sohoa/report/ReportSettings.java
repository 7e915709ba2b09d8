package vn.sohoa.report;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room.
 *
 * @param indicators points, targets and colours of the indicators, read anew for each report
 */
@ConfigurationProperties(prefix = "sohoa.report", ignoreUnknownFields = false)
public record ReportSettings(Path indicators) {}
