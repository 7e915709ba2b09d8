package vn.sohoa.forger;

/** Universal forgery and wrapping: the signature dictionary itself is bent, so that a validator has nothing to check. */
final class RangeAttacks {

    private static final String FORGERY = "universal forgery";
    private static final String WRAPPING = "signature wrapping";

    private RangeAttacks() {}

    static void add(Forgery f) {
        ranges(f);
        contents(f);
        wrapping(f);
        copies(f);
    }

    private static void ranges(Forgery f) {
        String[] ranges = {
            "/ByteRanqe [0 1 2 3]",
            "/ByteRange null",
            "/ByteRange []",
            "/ByteRange [0 0 0 0]",
            "/ByteRange [0 -1 -2 9]",
            "/ByteRange [0 9 99 99999999]",
            "/ByteRange [1 9 99 9]",
            "/ByteRange [0 9 99]",
            "/ByteRange [0 9 9 0]",
            "/ByteRange (0 9 99)"
        };
        int room = f.target.rangeEnd() - f.target.range();
        for (String range : ranges) {
            String patch = range + " ".repeat(Math.max(0, room - range.length()));
            f.harm(FORGERY, range, () -> Bytes.patched(f.file, f.target.range(), patch), "BYTERANGE_BAD");
        }
    }

    private static void contents(Forgery f) {
        int from = f.target.gap() + 1;
        int digits = f.target.gapEnd() - f.target.gap() - 2;
        f.harm(FORGERY, "zeros", () -> Bytes.patched(f.file, from, "0".repeat(digits)), "CONTENTS_EMPTY");
        f.harm(FORGERY, "blank", () -> Bytes.patched(f.file, from, " ".repeat(digits)), "CONTENTS_EMPTY");
        f.doubt(FORGERY, "no CMS", () -> Bytes.patched(f.file, from, "FFFFFFFF"), "CMS_UNREADABLE");
        f.doubt(
                FORGERY,
                "octets",
                () -> Bytes.patched(f.file, from, "0408DEADBEEF00112233"),
                "CMS_UNREADABLE",
                "DATA_AFTER_CMS");
        f.harm(
                FORGERY,
                "null",
                () -> Bytes.patched(f.file, from - 1, "null" + " ".repeat(digits - 2)),
                "CONTENTS_EMPTY",
                "GAP_BAD");
        f.harm(
                "trailing data",
                "after the CMS",
                () -> Bytes.patched(f.file, from + digits - 6, "C0FFEE"),
                "DATA_AFTER_CMS");
        int key = Bytes.text(f.file).lastIndexOf("/Contents", f.target.gap());
        f.doubt(FORGERY, "no contents", () -> Bytes.patched(f.file, key, "/Conttens"), "CONTENTS_EMPTY", "GAP_BAD");
        int filter = Bytes.text(f.file).indexOf("ETSI.CAdES", Bytes.text(f.file).lastIndexOf(" obj", f.target.range()));
        f.doubt(
                FORGERY,
                "format",
                () -> Bytes.patched(f.file, filter, "ETSI.C4dES"),
                "SIG_UNREADABLE",
                "CONTENT_CHANGED");
    }

    /** The room of the padding is used for something else. */
    private static void wrapping(Forgery f) {
        int at = f.target.gapEnd() - 900;
        String[] fillings = {
            "> >> endobj 1 0 obj << /Type /Catalog >> endobj 2 0 obj << /X <",
            "> /Contents <00",
            "> /ByteRange [0 10 20 30] /Y <",
            ")(",
            "\n%comment\n"
        };
        for (String filling : fillings) {
            f.harm(
                    WRAPPING,
                    filling,
                    () -> Bytes.patched(f.file, at, filling),
                    "GAP_BAD",
                    "DATA_AFTER_CMS",
                    "BYTERANGE_BAD",
                    "SIG_HIDDEN");
        }
        f.doubt(
                WRAPPING,
                "a string that swallows the rest",
                () -> Bytes.patched(f.file, at, "> /Harmless ("),
                "GAP_BAD",
                "BYTERANGE_BAD",
                "SIG_HIDDEN");
        f.harm(WRAPPING, "second part moved", () -> moved(f), "GAP_BAD", "CONTENT_CHANGED", "BYTERANGE_BAD");
    }

    /** An object is pushed in between, the old second part stands behind it; a new range is written over the old one. */
    private static byte[] moved(Forgery f) {
        String evil = ">\n/Evil 1 >>\nendobj\n" + f.target.range() + " 0 obj\n<< /Z <";
        String head = Bytes.text(f.file).substring(0, f.target.gapEnd() - 1);
        String tail = Bytes.text(f.file).substring(f.target.gapEnd() - 1);
        byte[] longer = Bytes.of(head + evil + tail);
        int shift = f.target.gapEnd() + evil.length();
        int room = f.target.rangeEnd() - f.target.range();
        String range =
                "/ByteRange [0 " + f.target.gap() + " " + shift + " " + (f.target.end() - f.target.gapEnd()) + "]";
        return Bytes.patched(longer, f.target.range(), range + " ".repeat(Math.max(0, room - range.length())));
    }

    /** The dictionary again, in an update. */
    private static void copies(Forgery f) {
        String text = Bytes.text(f.file);
        int start = text.lastIndexOf(" obj", f.target.range());
        String dictionary = text.substring(text.indexOf("<<", start), text.indexOf("endobj", f.target.gapEnd()))
                .strip();
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int number = Integer.parseInt(text.substring(from, start).strip().split(" ")[0]);
        f.harm(
                WRAPPING,
                "copy under another number",
                () -> {
                    Increment update = new Increment(f.file);
                    return update.object(update.free(0), dictionary).end(f.base.table());
                },
                "RANGE_COLLISION",
                "GAP_ELSEWHERE",
                "TAIL_UNLISTED");
        f.doubt(
                WRAPPING,
                "copy in its place",
                () -> new Increment(f.file).object(number, dictionary).end(f.base.table()),
                "GAP_ELSEWHERE",
                "CHANGED_AFTER");
        f.doubt(
                WRAPPING,
                "emptied in its place",
                () -> new Increment(f.file).object(number, "<< /Type /Sig >>").end(f.base.table()),
                "BYTERANGE_BAD",
                "SIG_HIDDEN",
                "CHANGED_AFTER");
        f.doubt(
                "hidden signature",
                "dictionary freed",
                () -> new Increment(f.file).entry(number, 0, 0, 1).end(f.base.table()),
                "XREF_FREES",
                "SIG_HIDDEN");
    }
}
