package vn.sohoa.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Retention;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.reading.PageReading;

/** Puts together what an access copy shows and says of the paper. */
final class AccessCopies {
    /** Kinds of document in the order of their codes, 01 to 31 (Circular 05/2025/TT-BNV); everything else is 32. */
    private static final List<String> KINDS = List.of(
            "Nghị quyết",
            "Quyết định",
            "Chỉ thị",
            "Quy chế",
            "Quy định",
            "Thông cáo",
            "Thông báo",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Dự án",
            "Báo cáo",
            "Tờ trình",
            "Giấy ủy quyền",
            "Phiếu gửi",
            "Phiếu chuyển",
            "Phiếu báo",
            "Biên bản",
            "Hợp đồng",
            "Công văn",
            "Công điện",
            "Bản ghi nhớ",
            "Bản thỏa thuận",
            "Giấy mời",
            "Giấy giới thiệu",
            "Giấy nghỉ phép",
            "Thư công",
            "Bản đồ",
            "Bản vẽ kỹ thuật");

    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,11}[A-Za-z]?)\\s*[/-]\\s*(.{1,30}?)\\s*");
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private AccessCopies() {}

    /** A page as it was read, with text in pixels of the page as measured; the picture may be smaller. */
    static AccessPage page(PageReading page, PageText text) {
        PageFile file = page.pageFile().orElseThrow();
        double scale = page.measurements()
                .map(measured -> (double) file.shownWidth() / measured.widthPx())
                .orElse(1.0);
        return new AccessPage(file, text, scale);
    }

    /** @param mark what it says of its conversion, where the agency signs it */
    static AccessCopyInfo info(Document paper, int pages, Retention retention, Optional<String> mark) {
        String code = paper.code() == null ? paper.id().toString() : paper.code();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("code", code);
        properties.put("master-sha256", paper.masterSha256().hex());
        mark.ifPresent(text -> properties.put(AccessCopyInfo.CONVERSION, text));
        return new AccessCopyInfo(
                paper.type().name(), "vi-VN", paper.receivedAt(), "SoHoa", properties, record(paper, pages, retention));
    }

    /** What the circular wants to be known of a document, as far as it is known (Appendix, dữ liệu đặc tả). */
    static Map<String, String> record(Document paper, int pages, Retention retention) {
        Map<String, String> record = new LinkedHashMap<>();
        if (paper.type().isKnown()) {
            record.put("typeName", kind(paper.type().name()));
        }
        paper.value(FieldName.CODE_NUMBER)
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .ifPresent(m -> {
                    record.put("codeNumber", m.group(1));
                    record.put("codeNotation", m.group(2));
                });
        paper.value(FieldName.ISSUED_DATE).flatMap(AccessCopies::day).ifPresent(day -> record.put("issuedDate", day));
        paper.value(FieldName.AGENCY).ifPresent(agency -> record.put("organName", shortened(agency, 200)));
        paper.value(FieldName.SUBJECT).ifPresent(subject -> record.put("subject", shortened(subject, 500)));
        record.put("language", "01"); // Tiếng Việt
        record.put("numberOfPage", String.valueOf(pages));
        record.put("maintenance", retention.maintenance().code());
        record.put("confidenceLevel", "02"); // digitised
        return record;
    }

    private static String kind(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int at = KINDS.stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(wanted);
        return at < 0 ? "32" : "%02d".formatted(at + 1);
    }

    /** DD/MM/YYYY, or as much of it as is known. */
    private static Optional<String> day(String iso) {
        Matcher m = ISO.matcher(iso);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "/",
                Arrays.asList(m.group(3), m.group(2), m.group(1)).stream()
                        .filter(part -> part != null)
                        .toList()));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
