package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.Sha256;

/**
 * The reference data as it was when decisions were made by it, append-only.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface ReferenceBook {

    /** One file of a state. @param stamp of the whole state, as it stands in the history of papers */
    record Entry(String stamp, String name, Sha256 sha256, Instant firstUsed) {}

    /** Keeps a state unless it is known. @param files name and text of each */
    void keep(String stamp, Map<String, String> files, Instant now);

    /** All states, the oldest first, each file by its name. */
    List<Entry> states();

    /** The text of a file in a state. */
    Optional<String> text(String stamp, String name);
}
