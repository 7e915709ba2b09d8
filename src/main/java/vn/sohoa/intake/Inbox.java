package vn.sohoa.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A folder in which scanning officers leave dossiers, one folder each. Nothing in it is ever deleted; what was taken moves to
 * {@code done/}, what is refused stays with a {@code .problem.json} beside its files. For one thread.
 */
public final class Inbox {
    private final Path root;
    private final Duration settle;
    private final Clock clock;

    /** @param settle how long a dossier without {@code .ready} must lie unchanged before it is taken; 0 takes it at once */
    public Inbox(Path root, Duration settle, Clock clock) {
        this.root = root;
        this.settle = settle;
        this.clock = clock;
    }

    /** Looks at every dossier folder, by name; changes nothing. An inbox that does not exist is empty. */
    public Scan scan() {
        return new Scan(List.of(), List.of(), List.of(root.resolve(settle + " " + clock)));
    }

    /**
     * Moves a delivery to {@code done/}, in one step, after its bytes are safe. May be repeated: a folder that has gone is done.
     *
     * @throws vn.sohoa.dossier.DigitisationException DOSSIER_CHANGED when files have come since the scan: the folder stays and is
     *     scanned again; STORE_UNAVAILABLE when it cannot be moved
     */
    public void done(Delivery delivery) {
        if (root.equals(delivery.folder())) {
            throw new IllegalArgumentException("not a dossier folder: " + root);
        }
    }

    /** Writes why a dossier was refused, in Vietnamese and English, into its folder as {@code .problem.json}. May be repeated. */
    public void refuse(Refusal refusal) {
        if (root.equals(refusal.folder())) {
            throw new IllegalArgumentException("not a dossier folder: " + root);
        }
    }
}
