package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;

/**
 * The entries under "Những thay đổi sau khi cấp giấy chứng nhận" as dated events: {@code change1}, {@code change1Date},
 * {@code change1Agency} and so on. Who holds the land now is told by the last transfer, not by page 1; a transfer that does not say
 * clearly to whom leaves the holder to a person.
 */
final class LandChanges {
    private static final Pattern DAY_FIRST =
            Pattern.compile("^(?:ngay )?\\d{1,2} \\d{1,2} \\d{4}\\b.*|^ngay \\d{1,2} thang \\d{1,2} nam \\d{4}.*");
    /** The day of a decision that an entry rests on, at the beginning of a line by chance. */
    private static final Pattern IN_A_SENTENCE = Pattern.compile("^ngày|^\\D{0,6}[\\d/.-]{8,10},");

    private static final Pattern HEADING = Pattern.compile(
            "^(?:noi dung thay doi|xac nhan|co tham quyen|co so phap ly|co quan|tham quyen|ngay$|trang bo sung).*|.*co so phap ly$|.*co tham quyen$");
    private static final Pattern END = Pattern.compile("^nguoi duoc cap giay.*|^khong duoc (?:sua chua|tay xoa).*");
    private static final Pattern TRANSFER = Pattern.compile(
            "\\b(?:chuyen nhuong|tang cho|thua ke|chuyen quyen|trung dau gia|chuyen doi quyen|gop von bang)\\b");
    private static final Pattern UNDONE = Pattern.compile("^(?:xoa|huy|khong)\\b.*|.*\\bmot phan\\b.*");
    private static final Pattern RECEIVER = Pattern.compile(
            "\\b[Cc]ho\\s+(?:hộ\\s+)?(?:ông|bà|anh|chị|Ông|Bà)\\s*:?\\s+(\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){1,5})");
    private static final int MOST = 20;
    /** Lines of one cell begin within so many line heights. */
    private static final int LEFT = 3;

    private final Sheet sheet;
    private final VietnameseDates dates;

    LandChanges(Sheet sheet, VietnameseDates dates) {
        this.sheet = sheet;
        this.dates = dates;
    }

    private record Event(Piece dated, String date, List<Piece> content, Optional<Found> agency) {
        Found words() {
            return found(content.isEmpty() ? List.of(dated) : content);
        }

        String folded() {
            return Fold.words(words().text());
        }
    }

    /** Puts the events among what was read, and the holder of today in the place of page 1's. */
    void read(FieldRule rule, FieldExtractor.Printed printed) {
        List<Event> events = events(rule);
        for (int i = 0; i < Math.min(MOST, events.size()); i++) {
            Event event = events.get(i);
            String name = rule.name() + (i + 1);
            printed.values()
                    .add(new Reading(
                            name,
                            Reading.Group.TEXT,
                            event.words(),
                            event.words().text()));
            printed.values().add(new Reading(name + "Date", Reading.Group.DATE, day(event), event.date()));
            event.agency().ifPresent(agency -> printed.values()
                    .add(new Reading(
                            name + "Agency",
                            Reading.Group.AGENCY,
                            agency,
                            agency.text().replaceAll("^[\\s.,:]+|[\\s.,]+$", ""))));
        }
        events.stream()
                .filter(event -> TRANSFER.matcher(event.folded()).find())
                .max(Comparator.comparing(Event::date))
                .ifPresent(last -> holder(last, printed));
    }

    private Found day(Event event) {
        Found whole = Found.whole(event.dated());
        return whole.shortest(text -> date(text).filter(event.date()::equals).isPresent());
    }

    private static void holder(Event transfer, FieldExtractor.Printed printed) {
        String text = transfer.words().text();
        Matcher receiver = RECEIVER.matcher(text);
        boolean clear = receiver.find() && !UNDONE.matcher(transfer.folded()).matches();
        String name = clear ? PersonNames.inSentence(receiver.group(1)) : "";
        for (int i = 0; i < printed.values().size(); i++) {
            Reading reading = printed.values().get(i);
            boolean holders = reading.field().equals(FieldName.OWNER_NAME)
                    || reading.field().equals(FieldName.OWNER_ID);
            if (holders && !clear) {
                printed.values().set(i, reading.doubted());
            } else if (holders) {
                String first = reading.field().equals(FieldName.OWNER_NAME) ? "firstHolder" : "firstHolderId";
                printed.values().set(i, reading.named(first));
            }
        }
        printed.values().removeIf(reading -> clear && reading.field().equals("birthDate"));
        if (clear) {
            Found named = transfer.words().shortest(part -> part.contains(receiver.group(1)));
            printed.values().add(new Reading(FieldName.OWNER_NAME, Reading.Group.NAME, named, name));
            Ids.in(transfer.words().words()).stream()
                    .filter(id -> id.id().kind() != OwnerId.Kind.TAX)
                    .findFirst()
                    .ifPresent(id -> printed.values()
                            .add(new Reading(
                                    FieldName.OWNER_ID,
                                    Reading.Group.NUMBER,
                                    new Found(named.page(), named.source(), id.words(), 1),
                                    id.id().value())));
        }
    }

    private List<Event> events(FieldRule rule) {
        List<Piece> section = section(rule);
        List<Piece> dated = section.stream().filter(this::begins).toList();
        List<Event> events = new ArrayList<>();
        boolean dayFirst = !section.isEmpty() && dated.contains(section.get(0));
        for (int i = 0; i < dated.size(); i++) {
            Piece day = dated.get(i);
            int at = i;
            List<Piece> row = day.placed()
                    ? section.stream()
                            .filter(piece -> piece.box().y() >= top(day))
                            .filter(piece ->
                                    at + 1 == dated.size() || piece.box().y() < top(dated.get(at + 1)))
                            .toList()
                    : unplaced(section, dated, i, dayFirst);
            events.add(event(day, row));
        }
        return events;
    }

    private static int top(Piece piece) {
        return piece.box().y() - piece.box().height() / 2;
    }

    /** Where nothing has a place: what stands before the day, or behind it where days come first. */
    private static List<Piece> unplaced(List<Piece> section, List<Piece> dated, int i, boolean dayFirst) {
        int here = section.indexOf(dated.get(i));
        int before = i == 0 ? -1 : section.indexOf(dated.get(i - 1));
        int next = i + 1 == dated.size() ? section.size() : section.indexOf(dated.get(i + 1));
        return dayFirst ? section.subList(here, next) : section.subList(before + 1, here + 1);
    }

    private Event event(Piece day, List<Piece> row) {
        List<Piece> own = row.isEmpty()
                ? List.of(day)
                : row.stream()
                        .filter(piece -> piece.order() == day.order() || (day.placed() && day.sharesColumn(piece)))
                        .toList();
        List<Piece> content = row.stream().filter(piece -> !own.contains(piece)).toList();
        String date = date(day.text()).orElseThrow();
        Found confirmed = behindDay(own);
        if (day.placed()
                && Fold.solid(confirmed.text()).isEmpty()) { // days in a column of their own: content, then agency
            int left = content.stream().mapToInt(p -> p.box().x()).min().orElse(0);
            List<Piece> told = content.stream()
                    .filter(p -> p.box().x() < left + p.box().width()
                            && p.box().x() < left + LEFT * p.box().height())
                    .toList();
            List<Piece> agency = content.stream().filter(p -> !told.contains(p)).toList();
            return new Event(day, date, told, agency.isEmpty() ? Optional.empty() : Optional.of(found(agency)));
        }
        boolean sentence = content.isEmpty(); // "Ngày …: chuyển nhượng cho …" on lines of its own
        return new Event(day, date, sentence ? own : content, sentence ? Optional.empty() : Optional.of(confirmed));
    }

    private static Found behindDay(List<Piece> own) {
        Found all = found(own);
        int skip = 0;
        for (int i = 0; i < all.words().size() && i < 7; i++) {
            skip = all.words().get(i).text().matches(".*\\d{4}\\W*") ? i + 1 : skip;
        }
        return new Found(
                all.page(), all.source(), all.words().subList(skip, all.words().size()), 1);
    }

    private static Found found(List<Piece> pieces) {
        return new Found(
                pieces.get(0).page(),
                pieces.get(0).source(),
                pieces.stream().flatMap(piece -> piece.words().stream()).collect(Collectors.toList()),
                1);
    }

    private boolean begins(Piece piece) {
        return DAY_FIRST.matcher(piece.folded()).matches()
                && !IN_A_SENTENCE.matcher(piece.text()).find()
                && date(piece.text()).isPresent();
    }

    private Optional<String> date(String text) {
        return dates.any(text).map(PartialDate::toString);
    }

    /** The pieces below the heading, to the end of the page or the warning at its foot. */
    private List<Piece> section(FieldRule rule) {
        Optional<Piece> heading = rule.labels().stream()
                .map(Label::of)
                .flatMap(label -> sheet.pieces().stream()
                        .filter(piece -> label.find(piece, 0).isPresent()))
                .findFirst();
        List<Piece> section = new ArrayList<>();
        for (Piece piece : sheet.pieces()) {
            boolean below = heading.isPresent()
                    && piece.page() == heading.get().page()
                    && piece.order() > heading.get().order();
            if (below && END.matcher(piece.folded()).matches()) {
                break;
            }
            if (below && !HEADING.matcher(piece.folded()).matches()) {
                section.add(piece);
            }
        }
        return section;
    }
}
