package vn.sohoa.workflow.transfer;

import java.util.List;
import java.util.SortedMap;
import vn.sohoa.catalog.TableFacts;

/**
 * What a snapshot of a back-up holds.
 *
 * @param format of the files, 1
 * @param at the instant of the snapshot, UTC
 * @param schema version of the database's tables
 * @param pool folder beside {@code snapshots} in which the objects lie
 * @param objects entries of {@code objects.jsonl.gz}: each object with its paper, key, hash and length
 * @param bytes of the objects
 * @param chainEntries length of the history
 * @param files every file of the snapshot with its SHA-256
 */
public record BackupManifest(
        int format,
        String at,
        String schema,
        String pool,
        List<TableFacts> tables,
        long objects,
        long bytes,
        long chainEntries,
        String chainHash,
        SortedMap<String, String> files) {
    static final int FORMAT = 1;
}
