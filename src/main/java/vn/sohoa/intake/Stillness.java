package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a folder is at rest, so that a file still growing on a network share is never called damaged (fault case E4). Two proofs,
 * either is enough: the files' own times are old, or we have seen the same names, sizes and times for long enough. The second
 * works where the share's clock is ahead of ours.
 */
final class Stillness {
    private final Duration settle;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    private record Seen(List<FolderListing.Entry> snapshot, Instant since) {}

    Stillness(Duration settle, Clock clock) {
        this.settle = settle;
        this.clock = clock;
    }

    boolean of(FolderListing listing) {
        if (listing.ready() || settle.isZero()) {
            return true;
        }
        return old(listing.changed().toInstant()) || unchangedSince(listing.folder(), listing.plain());
    }

    boolean ofFile(Path file) throws IOException {
        FolderListing.Entry entry = FolderListing.entry(file);
        return settle.isZero() || old(entry.changed().toInstant()) || unchangedSince(file, List.of(entry));
    }

    private boolean unchangedSince(Path path, List<FolderListing.Entry> snapshot) {
        Instant now = clock.instant();
        Seen before = seen.get(path);
        if (before == null || !before.snapshot().equals(snapshot)) {
            seen.put(path, new Seen(snapshot, now));
            return false;
        }
        return !before.since().plus(settle).isAfter(now);
    }

    private boolean old(Instant changed) {
        return !changed.plus(settle).isAfter(clock.instant());
    }
}
