package vn.sohoa.intake;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files are data from outside: compared in NFC, shown without anything that could move a cursor. */
final class Names {
    private static final int SHOWN_CHARACTERS = 80;
    private static final Set<String> LEFT_BY_DESKTOPS = Set.of("thumbs.db", "desktop.ini");

    private Names() {}

    static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static String of(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : nfc(last.toString());
    }

    /** For people: control, direction and broken characters spelt out, long names cut. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        nfc(name).codePoints().limit(SHOWN_CHARACTERS).forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.append(hidden ? String.format(Locale.ROOT, "<%04X>", c) : Character.toString(c));
        });
        return name.codePointCount(0, name.length()) > SHOWN_CHARACTERS ? shown + "…" : shown.toString();
    }

    static String shown(Path path) {
        return shown(of(path));
    }

    /** Whether a name could lead out of its folder or is none at all. */
    static boolean hasPathParts(String name) {
        return name.isBlank()
                || name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.equals(".")
                || name.equals("..");
    }

    /** Hidden files, and what desktops and word processors leave behind. */
    static boolean ignored(String name) {
        return name.startsWith(".")
                || name.startsWith("~$")
                || LEFT_BY_DESKTOPS.contains(name.toLowerCase(Locale.ROOT));
    }
}
