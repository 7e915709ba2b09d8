package vn.sohoa.access;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import vn.sohoa.catalog.AccessLog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;

/** Reads the log of looks: for auditors, for a check of its chain, and into a file that others can check without this program. */
public final class AuditLog {
    private final AccessLog log;

    AuditLog(AccessLog log) {
        this.log = log;
    }

    /** An entry as it stands. */
    public record Entry(long seq, String hash, Look look) {}

    /** How a check of the chain went. @param entries how many there are */
    public record Checked(long entries, String head, List<String> violations) {}

    /** Walks the whole chain. */
    public Checked verify() {
        List<AccessLog.Link> last = log.newest(Optional.empty(), 1);
        return new Checked(
                last.isEmpty() ? 0 : last.get(0).seq(),
                last.isEmpty() ? "" : last.get(0).hash(),
                log.violations());
    }

    /** The newest first. */
    public List<Entry> newest(Optional<DocumentId> document, int limit) {
        return log.newest(document, limit).stream()
                .map(link -> new Entry(link.seq(), link.hash(), link.look()))
                .toList();
    }

    /**
     * Writes one line for each entry: its hash, a blank, the facts that the hash is of. Problems: OUTPUT_EXISTS,
     * STORE_UNAVAILABLE.
     *
     * @return how many
     */
    public long export(Path file) {
        if (Files.exists(file)) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, file.toString());
        }
        AtomicLong written = new AtomicLong();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            log.read(link -> {
                line(out, link.hash() + " " + link.facts() + "\n");
                written.incrementAndGet();
            });
            return written.get();
        } catch (IOException | UncheckedIOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, file.toString(), cannot);
        }
    }

    private static void line(BufferedWriter out, String text) {
        try {
            out.write(text);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
