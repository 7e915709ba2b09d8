package vn.sohoa.catalog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The end of a chain of entries, and the lock under which the next one gets its number: hence no gaps. Works inside a transaction
 * that others have begun.
 */
record ChainHead(long seq, String hash) {
    private static final String GENESIS = "0".repeat(64);

    /** Writes one entry. */
    @FunctionalInterface
    interface Link<T> {
        /** @return its hash */
        String insert(T entry, long seq, String previous);
    }

    static <T> void advance(JdbcClient jdbc, String chain, List<T> entries, Link<T> link) {
        ChainHead head = find(jdbc, chain, " for update");
        long seq = head.seq();
        String hash = head.hash();
        for (T entry : entries) {
            hash = link.insert(entry, ++seq, hash);
        }
        jdbc.sql("update chain_head set seq = :seq, hash = :hash where name = :chain")
                .param("seq", seq)
                .param("hash", hash)
                .param("chain", chain)
                .update();
    }

    static ChainHead of(JdbcClient jdbc, String chain) {
        return find(jdbc, chain, "");
    }

    private static ChainHead find(JdbcClient jdbc, String chain, String lock) {
        return jdbc.sql("select seq, hash from chain_head where name = :chain" + lock)
                .param("chain", chain)
                .query((row, n) -> new ChainHead(row.getLong(1), row.getString(2)))
                .single();
    }

    /** Walks a chain once; remembers only the entry before. */
    static final class Walk {
        private final String name;
        private final List<String> found;
        private long seq;
        private String hash = GENESIS;

        /** @param found where faults go */
        Walk(String name, List<String> found) {
            this.name = name;
            this.found = found;
        }

        void pass(long number, String previous, String stated, String recomputed) {
            if (number != seq + 1) {
                found.add(name + ": gap before entry " + number);
            } else if (!previous.equals(hash)) {
                found.add(name + ": entry " + number + " does not follow the one before");
            }
            if (!recomputed.equals(stated)) {
                found.add(name + ": entry " + number + " was changed");
            }
            seq = number;
            hash = stated;
        }

        void end(ChainHead head) {
            if (head.seq() != seq || !head.hash().equals(hash)) {
                found.add(name + ": ends with entry " + seq + ", the head says " + head.seq());
            }
        }
    }
}
