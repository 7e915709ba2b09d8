package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The head of a paper (phần đầu thể thức): number, place and date, agency block. */
final class Header {
    /** A number line with where it stands. */
    record Numbered(Piece piece, DocumentNumber number) {}

    private static final int FIRST_PIECES = 22;
    private static final double DEEPEST = 0.5;
    private static final Pattern FIGURES = Pattern.compile(
            "\\p{Lu}[\\p{L} ]{2,40}, (?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}|Ngày \\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}");

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
        List<Piece> lines = sheet.pieces().stream()
                .map(this::withYear)
                .filter(Header::isDateLine)
                .toList();
        return lines.stream()
                .filter(p -> p.page() == sheet.firstPage() && sheet.depth(p) < DEEPEST && p.order() < FIRST_PIECES)
                .findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .or(() -> sheet.pieces().stream().filter(this::endsWithDay).reduce((earlier, later) -> later));
    }

    /** "Ea Thử, 28/9/2018" or the day alone on its piece: at the head, or the last one of the paper. */
    Optional<Piece> dayInFigures() {
        List<Piece> lines = sheet.pieces().stream()
                .filter(p -> FIGURES.matcher(p.text()).matches())
                .toList();
        return lines.stream()
                .filter(p -> p.page() == sheet.firstPage() && sheet.depth(p) < DEEPEST && p.order() < FIRST_PIECES)
                .findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later));
    }

    /** "…, ngày 11 tháng 6 năm" with the year that stands alone below it. */
    private Piece withYear(Piece piece) {
        if (!piece.folded().matches(".*\\bng[a-z]{1,3} .*\\bth[a-z]{2,4} ?\\d{1,2}( ?n[a-z]{1,2})?")) {
            return piece;
        }
        return sheet.pieces().stream()
                .filter(next ->
                        next.page() == piece.page() && next.order() > piece.order() && next.order() < piece.order() + 4)
                .filter(next -> next.folded().matches("(?:n[a-z]{1,2} ?)?(?:19|20)[0-9ol]{2}"))
                .filter(next -> next.sharesColumn(piece))
                .findFirst()
                .map(year -> Piece.of(
                        piece.page(),
                        piece.order(),
                        piece.source(),
                        Stream.concat(piece.words().stream(), year.words().stream())
                                .toList()))
                .orElse(piece);
    }

    /** Before the day stands a place, in capitals word by word: no law, no sentence. */
    private static boolean isPlace(Piece line) {
        for (int i = 0; i < line.words().size(); i++) {
            String folded = line.solids().get(i);
            if (folded.matches("ng[a-z]{1,3}|.*\\d.*") || Fuzzy.distance(folded, "ngay") == 1) {
                return true;
            }
            boolean lower = Character.isLowerCase(line.words().get(i).text().codePointAt(0));
            boolean torn = Syllable.odd(line.words().get(i).text()) || isIa(line, i);
            if (i < 6 && (folded.equals("luat") || (lower && !torn && !folded.equals("pho")))) {
                return false;
            }
        }
        return true;
    }

    /** "Ia Grai", read with a small L. */
    private static boolean isIa(Piece line, int at) {
        return line.words().get(at).text().equals("la")
                && at + 1 < line.words().size()
                && Character.isUpperCase(line.words().get(at + 1).text().codePointAt(0));
    }

    /** "Người đi khai Ia Thử, ngày 25 tháng 10 năm 2024": the place stands close to another column and ends the line. */
    private boolean endsWithDay(Piece piece) {
        for (int i = 1; i < piece.words().size(); i++) {
            String place = piece.words().get(i - 1).text();
            boolean day = piece.words().get(i).text().equals("ngày")
                    && place.endsWith(",")
                    && Character.isUpperCase(place.codePointAt(0));
            if (day) {
                return sheet.depth(piece) > DEEPEST && piece.folded().matches(".* ngay \\d+ thang \\d+ nam \\d{4}");
            }
        }
        return false;
    }

    private static boolean isDateLine(Piece piece) {
        boolean torn = TornDay.find(piece.folded()).isPresent();
        boolean words = torn || piece.folded().matches(".*\\bng[a-z]{1,3} .*\\bth[a-z]{2,4} .*n[a-z]{1,2} .*");
        boolean placeFirst = (torn || piece.folded().matches("(\\S+ ){0,6}ng[a-z]{1,3} .*")) && isPlace(piece);
        boolean year = (torn || piece.folded().matches(".*\\b[0-9ol]{4}\\b.*"))
                && !piece.text().contains(":");
        boolean capital = Character.isUpperCase(piece.text().codePointAt(0)) || isIa(piece, 0);
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
            boolean capitals =
                    piece.capitals() > 0.7 && !Cuts.isMotto(piece.folded()) && !Cuts.isMottoPart(piece.folded());
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
