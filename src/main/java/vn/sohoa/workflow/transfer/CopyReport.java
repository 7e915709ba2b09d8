package vn.sohoa.workflow.transfer;

import java.util.List;
import vn.sohoa.catalog.TableFacts;

/**
 * What was brought into an installation and compared there.
 *
 * @param objects that papers name; each was read back in the target and its hash compared
 * @param copied of them in this call; the others were there from an earlier one
 * @param bytes of all of them
 * @param tables rows and digest of each, equal on both sides
 * @param chainEntries length of the history, whose chain was recomputed
 * @param indexed papers in the new index
 * @param retained masters of stored papers, locked where the store can lock
 * @param violations contradictions found in the target afterwards; they were in the source too
 */
public record CopyReport(
        long objects,
        long copied,
        long bytes,
        List<TableFacts> tables,
        long chainEntries,
        String chainHash,
        int indexed,
        int retained,
        List<String> violations,
        double seconds) {

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TableFacts::rows).sum();
    }
}
