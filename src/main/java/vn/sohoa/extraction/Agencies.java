package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.page.Word;

/** The agency block: the superior agency and under it the issuing one (cơ quan chủ quản, cơ quan ban hành). */
final class Agencies {
    private static final List<String> COMMITTEES = List.of("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN");
    private static final List<String> UNITS = List.of("TỈNH", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG");
    /** Words behind which a name is not at its end. */
    private static final List<String> OPEN = List.of(
            "tinh",
            "thanh pho",
            "huyen",
            "quan",
            "thi xa",
            "xa",
            "phuong",
            "thi tran",
            "dac khu",
            "va",
            "nhan",
            "cua",
            "so",
            "bo");

    /** Its own agency, also under "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH". */
    private static final String COMMITTEE_OF_THE_PARTY = "(?:tinh|thanh|huyen|quan|thi|dang) uy( .*)?";
    /** Names that lost the word behind it. */
    private static final String TORN = "hoi dong (?!nhan dan|thanh vien|quan tri|tham dinh|thi |tuyen dung|truong).*"
            + "|uy ban (?!nhan dan|mat tran|kiem tra|dan toc|bau cu|thuong vu).*";

    private static final Pattern LOCAL = Pattern.compile(
            "(?:(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CÔNG AN) (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
                    + "|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|TỈNH|HUYỆN|QUẬN) (.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int SHORTEST_PLACE = 3;
    private static final double ALIKE = 0.84;
    /** Letters of a start that may be known in spite of a wrong one. */
    private static final int LONG = 8;

    private static final double CLEARLY = 0.06;

    private final List<String> exact;
    private final List<String> starts;
    private final List<Label> longStarts;
    private final List<String> parts;
    /** Names in capitals by their folded form. */
    private final Map<String, String> known;

    Agencies(List<String> starts, List<String> parts, List<String> known) {
        this.exact = List.copyOf(starts);
        this.starts = starts.stream().map(Fold::words).toList();
        this.longStarts = this.starts.stream()
                .filter(start -> start.length() >= LONG)
                .map(Label::of)
                .toList();
        this.parts = parts.stream().map(Fold::words).toList();
        this.known = known.stream()
                .collect(Collectors.toUnmodifiableMap(Fold::solid, Fold::upper, (first, second) -> first));
    }

    /** The place of an agency whose other words are the same everywhere: "ỦY BAN NHÂN DÂN XÃ …", "CÔNG AN XÃ …", "TỈNH ỦY …". */
    static Optional<String> place(String name) {
        Matcher local = LOCAL.matcher(name);
        return local.matches()
                ? Optional.of(local.group(1)).filter(place -> place.length() >= SHORTEST_PLACE)
                : Optional.empty();
    }

    /** Whether a list names exactly this agency, or its first words and the unit are those of a council or committee. */
    boolean isKnown(String name) {
        return known.containsValue(Fold.upper(name));
    }

    /** The name with its letters put right: as the one known agency that is like it, else word by word. */
    String name(String read) {
        String solid = Fold.solid(read);
        List<String> alike = known.keySet().stream()
                .filter(other -> Fuzzy.alike(solid, other, ALIKE) && Fuzzy.similarity(solid, other) >= ALIKE)
                .sorted(Comparator.comparingDouble((String other) -> -Fuzzy.similarity(solid, other)))
                .toList();
        boolean one = !alike.isEmpty()
                && (alike.size() == 1
                        || Fuzzy.similarity(solid, alike.get(0)) - Fuzzy.similarity(solid, alike.get(1)) > CLEARLY);
        return one ? known.getOrDefault(alike.get(0), read) : committee(read);
    }

    /** "UY BAN NHẦN DÂN XÃ …" has its accents back. */
    private static String committee(String read) {
        for (String head : COMMITTEES) {
            String[] right = head.split(" ");
            String[] words = parted(read, head).split(" ");
            if (words.length < right.length) {
                continue;
            }
            String first = String.join(" ", Arrays.copyOf(words, right.length));
            if (Fuzzy.similarity(Fold.solid(first), Fold.solid(head)) >= ALIKE) {
                System.arraycopy(right, 0, words, 0, right.length);
                if (words.length > right.length) {
                    String unit = Fold.solid(words[right.length]);
                    UNITS.stream()
                            .filter(known -> Fold.solid(known).equals(unit))
                            .findFirst()
                            .ifPresent(known -> words[right.length] = known);
                }
                return String.join(" ", words);
            }
        }
        return read;
    }

    /** "HỘIĐỒNG NHÂN DÂN …" in its four words again. */
    private static String parted(String read, String head) {
        String[] words = read.split(" ");
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.length && joined.length() < Fold.solid(head).length(); i++) {
            joined.append(Fold.solid(words[i]));
            if (joined.toString().equals(Fold.solid(head))) {
                return (head + " " + String.join(" ", Arrays.copyOfRange(words, i + 1, words.length))).strip();
            }
        }
        return read;
    }

    /** The agencies from the top; the last is the one that issued the paper. */
    List<Found> of(List<Piece> lines) {
        List<List<Piece>> agencies = new ArrayList<>();
        for (Piece line : lines) {
            boolean begins = begins(line) && (agencies.isEmpty() || !isOpen(agencies.get(agencies.size() - 1), line));
            if (begins) {
                agencies.add(new ArrayList<>());
            }
            if (!agencies.isEmpty() && (begins || continues(agencies.get(agencies.size() - 1), line))) {
                agencies.get(agencies.size() - 1).add(line);
            }
        }
        if (agencies.size() > 1 && isPart(agencies.get(agencies.size() - 1).get(0))) {
            agencies.remove(agencies.size() - 1);
        }
        return agencies.stream().map(this::joined).toList();
    }

    private boolean begins(Piece line) {
        return starts.stream().anyMatch(line::startsWith)
                || longStarts.stream().anyMatch(start -> start.find(line, 0)
                        .filter(hit -> hit.from() == 0)
                        .isPresent());
    }

    /** Whether the name above waits for its place: "HỘI ĐỒNG NHÂN DÂN HUYỆN" over "ĐOAN THỬ". */
    private static boolean isOpen(List<Piece> agency, Piece line) {
        String last = agency.get(agency.size() - 1).folded();
        return line.words().size() <= 4
                && !line.folded().matches(COMMITTEE_OF_THE_PARTY)
                && OPEN.stream().anyMatch(word -> last.endsWith(" " + word) || last.equals(word));
    }

    /** A unit within the agency above it, which issues in that agency's name. */
    private boolean isPart(Piece line) {
        return parts.stream().anyMatch(line::startsWith);
    }

    /** The name of an agency written in a sentence: up to the first comma, in capitals as in a head. */
    Optional<String> named(String text) {
        String name = text.replaceAll("[,;(].*", "").replaceAll("[.:\\s]+$", "").strip();
        String folded = Fold.words(name) + " ";
        boolean known = starts.stream().anyMatch(start -> folded.startsWith(start + " "));
        return known ? Optional.of(Fold.upper(name)) : Optional.empty();
    }

    /** "ỦY BAN", "HỘI ĐỒNG NHÂN", and a name that begins like "Đoàn" without its accents: the rest or the beginning was lost. */
    private boolean isPart(Found whole) {
        String folded = Fold.words(whole.text());
        return whole.words().size() < 2
                || folded.matches(TORN)
                || COMMITTEES.stream().anyMatch(head -> Fold.words(head).startsWith(folded))
                || exact.stream()
                        .noneMatch(start -> folded.startsWith(Fold.words(start)) && sameAccents(start, whole.words()));
    }

    /** The same accents, in whatever place of the syllable: "Uỷ" and "Ủy". */
    private static boolean sameAccents(String start, List<Word> words) {
        String first =
                words.stream().limit(start.split(" ").length).map(Word::text).collect(Collectors.joining(" "));
        return accents(start).equals(accents(first));
    }

    private static String accents(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK || c == 'đ')
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The agency that signs: "TM. ỦY BAN NHÂN DÂN XÃ …", "SỞ …", for papers without an agency block. */
    Optional<Found> signing(Sheet sheet) {
        List<Piece> lines = sheet.pieces().stream()
                .filter(p -> p.capitals() > 0.7 && p.words().size() > 2)
                .filter(p -> starts.stream()
                        .anyMatch(start -> (start.contains(" ") && p.startsWith(start))
                                || p.startsWith("tm " + start)
                                || (p.startsWith("so ") && p.words().size() > 3)))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Piece line = lines.get(lines.size() - 1);
        int skip = line.startsWith("tm") ? 1 : 0;
        return Optional.of(new Found(
                line.page(),
                line.source(),
                line.words().subList(skip, line.words().size()),
                0.9));
    }

    private static boolean continues(List<Piece> agency, Piece line) {
        Piece last = agency.get(agency.size() - 1);
        return last.page() == line.page()
                && agency.size() < 3
                && last.sharesColumn(line)
                && (!last.placed()
                        || line.box().y() - last.box().bottom() < 2 * last.box().height());
    }

    private Found joined(List<Piece> pieces) {
        List<Word> words = pieces.stream().flatMap(p -> p.words().stream()).toList();
        Found whole = new Found(pieces.get(0).page(), pieces.get(0).source(), words, 1);
        boolean unfinished = OPEN.stream()
                .anyMatch(word -> pieces.get(pieces.size() - 1).folded().endsWith(" " + word));
        return unfinished || isPart(whole) ? whole.less(0.6) : whole;
    }
}
