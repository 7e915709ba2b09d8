package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of a paper (phần đầu thể thức): number, place and date, agency block. */
final class Header {
    /** A number line with where it stands. */
    record Numbered(Piece piece, DocumentNumber number) {}

    private static final int FIRST_PIECES = 22;
    private static final double DEEPEST = 0.5;

    private final Sheet sheet;
    private final List<Numbered> numbers = new ArrayList<>();

    Header(Sheet sheet, Map<String, String> abbreviations) {
        this.sheet = sheet;
        int seen = 0;
        for (Piece piece : sheet.pieces()) {
            if (piece.page() == sheet.firstPage() && seen++ < FIRST_PIECES && sheet.depth(piece) < DEEPEST) {
                DocumentNumber.find(piece.text(), abbreviations).ifPresent(n -> numbers.add(new Numbered(piece, n)));
            }
        }
    }

    /** The first Số, ký hiệu. */
    Optional<Numbered> number() {
        return numbers.stream().findFirst();
    }

    /** All of them: two different ones are a conflict. */
    List<Numbered> numbers() {
        return numbers;
    }

    /** "Quảng Ninh, ngày 28 tháng 9 năm 2018", at the head, or where there is none, the last one, beside the signature. */
    Optional<Piece> dateLine() {
        List<Piece> lines = sheet.pieces().stream().filter(Header::isDateLine).toList();
        return lines.stream()
                .filter(p -> p.page() == sheet.firstPage() && sheet.depth(p) < DEEPEST && p.order() < FIRST_PIECES)
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1)));
    }

    private static boolean isDateLine(Piece piece) {
        boolean words = piece.folded().matches(".*\\bng[a-z]{1,3} .*\\bth[a-z]{2,4} .*n[a-z]{1,2} .*");
        boolean placeFirst = piece.folded().matches("(\\S+ ){0,6}ng[a-z]{1,3} .*");
        boolean year =
                piece.folded().matches(".*\\b[0-9ol]{4}\\b.*") && !piece.text().contains(":");
        boolean capital = Character.isUpperCase(piece.text().codePointAt(0));
        boolean dated = placeFirst && capital && piece.words().size() <= 14;
        return words
                && year
                && (dated || (piece.startsWith("ngay") && piece.words().size() <= 8));
    }

    /** The lines of the agency block (tên cơ quan), top left, above the number and the kind line. */
    List<Piece> agencyLines(Optional<Titles.Hit> title) {
        int end = title.map(t -> t.piece().order()).orElse(FIRST_PIECES);
        int numberAt = number().map(n -> n.piece().order()).orElse(Integer.MAX_VALUE);
        List<Piece> lines = new ArrayList<>();
        for (Piece piece : sheet.pieces()) {
            boolean above = piece.order() < end || (piece.placed() && aboveTitle(piece, title));
            boolean head = piece.page() == sheet.firstPage() && above && piece.order() < FIRST_PIECES;
            boolean capitals = piece.capitals() > 0.7 && !Cuts.isMotto(piece.folded());
            boolean beforeNumber = piece.placed() || piece.order() < numberAt;
            if (head
                    && capitals
                    && beforeNumber
                    && sheet.onTheLeft(piece)
                    && !piece.text().matches(".*\\d{2,}.*")) {
                lines.add(piece);
            }
        }
        return lines;
    }

    private static boolean aboveTitle(Piece piece, Optional<Titles.Hit> title) {
        return title.filter(t -> t.piece().page() == piece.page()
                        && piece.box().bottom() <= t.piece().box().y())
                .isPresent();
    }
}
