package vn.sohoa.forger;

import java.io.IOException;

/** Incremental saving, references turned elsewhere, objects taken away or doubled, junk: what may hang behind a signature. */
final class TailAttacks {

    private static final String SAVING = "incremental saving";
    private static final String SHADOW = "shadow: hide and replace";
    private static final String EVIL = "BT /F1 30 Tf 72 400 Td (1.000.000.000) Tj ET";

    private TailAttacks() {}

    static void add(Forgery f) throws IOException {
        Objects objects = Objects.of(f.file);
        saving(f, objects);
        chain(f, objects);
        references(f, objects);
        bodies(f);
        junk(f);
        hidden(f, objects);
    }

    private static String content(String text) {
        return "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream";
    }

    private static Increment update(Forgery f) {
        return new Increment(f.file);
    }

    private static void saving(Forgery f, Objects o) {
        boolean table = f.base.table();
        f.harm(
                SAVING,
                "new content",
                () -> update(f).object(o.contents(), content(EVIL)).end(table),
                "CHANGED_AFTER");
        f.harm(
                SAVING,
                "bodies alone",
                () -> update(f).object(o.contents(), content(EVIL)).bodies(),
                "TAIL_UNEXPLAINED");
        f.harm(
                SAVING,
                "bodies and end",
                () -> Bytes.appended(
                        update(f).object(o.contents(), content(EVIL)).bodies(),
                        "startxref\n" + Bytes.startxref(f.file, f.file.length) + "\n%%EOF\n"),
                "TAIL_UNEXPLAINED");
        f.harm(
                SAVING,
                "bodies and trailer",
                () -> Bytes.appended(
                        update(f).object(o.contents(), content(EVIL)).bodies(),
                        "trailer\n<< /Root " + Bytes.root(f.file) + " >>\n"),
                "TAIL_UNEXPLAINED");
        f.doubt(
                SAVING,
                "new page tree",
                () -> {
                    Increment update = update(f);
                    String page = "<< /Type /Page /Parent " + o.pages() + " 0 R /MediaBox [0 0 595 842] /Contents "
                            + update.free(1) + " 0 R >>";
                    return update.object(update.free(1), content(EVIL))
                            .object(update.free(0), page)
                            .object(o.pages(), "<< /Type /Pages /Count 1 /Kids [" + update.free(0) + " 0 R] >>")
                            .end(table);
                },
                "CHANGED_AFTER");
        f.harm(
                SAVING,
                "page rotated",
                () -> update(f)
                        .object(o.firstPage(), "<< " + o.page() + "/Rotate 180 >>")
                        .end(table),
                "CHANGED_AFTER");
        f.harm(
                SAVING,
                "page cropped",
                () -> update(f)
                        .object(o.firstPage(), "<< " + o.page() + "/CropBox [0 0 99 99] >>")
                        .end(table),
                "CHANGED_AFTER");
        f.doubt(
                SAVING,
                "catalogue with a language",
                () -> update(f)
                        .object(o.root(), "<< " + o.catalog() + "/Lang (vi) >>")
                        .end(table),
                "CHANGED_AFTER",
                "TAIL_UNLISTED");
        f.doubt(
                SAVING,
                "nothing but a new object",
                () -> update(f).object(update(f).free(0), "<< /A 1 >>").end(table),
                "TAIL_UNLISTED",
                "CHANGED_AFTER");
        f.doubt(
                SAVING,
                "two updates",
                () -> {
                    byte[] once =
                            update(f).object(update(f).free(0), "<< /A 1 >>").end(table);
                    return new Increment(once)
                            .object(o.contents(), content(EVIL))
                            .end(table);
                },
                "CHANGED_AFTER");
        f.harm(
                SAVING,
                "the other kind of table",
                () -> update(f).object(o.contents(), content(EVIL)).end(!table),
                "CHANGED_AFTER");
    }

    private static void chain(Forgery f, Objects o) {
        boolean table = f.base.table();
        long page = Bytes.startxref(f.base.page(), f.base.page().length);
        f.harm(
                SAVING,
                "previous is the unsigned one",
                () -> update(f)
                        .object(o.contents(), content(EVIL))
                        .previous(page)
                        .end(table),
                "PREV_ELSEWHERE",
                "SIG_HIDDEN");
        f.harm(
                SAVING,
                "previous is zero",
                () -> update(f).object(o.contents(), content(EVIL)).previous(0).end(table),
                "PREV_ELSEWHERE",
                "XREF_BAD",
                "TAIL_UNEXPLAINED",
                "FILE_UNREADABLE");
        f.harm(
                SAVING,
                "start elsewhere",
                () -> update(f).object(o.contents(), content(EVIL)).target(page).end(table),
                "STARTXREF_ELSEWHERE",
                "SIG_HIDDEN");
        f.harm(
                SAVING,
                "start at zero",
                () -> update(f).object(o.contents(), content(EVIL)).target(0).end(table),
                "STARTXREF_ELSEWHERE");
        f.harm(
                SAVING,
                "previous is itself",
                () -> {
                    Increment draft = update(f).object(o.contents(), content(EVIL));
                    int at = Bytes.lastIndexOf(draft.bodies(), "endobj") + 7;
                    return update(f)
                            .object(o.contents(), content(EVIL))
                            .previous(at)
                            .end(table);
                },
                "PREV_ELSEWHERE",
                "XREF_LOOP",
                "TAIL_UNEXPLAINED");
        f.doubt(
                SAVING,
                "another root",
                () -> {
                    Increment update = update(f);
                    return update.object(update.free(0), "<< " + o.catalog() + " >>")
                            .root(update.free(0) + " 0 R")
                            .end(table);
                },
                "CHANGED_AFTER",
                "TAIL_UNLISTED");
        f.doubt(
                SAVING,
                "encryption declared",
                () -> update(f)
                        .object(update(f).free(0), "<< /Filter /Standard /V 1 /R 2 /P -4 /O <00> /U <00> >>")
                        .trailer(" /Encrypt " + update(f).free(0) + " 0 R")
                        .end(table),
                "CHECK_INCOMPLETE",
                "FILE_UNREADABLE",
                "TAIL_UNLISTED");
    }

    private static void references(Forgery f, Objects o) {
        long elsewhere = Bytes.indexOf(f.file, " 0 obj", 0) - 1;
        for (int number : new int[] {o.contents(), o.firstPage(), o.pages()}) {
            for (boolean table : new boolean[] {true, false}) {
                String how = number + (table ? " by table" : " by stream");
                f.harm(
                        SHADOW,
                        "redirected " + how,
                        () -> update(f).entry(number, 1, elsewhere, 0).end(table),
                        "FILE_UNREADABLE",
                        "XREF_REDIRECT");
                f.harm(
                        "shadow: hide",
                        "freed " + how,
                        () -> update(f).entry(number, 0, 0, 1).end(table),
                        "FILE_UNREADABLE",
                        "XREF_FREES");
            }
        }
        f.harm(SHADOW, "into an object stream", () -> update(f).entry(o.contents(), 2, 5, 0).stream(), "XREF_REDIRECT");
        f.harm(
                SHADOW,
                "freed and replaced",
                () -> {
                    byte[] freed = update(f).entry(o.contents(), 0, 0, 1).end(f.base.table());
                    return new Increment(freed)
                            .object(o.contents(), content(EVIL))
                            .end(f.base.table());
                },
                "XREF_FREES");
    }

    private static void bodies(Forgery f) {
        for (boolean table : new boolean[] {true, false}) {
            String how = table ? " by table" : " by stream";
            f.harm(
                    "unlisted objects",
                    "body no entry names" + how,
                    () -> {
                        Increment update = update(f);
                        update.object(update.free(0), "<< /A 1 >>").unlisted(update.free(1), "<< /Hidden 1 >>");
                        return update.end(table);
                    },
                    "OBJECT_NOT_IN_XREF");
            f.harm(
                    "duplicate objects",
                    "two bodies" + how,
                    () -> {
                        Increment update = update(f);
                        return update.object(update.free(0), "<< /A 1 >>")
                                .object(update.free(0), "<< /A 2 >>")
                                .end(table);
                    },
                    "DUPLICATE_OBJECT");
            f.harm(
                    "unlisted objects",
                    "entry names another" + how,
                    () -> {
                        Increment update = update(f);
                        long offset = update.unlisted(update.free(0), "<< /A 1 >>");
                        return update.entry(update.free(1), 1, offset, 0).end(table);
                    },
                    "XREF_BAD");
        }
        f.doubt(
                "duplicate keys",
                "in an object",
                () -> {
                    Increment update = update(f);
                    return update.object(update.free(0), "<< /A 1 /A 2 >>").end(f.base.table());
                },
                "DUPLICATE_KEY");
        f.doubt(
                "duplicate keys",
                "in the trailer",
                () -> {
                    Increment update = update(f);
                    return update.object(update.free(0), "<< /A 1 >>")
                            .trailer(" /Root " + update.free(0) + " 0 R")
                            .end(f.base.table());
                },
                "DUPLICATE_KEY",
                "FILE_UNREADABLE");
    }

    private static void junk(Forgery f) {
        String[] junk = {
            "junk",
            "\n<html><script>1</script></html>\n",
            "\u0001\u0002\u0003",
            "%%EOF\n",
            "PK\u0003\u0004" + "x".repeat(300)
        };
        for (String tail : junk) {
            f.doubt("trailing data", tail.strip(), () -> Bytes.appended(f.file, tail), "TRAILING_BYTES");
        }
        f.harm(
                "trailing data",
                "object",
                () -> Bytes.appended(f.file, "\n7 0 obj\n<< >>\nendobj\n"),
                "TAIL_UNEXPLAINED");
        f.harm(
                "trailing data",
                "object in a comment",
                () -> Bytes.appended(f.file, "\n% 7 0 obj << >> endobj\n"),
                "TAIL_UNEXPLAINED");
        f.harm(
                "trailing data",
                "whole unsigned file",
                () -> Bytes.appended(f.file, f.base.page()),
                "TAIL_UNEXPLAINED",
                "PREV_ELSEWHERE",
                "STARTXREF_ELSEWHERE",
                "XREF_REDIRECT");
        f.doubt("leading data", "before the header", () -> Bytes.appended(Bytes.of("junk\n"), f.file));
    }

    private static void hidden(Forgery f, Objects o) {
        boolean table = f.base.table();
        String bare = "<< /Type /Catalog /Pages " + o.pages() + " 0 R >>";
        f.doubt(
                "hidden signature",
                "bare catalogue",
                () -> update(f).object(o.root(), bare).end(table),
                "SIG_HIDDEN",
                "CHANGED_AFTER",
                "SIG_UNREADABLE");
        f.doubt(
                "hidden signature",
                "update skips the signed revision",
                () -> update(f)
                        .object(o.root(), bare)
                        .previous(Bytes.startxref(f.base.page(), f.base.page().length))
                        .end(table),
                "SIG_HIDDEN",
                "PREV_ELSEWHERE");
        f.doubt(
                "hidden signature",
                "no previous at all",
                () -> {
                    Increment update = update(f);
                    return Bytes.of(Bytes.text(update.object(o.root(), bare).end(table))
                            .replaceFirst("(?s)/Prev \\d+((?:(?!/Prev ).)*)$", "$1"));
                },
                "SIG_HIDDEN",
                "PREV_ELSEWHERE",
                "TAIL_UNEXPLAINED",
                "STARTXREF_ELSEWHERE",
                "FILE_UNREADABLE");
    }
}
