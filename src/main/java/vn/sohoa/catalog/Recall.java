package vn.sohoa.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.ReuseStanding;

/**
 * Somebody has used a paper that was withdrawn afterwards, and has to be told.
 *
 * @param entry the act of reuse
 * @param standing what became of the paper
 * @param officer who has settled it, or null while it is open; with {@code note} and {@code done}
 */
public record Recall(
        long id,
        ReuseBook.Entered entry,
        ReuseStanding standing,
        Instant raised,
        @Nullable String officer,
        @Nullable String note,
        @Nullable Instant done) {}
