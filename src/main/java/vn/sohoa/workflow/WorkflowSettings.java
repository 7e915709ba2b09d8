package vn.sohoa.workflow;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room.
 *
 * @param reference folder of reference data that officers may edit
 * @param data folder for everything that is written
 */
@ConfigurationProperties(prefix = "sohoa.workflow", ignoreUnknownFields = false)
public record WorkflowSettings(Path reference, Path data) {}
