package vn.sohoa.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.Sha256;

/**
 * Remembers for a day that a store has proved its promises under the same settings, so that a search does not put them to the
 * test anew. A private file of the service: who may write it may as well change the settings. Only success is remembered;
 * whatever looks odd in the file means that nothing was.
 */
final class ProbeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeMemory.class);
    private static final Duration DAY = Duration.ofHours(24);

    private final Path file;
    private final String fingerprint;
    private final Clock clock;
    private final DurableFiles files = new DurableFiles();

    ProbeMemory(S3Settings s, Clock clock) {
        this.file = s.working().toAbsolutePath().resolve("proved");
        this.clock = clock;
        String asked = String.join(
                "\n",
                s.url().toString(),
                s.region(),
                s.bucket(),
                s.accessKey(),
                s.secretKey(),
                s.lock().name(),
                s.encryption().name(),
                s.kmsKey(),
                String.valueOf(s.requireWriteOnce()));
        this.fingerprint = Sha256.of(asked.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Whether the store keeps to write-once; empty where its promises have to be put to the test. */
    Optional<Boolean> recall() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 1_000) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            Instant now = clock.instant();
            Instant then = Instant.parse(lines.size() == 3 ? lines.get(1) : "");
            boolean fresh = !then.isAfter(now) && then.plus(DAY).isAfter(now);
            return fresh && lines.get(0).equals(fingerprint)
                    ? Optional.of(Boolean.parseBoolean(lines.get(2)))
                    : Optional.empty();
        } catch (IOException | DateTimeException nothing) {
            return Optional.empty();
        }
    }

    void remember(boolean once) {
        try {
            Path folder = DurableFiles.parent(file);
            files.folders(folder);
            Path temporary = files.temporary(folder);
            Files.writeString(temporary, fingerprint + '\n' + clock.instant() + '\n' + once + '\n');
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            LOG.warn(
                    "the proof of the object store is not remembered: {}",
                    cannot.getClass().getSimpleName());
        }
    }
}
