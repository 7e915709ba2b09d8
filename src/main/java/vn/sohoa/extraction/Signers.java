package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The person who signed: the name under the last line of authority (TM., KT., TL., TUQ., or a post). */
final class Signers {
    /** A name of two to six words, maybe with a rank or degree before it. */
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:\\p{Lu}\\p{L}{0,3}\\.\\s?)+|(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng)) |Bác sĩ |Luật sư )?"
                    + "\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){1,5}");

    private final Sheet sheet;
    private final List<Label> authorities;
    private final List<String> starts;

    Signers(Sheet sheet, List<String> authorities) {
        this.sheet = sheet;
        this.authorities = authorities.stream().map(Label::of).toList();
        this.starts = authorities.stream().map(Fold::words).toList();
    }

    Optional<Found> find() {
        List<Piece> lines = new ArrayList<>(
                sheet.pieces().stream().filter(this::isAuthority).toList());
        lines.sort(Comparator.comparingInt(Piece::order).reversed());
        for (Piece line : lines) {
            Optional<Found> name = below(line);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> below(Piece authority) {
        List<Piece> next = sheet.pieces().stream()
                .filter(p -> p.page() == authority.page()
                        && !isAuthority(p)
                        && NAME.matcher(p.text()).matches())
                .filter(p -> authority.placed()
                        ? p.box().y() >= authority.box().bottom() - 2 && p.sharesColumn(authority)
                        : p.order() > authority.order() && p.order() <= authority.order() + 5)
                .filter(p ->
                        authority.placed() || p.capitals() < 0.9 || p.words().size() <= 5)
                .toList();
        return next.stream()
                .min(Comparator.comparing((Piece p) -> p.capitals() >= 0.9)
                        .thenComparing(p -> authority.placed() ? p.box().y() : p.order()))
                .map(Found::whole);
    }

    private boolean isAuthority(Piece piece) {
        if (piece.words().size() > 12) {
            return false;
        }
        boolean starts = this.starts.stream().anyMatch(piece::startsWith);
        boolean fuzzy = authorities.stream()
                .anyMatch(a -> a.solid().length() > 7
                        && a.find(piece, 0).filter(h -> h.from() == 0).isPresent());
        return (starts || fuzzy) && (piece.capitals() > 0.6 || piece.words().size() <= 4);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
