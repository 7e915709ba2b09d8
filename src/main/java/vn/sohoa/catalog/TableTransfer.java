package vn.sohoa.catalog;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes whole tables out of a database and puts them into another, of the same make or not: for migration, back-up and
 * restore.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface TableTransfer {

    /** All tables as they were at one instant, also while others write; to be used only within the work. */
    interface Snapshot extends Tables {

        /** Every object that a paper names. */
        void objects(Consumer<NamedObject> action);

        /** Number and hash of the last entry of the history. */
        ChainEnd chainEnd();
    }

    /** Where the chain of history ends. */
    record ChainEnd(long entries, String hash) {}

    /**
     * Works on one consistent state of the database. It is held for as long as the work takes, so let nothing slow go on
     * inside where others write.
     */
    <T> T snapshot(Function<Snapshot, T> work);

    /**
     * Puts every row in that is not there yet, in short transactions, then sets the numbering of identity columns and compares
     * count and digest of every table. Interrupted at any point it may be repeated and goes on.
     *
     * @param progress told the number of rows dealt with, now and then
     * @throws vn.sohoa.dossier.DigitisationException TARGET_DIFFERS, before anything is written, if a row is there that the source
     *     does not have; the same at the end if somebody else wrote meanwhile; CONFIGURATION_INVALID if the schemas are of
     *     different versions
     */
    void load(Tables source, Consumer<Long> progress);
}
