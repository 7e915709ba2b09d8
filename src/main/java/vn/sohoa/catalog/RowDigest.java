package vn.sohoa.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.sohoa.dossier.Sha256;

/** Gathers rows into a digest that does not depend on their order. */
final class RowDigest {
    private static final int WORDS = 8;
    private static final long WORD = 0xffff_ffffL;

    private final MessageDigest sha256 = Sha256.digest();
    private final long[] sum = new long[WORDS];
    private long rows;

    void add(String row) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(row.getBytes(StandardCharsets.UTF_8)));
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            carry += sum[word] + (hash.getInt(word * Integer.BYTES) & WORD);
            sum[word] = carry & WORD;
            carry >>>= Integer.SIZE;
        }
        rows++;
    }

    TableFacts facts(String table) {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Integer.BYTES);
        for (long word : sum) {
            bytes.putInt((int) word);
        }
        return new TableFacts(table, rows, HexFormat.of().formatHex(bytes.array()));
    }

    /** The first eight bytes of a row's hash: enough to tell whether it is among the rows of a table. */
    static long mark(String row) {
        return ByteBuffer.wrap(Sha256.digest().digest(row.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
