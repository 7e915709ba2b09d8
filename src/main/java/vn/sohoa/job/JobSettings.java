package vn.sohoa.job;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the room.
 *
 * @param definitions folder of job files
 * @param workers papers worked on at once, 0 for as many as there are cores; no more than there are readers makes sense
 * @param control folder through which another process of this machine asks a run to stop
 * @param kind who works on papers: this process, or workers that take partitions from a queue
 * @param queue name of that queue
 * @param partitionPapers most papers of a partition: minutes of work, not hours
 * @param worker whether this process is such a worker
 */
@ConfigurationProperties(prefix = "sohoa.job", ignoreUnknownFields = false)
record JobSettings(
        Path definitions,
        int workers,
        Path control,
        @DefaultValue("local") Kind kind,
        @DefaultValue("sohoa.partitions") String queue,
        @DefaultValue("10") int partitionPapers,
        @DefaultValue("false") boolean worker) {

    /** Who works on papers. */
    enum Kind {
        LOCAL,
        REMOTE
    }

    JobSettings {
        if (workers < 0) {
            throw new IllegalArgumentException("sohoa.job.workers is negative: " + workers);
        }
        if (partitionPapers < 1) {
            throw new IllegalArgumentException("sohoa.job.partition-papers is less than 1: " + partitionPapers);
        }
        workers = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
