package vn.sohoa.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a page of a scan (lỗi bản quét; R-12): told in one plain sentence, kept in the catalogue as codes
 * and measures so that it can be told in either language.
 *
 * @param page from 1
 * @param measures numbers with a point, or words of {@link #WORDS}; no personal data
 * @param hard whether the page has to be scanned again; a soft fault is only noted
 */
public record PageFault(int page, Problem problem, boolean hard, List<String> measures) {
    private static final Pattern KEPT = Pattern.compile("p([0-9]{1,9})(!?) ([A-Z_]{3,60})((?: [^ ;]+)*)");
    private static final String BETWEEN = "; ";
    /** More than these of one paper help nobody. */
    private static final int MOST = 200;

    private record Sentence(String vietnamese, String english) {}

    private static final Map<Problem, Sentence> SENTENCES = Map.ofEntries(
            Map.entry(Problem.BLANK_PAGE, new Sentence("trang trắng", "blank")),
            Map.entry(Problem.RESOLUTION_LOW, new Sentence("{0} dpi, cần {1} dpi", "{0} dpi, {1} dpi needed")),
            Map.entry(
                    Problem.DRAWING_RESOLUTION_LOW,
                    new Sentence(
                            "có vẻ là bản vẽ, bản đồ: {0} dpi, cần {1} dpi",
                            "seems a drawing or map: {0} dpi, {1} dpi needed")),
            Map.entry(
                    Problem.PAGE_SKEWED, new Sentence("nghiêng {0}°, cho phép {1}°", "slanted by {0}°, {1}° allowed")),
            Map.entry(
                    Problem.PAGE_BLURRED,
                    new Sentence("ảnh nhòe (độ nét {0}, cần {1})", "blurred (sharpness {0}, {1} needed)")),
            Map.entry(
                    Problem.PAGE_DARK,
                    new Sentence(
                            "ảnh quá tối (nền giấy sáng {0}/255, cần {1})", "too dark (paper {0} of 255, {1} needed)")),
            Map.entry(
                    Problem.PAGE_FAINT,
                    new Sentence(
                            "chữ quá nhạt (đậm hơn giấy {0}/255, cần {1})",
                            "writing too faint ({0} of 255 darker than the paper, {1} needed)")),
            Map.entry(
                    Problem.BLACK_BORDER,
                    new Sentence("viền đen rộng {0} mm, cho phép {1} mm", "black border of {0} mm, {1} mm allowed")),
            Map.entry(
                    Problem.EDGE_CUT,
                    new Sentence("chữ hoặc bảng bị cắt ở mép {0}", "letters or rules run off the page: {0}")),
            Map.entry(
                    Problem.EDGE_CLOSE,
                    new Sentence("chữ sát mép {0}, có thể đã bị cắt", "letters close to the edge, perhaps cut: {0}")),
            Map.entry(
                    Problem.COLOUR_MISSING,
                    new Sentence("{0} bit{2}; cần màu {1} bit", "{0} bits{2}; colour of {1} bits needed")),
            Map.entry(
                    Problem.SIZE_DOUBTFUL,
                    new Sentence(
                            "theo {0} dpi ghi trong tệp, giấy là {1} × {2} mm: kiểm tra tỷ lệ quét",
                            "by the stated {0} dpi the paper is {1} × {2} mm: check the scale of the scan")),
            Map.entry(
                    Problem.DETAIL_LOW,
                    new Sentence(
                            "ghi {0} dpi nhưng chi tiết chỉ cỡ {1} dpi (ảnh bị phóng to hoặc mờ)",
                            "stated {0} dpi, detail of about {1} dpi (enlarged or soft)")),
            Map.entry(Problem.PAGE_STREAKED, new Sentence("có vệt dọc suốt trang", "a streak runs down the page")),
            Map.entry(Problem.PAGE_DOUBLE, new Sentence("giống trang {0}", "the same as page {0}")),
            Map.entry(
                    Problem.PAGES_MISSING,
                    new Sentence(
                            "số in trên trang là {0}, trước đó là {1}", "the number printed is {0}, before it {1}")));

    /** Words that stand for themselves in codes. */
    private static final Map<String, Sentence> WORDS = Map.of(
            "TOP", new Sentence("trên", "top"),
            "RIGHT", new Sentence("phải", "right"),
            "BOTTOM", new Sentence("dưới", "bottom"),
            "LEFT", new Sentence("trái", "left"),
            "GREY", new Sentence(", không có màu", ", no colour"),
            "SEAL",
                    new Sentence(
                            ", không có màu mà thấy hình dấu tròn", ", no colour although there seems to be a seal"),
            "PEN",
                    new Sentence(
                            ", không có màu mà thấy nét chữ ký", ", no colour although there seems to be a signature"),
            "COLOUR", new Sentence("", ""));

    public PageFault {
        measures = List.copyOf(measures);
        if (page < 1 || !SENTENCES.containsKey(problem)) {
            throw new IllegalArgumentException("no fault of a page: " + page + " " + problem);
        }
        if (measures.stream().anyMatch(m -> m.isEmpty() || m.contains(" ") || m.contains(";"))) {
            throw new IllegalArgumentException("measures with blanks: " + measures);
        }
    }

    /** Which problems can be faults of a page. */
    public static boolean isOne(Problem problem) {
        return SENTENCES.containsKey(problem);
    }

    /** Page and measure in one sentence, such as "trang 2: 91 dpi, cần 200 dpi". */
    public String sentence(Language language) {
        Sentence sentence = SENTENCES.getOrDefault(problem, new Sentence("", ""));
        boolean vi = language == Language.VI;
        String text = vi ? sentence.vietnamese() : sentence.english();
        for (int i = 0; i < measures.size(); i++) {
            text = text.replace("{" + i + "}", word(measures.get(i), vi));
        }
        return (vi ? "trang " : "page ") + page + ": " + text;
    }

    private static String word(String measure, boolean vietnamese) {
        if (measure.matches("-?[0-9]+\\.[0-9]+")) {
            return vietnamese ? measure.replace('.', ',') : measure;
        }
        return Arrays.stream(measure.split(","))
                .map(each -> WORDS.getOrDefault(each, new Sentence(each, each)))
                .map(each -> vietnamese ? each.vietnamese() : each.english())
                .collect(Collectors.joining(", "));
    }

    /** As the catalogue keeps them, such as {@code p2! RESOLUTION_LOW 91 200}. */
    public static String keep(List<PageFault> faults) {
        return faults.stream()
                .limit(MOST)
                .map(f -> "p" + f.page + (f.hard ? "!" : "") + " " + f.problem
                        + f.measures.stream().map(" "::concat).collect(Collectors.joining()))
                .collect(Collectors.joining(BETWEEN));
    }

    /** What was kept so; empty if the text is anything else. */
    public static List<PageFault> kept(String detail) {
        List<PageFault> faults = new ArrayList<>();
        for (String each : detail.split(BETWEEN)) {
            Matcher m = KEPT.matcher(each);
            if (!m.matches() || !names(m.group(3))) {
                return List.of();
            }
            List<String> measures = m.group(4).isBlank()
                    ? List.of()
                    : List.of(m.group(4).strip().split(" "));
            faults.add(new PageFault(
                    Integer.parseInt(m.group(1)),
                    Problem.valueOf(m.group(3)),
                    !m.group(2).isEmpty(),
                    measures));
        }
        return faults;
    }

    private static boolean names(String code) {
        return SENTENCES.keySet().stream().anyMatch(problem -> problem.name().equals(code));
    }

    /** A detail of a problem for people: faults of pages as sentences with their codes, fields by their names, all else in their language. */
    public static String told(String detail, Language language) {
        List<PageFault> faults = kept(detail);
        return faults.isEmpty()
                ? Details.told(detail, language)
                : faults.stream()
                        .map(f -> f.sentence(language) + " (" + f.problem + ")")
                        .collect(Collectors.joining(BETWEEN));
    }

    /** A number as it is kept. */
    public static String number(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
