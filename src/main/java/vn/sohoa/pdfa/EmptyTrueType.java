package vn.sohoa.pdfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds a TrueType font of two empty glyphs, each half an em wide: all that invisible text needs. Only the tables that a PDF
 * asks of an embedded CIDFontType2 are there.
 */
final class EmptyTrueType {
    static final int ADVANCE = 500;

    private static final int UNITS_PER_EM = 1000;
    private static final int VERSION = 0x0001_0000;
    private static final int MAGIC = 0x5F0F_3CF5;
    private static final int CHECKSUM_OF_ALL = 0xB1B0_AFBA;

    private EmptyTrueType() {}

    static byte[] build() {
        Map<String, ByteBuffer> tables = new LinkedHashMap<>(); // by name, as the directory wants it
        tables.put("glyf", ByteBuffer.allocate(4)); // never pointed at
        tables.put("head", head());
        tables.put("hhea", hhea());
        tables.put("hmtx", shorts(ADVANCE, 0, ADVANCE, 0));
        tables.put("loca", shorts(0, 0, 0));
        tables.put("maxp", maxp());
        return file(tables);
    }

    private static ByteBuffer head() {
        ByteBuffer table = ByteBuffer.allocate(54);
        table.putInt(VERSION).putInt(VERSION).putInt(0).putInt(MAGIC); // the third is filled in by file()
        table.putShort((short) 0).putShort((short) UNITS_PER_EM).putLong(0).putLong(0);
        table.putShort((short) 0).putShort((short) 0).putShort((short) ADVANCE).putShort((short) UNITS_PER_EM);
        table.putShort((short) 0).putShort((short) 3).putShort((short) 2).putShort((short) 0);
        return table.putShort((short) 0);
    }

    private static ByteBuffer hhea() {
        ByteBuffer table = ByteBuffer.allocate(36).putInt(VERSION);
        table.putShort((short) UNITS_PER_EM)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) ADVANCE);
        return table.position(18).putShort((short) 1).position(34).putShort((short) 2);
    }

    private static ByteBuffer maxp() {
        ByteBuffer table = ByteBuffer.allocate(32).putInt(VERSION).putShort((short) 2);
        return table.position(14).putShort((short) 1);
    }

    private static ByteBuffer shorts(int... values) {
        ByteBuffer table = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            table.putShort((short) value);
        }
        return table;
    }

    private static byte[] file(Map<String, ByteBuffer> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        int size = 12
                + 16 * count
                + tables.values().stream().mapToInt(EmptyTrueType::padded).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(VERSION).putShort((short) count).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        int at = 12 + 16 * count;
        int head = 0;
        for (Map.Entry<String, ByteBuffer> table : tables.entrySet()) {
            byte[] data = table.getValue().array();
            out.put(at, data);
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(sum(out, at, padded(table.getValue()))).putInt(at).putInt(data.length);
            head = table.getKey().equals("head") ? at : head;
            at += padded(table.getValue());
        }
        out.putInt(head + 8, CHECKSUM_OF_ALL - sum(out, 0, size));
        return out.array();
    }

    private static int padded(ByteBuffer table) {
        return (table.capacity() + 3) / 4 * 4;
    }

    private static int sum(ByteBuffer bytes, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i += 4) {
            sum += bytes.getInt(i);
        }
        return sum;
    }
}
