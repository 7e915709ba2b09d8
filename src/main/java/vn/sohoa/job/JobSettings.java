package vn.sohoa.job;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the room.
 *
 * @param definitions folder of job files
 * @param workers papers worked on at once, 0 for as many as there are cores; no more than there are readers makes sense
 * @param control folder through which another process asks a run to stop
 */
@ConfigurationProperties(prefix = "sohoa.job", ignoreUnknownFields = false)
public record JobSettings(Path definitions, int workers, Path control) {

    public JobSettings {
        if (workers < 0) {
            throw new IllegalArgumentException("sohoa.job.workers is negative: " + workers);
        }
        workers = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
