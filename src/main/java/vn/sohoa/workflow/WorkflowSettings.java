package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the room.
 *
 * @param reference folder of reference data that officers may edit
 * @param data folder for everything that is written
 * @param lease how long a paper stays with a process that gives no sign of life
 * @param accessCopy how large the pictures of access copies are
 * @param splitBatches whether loose scans are cut at separator sheets when they are received
 * @param patience how long an engine may be away before a paper is put off; zero where all engines are within the process
 */
@ConfigurationProperties(prefix = "sohoa.workflow", ignoreUnknownFields = false)
public record WorkflowSettings(
        Path reference,
        Path data,
        @DefaultValue("45s") Duration lease,
        @DefaultValue("0s") Duration patience,
        @DefaultValue("untouched") AccessCopySize accessCopy,
        @DefaultValue("true") boolean splitBatches) {

    public WorkflowSettings {
        if (lease.toSeconds() < 3) {
            throw new IllegalArgumentException("sohoa.workflow.lease is too short: " + lease);
        }
    }
}
