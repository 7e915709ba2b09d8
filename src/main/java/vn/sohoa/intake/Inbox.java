package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * A folder in which scanning officers leave dossiers, one folder each. Nothing in it is ever deleted; what was taken moves to
 * {@code done/}, what is refused stays with a {@code .problem.json} beside its files. For one thread.
 */
public final class Inbox {
    static final String DONE = "done";

    private final Path root;
    private final Stillness stillness;

    /** @param settle how long a dossier without {@code .ready} must lie unchanged before it is taken; 0 takes it at once */
    public Inbox(Path root, Duration settle, Clock clock) {
        this.root = root;
        this.stillness = new Stillness(settle, clock);
    }

    /**
     * Looks at every dossier folder, by name; changes nothing. An inbox that does not exist is empty.
     *
     * @throws DigitisationException STORE_UNAVAILABLE when the inbox itself cannot be listed
     */
    public Scan scan() {
        List<Delivery> deliveries = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<Path> waiting = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return new Scan(deliveries, refusals, waiting);
        }
        BoxManifest box = box(waiting);
        Set<String> present = new HashSet<>();
        for (Path child : children()) {
            String name = Names.of(child);
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                present.add(name);
                scanFolder(child, box, deliveries, refusals, waiting);
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                waiting.add(child); // belongs in a folder: left where it is, but not passed over in silence
            } else {
                refusals.add(new Refusal(child, Problem.FILE_REFUSED, Names.shown(child)));
            }
        }
        notArrived(box, present, waiting);
        waiting.sort(Comparator.naturalOrder());
        return new Scan(deliveries, refusals, waiting);
    }

    /**
     * Moves a delivery to {@code done/}, in one step, after its bytes are safe. May be repeated: a folder that has gone is done.
     *
     * @throws DigitisationException DOSSIER_CHANGED when files have come since the scan: the folder stays and is scanned again;
     *     STORE_UNAVAILABLE when it cannot be moved
     */
    public void done(Delivery delivery) {
        Path folder = delivery.folder();
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Set<Path> taken = new HashSet<>();
            delivery.papers().forEach(paper -> taken.add(paper.file()));
            FolderListing now = FolderListing.of(folder);
            boolean more = !now.strange().isEmpty()
                    || now.plain().stream()
                            .anyMatch(e -> !e.name().equals(ManifestReader.FILE_NAME) && !taken.contains(e.path()));
            if (more) {
                throw new DigitisationException(Problem.DOSSIER_CHANGED, Names.shown(folder));
            }
            Path done = root.resolve(DONE);
            Files.createDirectories(done);
            Durable.moveFolder(folder, done);
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(folder), failed);
        }
    }

    /**
     * Writes why a dossier was refused, in Vietnamese and English, into its folder as {@code .problem.json}; for something that
     * is no folder, a hidden file of its own in the inbox. May be repeated.
     *
     * @throws DigitisationException STORE_UNAVAILABLE when it cannot be written
     */
    public void refuse(Refusal refusal) {
        try {
            ProblemNote.write(root, refusal);
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(refusal.folder()), failed);
        }
    }

    private void scanFolder(
            Path folder, BoxManifest box, List<Delivery> deliveries, List<Refusal> refusals, List<Path> waiting) {
        try {
            FolderListing listing = FolderListing.of(folder);
            // whole by its own account, but what is said of it may still be on its way
            boolean described =
                    listing.manifest().isPresent() || !waiting.contains(root.resolve(BoxManifest.FILE_NAME));
            if (!stillness.of(listing) || !described) {
                waiting.add(folder);
                return;
            }
            Faults faults = new Faults();
            DeliveryReader.read(listing, box, faults)
                    .filter(delivery -> faults.none())
                    .ifPresentOrElse(deliveries::add, () -> refusals.add(faults.refusal(folder)));
        } catch (IOException unreadable) {
            // moved away or still being written by somebody: the next scan tells
            waiting.add(folder);
        }
    }

    private BoxManifest box(List<Path> waiting) {
        Path file = root.resolve(BoxManifest.FILE_NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return BoxManifest.none();
        }
        try {
            if (stillness.ofFile(file)) {
                return BoxManifest.read(file);
            }
        } catch (IOException unreadable) {
            // treated as still being written
        }
        waiting.add(file);
        return BoxManifest.none();
    }

    private void notArrived(BoxManifest box, Set<String> present, List<Path> waiting) {
        for (String dossier : box.dossiers()) {
            boolean plain = !Names.hasPathParts(dossier);
            if (plain
                    && !present.contains(dossier)
                    && !Files.exists(root.resolve(DONE).resolve(dossier))) {
                waiting.add(root.resolve(dossier));
            }
        }
    }

    /** Everything in the inbox but {@code done}, the box manifest and hidden things, by name. */
    private List<Path> children() {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
            for (Path child : all) {
                String name = Names.of(child);
                if (!Names.ignored(name) && !name.equals(DONE) && !name.equals(BoxManifest.FILE_NAME)) {
                    children.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(root), failed);
        }
        children.sort(Comparator.naturalOrder());
        return children;
    }
}
