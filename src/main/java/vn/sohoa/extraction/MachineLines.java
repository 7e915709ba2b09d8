package vn.sohoa.extraction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;

/**
 * The machine readable lines (MRZ, ICAO 9303) of identity cards (three lines of 30, TD1) and passports (two of 44, TD3). Only lines
 * whose check digits all hold are believed; a card's document number must be the end of its personal id.
 */
final class MachineLines {
    /** Five check digits hold by chance in one of 100 000 misread cards. */
    private static final double SURE = 99;

    private static final int CARD = 30;
    private static final int PASSPORT = 44;
    private static final int[] WEIGHTS = {7, 3, 1};

    private final Clock clock;

    MachineLines(Clock clock) {
        this.clock = clock;
    }

    private record Line(Piece piece, String text) {}

    /** Values by field; empty where no lines hold. */
    List<ExtractedValue> read(Sheet sheet) {
        List<Line> lines = new ArrayList<>();
        for (Piece piece : sheet.pieces()) {
            String text = plain(piece.text());
            if (text.length() == CARD || text.length() == PASSPORT) {
                lines.add(new Line(piece, text));
            }
        }
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line second = lines.get(i + 1);
            List<ExtractedValue> values =
                    lines.get(i).text().length() == CARD ? card(lines.get(i), second) : passport(lines.get(i), second);
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private List<ExtractedValue> card(Line first, Line second) {
        String one = first.text();
        String two = second.text();
        if (two.length() != CARD || !one.startsWith("ID")) {
            return List.of();
        }
        String number = figures(one.substring(5, 14));
        String rest = one.substring(15);
        String id = figures(rest.substring(0, 12));
        String born = figures(two.substring(0, 6));
        String ends = figures(two.substring(8, 14));
        String composite = one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18, 29);
        boolean holds = holds(number, one.charAt(14))
                && holds(born, two.charAt(6))
                && holds(ends, two.charAt(14))
                && holds(figures(composite), two.charAt(29))
                && CodeFormat.CITIZEN.holds(id)
                && id.endsWith(number);
        if (!holds) {
            return List.of();
        }
        return values(person(id, born, ends, two.charAt(7)), first, second);
    }

    private List<ExtractedValue> passport(Line first, Line second) {
        String two = second.text();
        if (!first.text().startsWith("P") || two.length() != PASSPORT) {
            return List.of();
        }
        String number = two.substring(0, 1) + figures(two.substring(1, 9));
        String born = figures(two.substring(13, 19));
        String ends = figures(two.substring(21, 27));
        String personal = figures(two.substring(28, 42));
        String id = personal.replace("<", "");
        boolean holds = holds(number, two.charAt(9))
                && holds(born, two.charAt(19))
                && holds(ends, two.charAt(27))
                && (holds(personal, two.charAt(42)) || (id.isEmpty() && two.charAt(42) == '<'))
                && holds(
                        number
                                + figure(two.charAt(9))
                                + born
                                + figure(two.charAt(19))
                                + ends
                                + figure(two.charAt(27))
                                + personal
                                + figure(two.charAt(42)),
                        two.charAt(43));
        if (!holds) {
            return List.of();
        }
        Map<String, String> values = person(CodeFormat.CITIZEN.holds(id) ? id : "", born, ends, two.charAt(20));
        values.put(FieldName.CODE_NUMBER, number.replace("<", ""));
        return values(values, first, second);
    }

    /** Birth century from the personal id, else the last that has passed. */
    private Map<String, String> person(String id, String born, String ends, char sex) {
        Map<String, String> values = new LinkedHashMap<>();
        int year = Integer.parseInt(born.substring(0, 2));
        int thisYear = LocalDate.now(clock).getYear();
        int century = 2000 + year > thisYear ? 1900 : 2000;
        if (!id.isEmpty()) {
            values.put(FieldName.OWNER_ID, id);
            century = 1900 + 100 * ((id.charAt(3) - '0') / 2);
        }
        values.put("birthDate", day(century + year, born));
        if (sex == 'M' || sex == 'F') {
            values.put("sex", sex == 'M' ? "Nam" : "Nữ");
        }
        values.put(FieldName.VALID_UNTIL, day(2000 + Integer.parseInt(ends.substring(0, 2)), ends));
        values.values().removeIf(value -> value.contains("-00"));
        return values;
    }

    private static String day(int year, String yyMMdd) {
        return year + "-" + yyMMdd.substring(2, 4) + "-" + yyMMdd.substring(4);
    }

    private static List<ExtractedValue> values(Map<String, String> values, Line first, Line second) {
        List<ExtractedValue> all = new ArrayList<>();
        String raw = first.piece().text() + " " + second.piece().text();
        values.forEach((field, value) -> all.add(new ExtractedValue(
                field,
                raw,
                value,
                first.piece().page(),
                first.piece().box().and(second.piece().box()),
                SURE,
                ExtractedValue.Method.MRZ)));
        return all;
    }

    /** Without blanks, with the look-alikes of {@code <}; empty if it is no such line. */
    private static String plain(String text) {
        String plain = text.replaceAll("\\s", "").replace("«", "<<").replace("‹", "<");
        return plain.matches("[A-Z0-9<]+") && plain.contains("<") ? plain : "";
    }

    private static String figures(String part) {
        StringBuilder figures = new StringBuilder();
        part.chars().forEach(c -> figures.append(figure((char) c)));
        return figures.toString();
    }

    private static char figure(char c) {
        return switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'B' -> '8';
            default -> c;
        };
    }

    /** The check digit of ICAO 9303-3: weights 7, 3, 1; letters from 10 on, the filler nothing. */
    static boolean holds(String part, char check) {
        int sum = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int value = c == '<' ? 0 : Character.isDigit(c) ? c - '0' : c - 'A' + 10;
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return figure(check) - '0' == sum % 10;
    }
}
