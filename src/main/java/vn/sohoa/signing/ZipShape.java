package vn.sohoa.signing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a container (zip, APPNOTE 6.3) byte by byte and refuses whatever two readers could read in two ways: some go by the headers
 * before each part, others by the directory at the end. Nothing lies before, between or behind; nothing is hidden in a packed part; what
 * is unpacked is limited. For one file.
 */
final class ZipShape {

    /** What the file is refused for, in the officer's words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END_BYTES = 22;

    private static final int ENTRIES = 1_000;
    private static final long UNPACKED = 200L << 20;
    private static final int RATIO = 200;
    private static final int GRACE = 1 << 20;

    private static final int STREAMED = 1 << 3;
    private static final int UTF8 = 1 << 11;
    private static final int FLAGS = STREAMED | UTF8 | 2 | 4; // the last two tell how hard it was packed
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int REGULAR = 0x8000;
    private static final int UNIX_TYPE = 0xF000;

    private final ByteBuffer file;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Set<String> folded = new HashSet<>();
    private long left;

    private ZipShape(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        left = Math.min(UNPACKED, Math.max(GRACE, (long) bytes.length * RATIO));
    }

    /** One entry, as the directory tells of it. */
    private record Entry(
            int version, int flags, int method, int time, int crc, int packed, int size, byte[] name, int at) {}

    /** All parts, unpacked, in the order of the file. */
    static Map<String, byte[]> read(byte[] bytes) throws Refused {
        try {
            ZipShape shape = new ZipShape(bytes);
            shape.walk();
            return shape.parts;
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new Refused("vùng chứa bị cắt hoặc hỏng");
        }
    }

    private void walk() throws Refused {
        int end = file.capacity() - END_BYTES;
        demand(end >= 0 && file.getInt(end) == END, "có dữ liệu sau vùng chứa, hoặc lời ghi chú của vùng chứa");
        demand(file.getInt(end + 4) == 0 && file.getShort(end + 20) == 0, "vùng chứa gồm nhiều đĩa hoặc có ghi chú");
        int count = u16(end + 8);
        int directory = file.getInt(end + 16);
        demand(count == u16(end + 10) && count > 0 && count <= ENTRIES, "số mục của vùng chứa không hợp lệ");
        demand(directory > 0 && directory + file.getInt(end + 12) == end, "mục lục của vùng chứa sai chỗ");
        int next = 0;
        int at = directory;
        for (int i = 0; i < count; i++) {
            Entry entry = central(at);
            demand(entry.at() == next, "vùng chứa có dữ liệu xen giữa hoặc đứng trước");
            next = local(entry);
            at += 46 + entry.name().length;
        }
        demand(next == directory && at == end, "vùng chứa có dữ liệu xen giữa");
    }

    private Entry central(int at) throws Refused {
        demand(file.getInt(at) == CENTRAL, "mục lục của vùng chứa hỏng");
        int extra = u16(at + 30);
        int comment = u16(at + 32);
        demand(extra == 0 && comment == 0, "mục của vùng chứa có phần thêm");
        demand(u16(at + 34) == 0, "vùng chứa gồm nhiều đĩa hoặc có ghi chú");
        int type = u16(at + 40) & UNIX_TYPE;
        demand(type == 0 || type == REGULAR, "mục của vùng chứa không phải tệp thường");
        demand(u16(at + 36) <= 1, "mục của vùng chứa có phần thêm");
        return new Entry(
                u16(at + 6),
                u16(at + 8),
                u16(at + 10),
                file.getInt(at + 12),
                file.getInt(at + 16),
                file.getInt(at + 20),
                file.getInt(at + 24),
                bytes(at + 46, u16(at + 28)),
                file.getInt(at + 42));
    }

    /** @return behind it */
    private int local(Entry entry) throws Refused {
        int at = entry.at();
        demand(file.getInt(at) == LOCAL, "mục của vùng chứa hỏng");
        boolean streamed = (entry.flags() & STREAMED) != 0;
        demand((entry.flags() & ~FLAGS) == 0, "mục của vùng chứa bị mã hóa hoặc có cờ lạ");
        demand(entry.method() == STORED || entry.method() == DEFLATED, "cách nén lạ");
        demand(!streamed || entry.method() == DEFLATED, "cách nén lạ");
        byte[] name = bytes(at + 30, u16(at + 26));
        boolean same = u16(at + 4) == entry.version()
                && u16(at + 6) == entry.flags()
                && u16(at + 8) == entry.method()
                && file.getInt(at + 10) == entry.time()
                && Arrays.equals(name, entry.name())
                && u16(at + 28) == 0
                && entry.packed() >= 0
                && entry.size() >= 0;
        int[] sizes = {entry.crc(), entry.packed(), entry.size()};
        for (int i = 0; i < sizes.length; i++) {
            int told = file.getInt(at + 14 + 4 * i);
            same &= told == sizes[i] || (streamed && told == 0);
        }
        int data = at + 30 + name.length;
        int behind = data + entry.packed();
        if (streamed) {
            same &= file.getInt(behind) == DESCRIPTOR;
            for (int i = 0; i < sizes.length; i++) {
                same &= file.getInt(behind + 4 + 4 * i) == sizes[i];
            }
            behind += 16;
        }
        demand(same, "đầu mục và mục lục của vùng chứa không khớp nhau");
        keep(name(entry), unpacked(entry, bytes(data, entry.packed())));
        return behind;
    }

    private void keep(String name, byte[] content) throws Refused {
        // some systems tell neither upper from lower case nor one way to write an accent from another
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        demand(folded.add(plain), "hai mục cùng tên trong vùng chứa");
        parts.put(name, content);
    }

    private static String name(Entry entry) throws Refused {
        String name = new String(entry.name(), StandardCharsets.UTF_8);
        boolean ascii = name.chars().allMatch(c -> c < 0x7F);
        demand(Arrays.equals(name.getBytes(StandardCharsets.UTF_8), entry.name()), "tên mục không phải UTF-8");
        demand(ascii || (entry.flags() & UTF8) != 0, "tên mục không phải UTF-8");
        boolean plain = !name.isEmpty()
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c < 0x20 || c == '\\' || c == ':' || c == 0x7F)
                && Arrays.stream(name.split("/", -1)).noneMatch(step -> step.isEmpty() || step.matches("\\.+"));
        demand(plain, "tên mục không an toàn");
        return name;
    }

    private byte[] unpacked(Entry entry, byte[] packed) throws Refused {
        left -= entry.size();
        demand(left >= 0, "vùng chứa quá lớn khi mở");
        byte[] content = packed;
        if (entry.method() == DEFLATED) {
            content = inflate(packed, entry.size());
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        demand(content.length == entry.size() && (int) crc.getValue() == entry.crc(), "mục của vùng chứa hỏng");
        return content;
    }

    private static byte[] inflate(byte[] packed, int size) throws Refused {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] content = new byte[size];
            int got = 0;
            while (got < size) {
                int more = inflater.inflate(content, got, size - got);
                demand(more > 0, "mục của vùng chứa hỏng");
                got += more;
            }
            demand(inflater.finished() || inflater.inflate(new byte[1]) == 0, "mục của vùng chứa hỏng");
            demand(inflater.finished() && inflater.getRemaining() == 0, "có dữ liệu giấu trong mục nén");
            return content;
        } catch (DataFormatException damaged) {
            throw new Refused("mục của vùng chứa hỏng");
        } finally {
            inflater.end();
        }
    }

    private int u16(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        file.get(at, bytes);
        return bytes;
    }

    private static void demand(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
