package vn.sohoa.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;

/** Knows the block that a copying office adds: its own kind line, its number, or the clause of certification. */
final class Copies {
    private static final Map<CopyMark, List<String>> LINES = Map.of(
            CopyMark.SAO_Y, List.of("saoy", "saoybanchinh"),
            CopyMark.TRICH_SAO, List.of("trichsao"),
            CopyMark.SAO_LUC, List.of("saoluc"));
    private static final Map<CopyMark, Pattern> NUMBERS = Map.of(
            CopyMark.SAO_Y, Pattern.compile("/\\s?SY\\b"),
            CopyMark.TRICH_SAO, Pattern.compile("/\\s?Tr?[S5]\\b"),
            CopyMark.SAO_LUC, Pattern.compile("/\\s?S[Ll1I]\\b"));
    private static final List<Label> CLAUSES = labels("chứng thực bản sao", "bản sao điện tử được chứng thực");
    private static final List<Label> ELECTRONIC = labels("bản sao điện tử", "chứng thực điện tử");
    private static final List<Label> PROOFS = labels("số chứng thực", "thực hiện chứng thực", "công chứng viên");
    private static final Pattern BOOK = Pattern.compile("\\bsct\\b|\\bquyen so\\b.*\\bbs");
    private static final Pattern ELECTRONIC_BOOK = Pattern.compile("\\bsct (?:bs)? ?dt\\b");
    /** A label or two may stand before the clause. */
    private static final int MOST_BEFORE = 3;

    private static final double ALIKE = 0.8;
    private static final int LONGEST = 5;
    private static final int LONGEST_CLAUSE = 16;

    private Copies() {}

    /** The mark and the line that shows it. */
    record Shown(CopyMark mark, Piece piece) {}

    static CopyMark of(Sheet sheet) {
        return shown(sheet).map(Shown::mark).orElse(CopyMark.NONE);
    }

    /** As a value of the paper: how it was copied, and where that stands. */
    static Optional<ExtractedValue> value(Sheet sheet) {
        return shown(sheet).map(shown -> {
            Reading reading = new Reading(
                    FieldName.COPY_FORM,
                    Reading.Group.TEXT,
                    Found.whole(shown.piece()),
                    shown.mark().name());
            return reading.sure(reading.mean());
        });
    }

    private static Optional<Shown> shown(Sheet sheet) {
        Optional<Shown> certified = certified(sheet);
        if (certified.isPresent()) {
            return certified;
        }
        for (Piece piece : sheet.pieces()) {
            for (Map.Entry<CopyMark, Pattern> number : NUMBERS.entrySet()) {
                boolean line =
                        piece.words().size() < LONGEST && piece.capitals() > 0.7 && isLine(number.getKey(), piece);
                if (line
                        || (piece.folded().startsWith("s")
                                && number.getValue().matcher(piece.text()).find())) {
                    return Optional.of(new Shown(number.getKey(), piece));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLine(CopyMark mark, Piece piece) {
        String solid = piece.folded().replace(" ", "");
        return LINES.getOrDefault(mark, List.of()).stream().anyMatch(line -> Fuzzy.similarity(solid, line) >= ALIKE);
    }

    private static Optional<Shown> certified(Sheet sheet) {
        Piece clause = null;
        Piece proof = null;
        boolean electronic = false;
        for (Piece piece : sheet.pieces()) {
            if (piece.words().size() < LONGEST_CLAUSE && stands(CLAUSES, piece, MOST_BEFORE)) {
                clause = piece;
            }
            if (stands(PROOFS, piece, LONGEST_CLAUSE)
                    || BOOK.matcher(piece.folded()).find()) {
                proof = piece;
            }
            electronic |= stands(ELECTRONIC, piece, LONGEST_CLAUSE)
                    || ELECTRONIC_BOOK.matcher(piece.folded()).find();
        }
        Piece shown = clause == null ? proof : clause;
        if (shown == null || (!electronic && (clause == null || proof == null))) {
            return Optional.empty();
        }
        return Optional.of(new Shown(electronic ? CopyMark.CHUNG_THUC_DIEN_TU : CopyMark.CHUNG_THUC, shown));
    }

    private static boolean stands(List<Label> phrases, Piece piece, int before) {
        return phrases.stream().anyMatch(phrase -> phrase.find(piece, 0)
                .filter(hit -> hit.from() <= before)
                .isPresent());
    }

    private static List<Label> labels(String... phrases) {
        return Arrays.stream(phrases).map(Label::of).toList();
    }
}
