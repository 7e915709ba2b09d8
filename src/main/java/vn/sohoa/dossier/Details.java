package vn.sohoa.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Details of problems for people. The catalogue keeps names of fields, and what a step said in Vietnamese; in English, names, codes and
 * numbers within that stay as they are, and so does what has no rule here.
 */
final class Details {
    // spotless:off (a table is read in columns)
    /** {@code #} stands for a number. The longer goes before what it begins with. */
    private static final List<Rule> RULES = List.of(
            // reading and understanding
            rule("độ tin cậy #/100", "confidence # of 100"),
            rule("gần nhất:", "closest:"),
            rule("trang #; tệp có # trang", "page #; the file has # pages"),
            rule("hơn # trang", "more than # pages"),
            rule("# trang, giới hạn #", "# pages, # allowed"),
            rule("trang #", "page #"),
            rule("# × # điểm ảnh, giới hạn #", "# × # pixels, # allowed"),
            rule("hơn # MB khi mở", "more than # MB when unpacked"),
            rule("hơn # ký tự", "more than # characters"),
            rule("hơn # từ", "more than # words"),
            rule("quá # ms cho một trang", "more than # ms for one page"),
            rule("JPEG loại hiếm (không mất dữ liệu, 12 bit)", "a rare kind of JPEG (lossless, 12 bits)"),
            rule("phần đầu JPEG bị cắt cụt", "the head of the JPEG is cut short"),
            rule("bị cắt cụt", "is cut short"),
            rule("chỉ tách được tệp PDF", "only PDF files can be cut"),
            rule("chỉ mở được bằng mật khẩu", "opens by a password only"),
            rule("tệp nén có hai mục cùng tên", "two entries of the archive have one name"),
            rule("tệp nén không mở được", "the archive does not open"),
            rule("không đọc được tệp", "the file cannot be read"),
            rule("không còn cần nữa", "no longer wanted"),
            rule("bị ngắt khi chờ tiến trình đọc", "interrupted while waiting for a reader process"),
            rule("hai tiến trình đọc thấy hai tệp khác nhau", "two reader processes saw two different files"),
            rule("tệp đã bị thay trong lúc kiểm tra", "the file was replaced while it was checked"),
            rule("thư mục tạm", "temporary folder"),
            rule("cấu trúc lồng nhau quá sâu", "nested too deeply"),
            rule("không khởi động được tiến trình đọc", "the reader process does not start"),
            rule("tiến trình đọc trả lời sai", "the reader process answered out of order"),
            rule("tiến trình đọc bị ngắt", "the reader process was interrupted"),
            rule("phần mềm đang dừng", "the program is stopping"),
            // what was handed in
            rule("mã hồ sơ trong tệp kê khai là", "the code in the manifest is"),
            rule(", tên thư mục là", ", the name of the folder is"),
            rule("tên thư mục:", "name of the folder:"),
            rule("bản kê khai không có mã hồ sơ", "the manifest has no dossier code"),
            rule("thư mục không có tệp nào", "the folder has no file"),
            rule("tên tệp không dùng được:", "not a usable file name:"),
            rule("hai tệp cùng tên:", "two files of one name:"),
            rule(": không phải tên tệp:", ": not a file name:"),
            rule("tệp kê khai hai lần", "the file is named twice"),
            rule("giấy tờ không có", "a paper lacks"),
            rule("số định danh của chủ hồ sơ không đúng dạng (# ký tự)", "not a personal id or tax number of the owner (# characters)"),
            rule("không phải mã thủ tục", "not a code of a procedure"),
            rule("không phải mã định danh cơ quan", "not a code of an agency"),
            rule("phải là ngày có thật, dạng", "must be a real day, written"),
            rule("hoặc 05/01/2026", "or 05/01/2026"),
            rule("phải là số từ # đến #", "must be a number from # to #"),
            rule("phải là số từ #", "must be a number from #"),
            rule("phải là một trong", "must be one of"),
            rule("phải là", "must be"),
            rule("số nguyên", "a whole number"),
            rule("chữ trong dấu \"\"", "text in \"\""),
            rule("một đối tượng JSON { … }", "a JSON object { … }"),
            rule("một đối tượng { … }", "an object { … }"),
            rule("một danh sách [ … ]", "a list [ … ]"),
            rule("các đối tượng { … }", "objects { … }"),
            rule("true hoặc false", "true or false"),
            rule(": còn nội dung sau dấu } cuối cùng", ": something follows the last }"),
            rule(": không phải JSON đúng cú pháp", ": not well-formed JSON"),
            rule(": không phải CSV đúng cú pháp", ": not well-formed CSV"),
            rule("lớn hơn # MiB", "larger than # MiB"),
            rule(": nhiều hơn # giấy tờ", ": more than # papers"),
            rule(": không có mục \"", ": there is no entry \""),
            rule(": không có cột \"", ": there is no column \""),
            rule(": hai lần cột", ": twice the column"),
            rule(": thiếu cột", ": without the column"),
            rule(": thiếu mã hồ sơ", ": without the dossier code"),
            rule(": # ô cho # cột", ": # cells for # columns"),
            rule("khác với", "differs from"),
            rule(", dòng #", ", line #"),
            rule(", cột #", ", column #"),
            rule("; … và # lỗi khác", "; … and # other faults"),
            rule(": không có tệp này", ": there is no such file"),
            // what was typed
            rule("loại giấy tờ", "kind of paper"),
            rule("mục đích", "purpose"),
            rule("mã hồ sơ:", "dossier code:"),
            rule("mã thủ tục:", "procedure code:"),
            rule("chưa chọn tệp nào", "no file was chosen"),
            rule("số định danh 12 chữ số, mã số thuế 10 hoặc 13 chữ số, số CMND 9 chữ số",
                    "personal id of 12 digits, tax number of 10 or 13, old id of 9"),
            // signing
            rule("phần đầu tệp đã ký khác tệp gốc", "the head of the signed file differs from the original"),
            rule("tệp thay đổi trong khi ký", "the file changed while it was signed"),
            rule("chỗ của chữ ký đã có ô khác", "another field lies where the signature goes"),
            rule("thu hồi hoặc hết hạn", "revoked or lapsed"),
            rule("chữ ký sẵn có:", "signature already there:"),
            rule("có # chữ ký, phải là #", "# signatures, # expected"),
            rule("không dùng để ký", "not for signing"),
            rule("trang hẹp, không đủ chỗ cho chữ ký", "the page is too narrow for the signature"),
            rule("không có chữ ký", "no signature"),
            rule("bản ghi chứng cứ không chứng minh được tệp", "the evidence record does not prove the file"),
            rule("# đối tượng không nối với tài liệu", "# objects hang loose"),
            rule("một đối tượng có hai thân trong cùng một bản ghi", "one object has two bodies"),
            rule("đầu tệp không phải", "the head of the file is not"),
            rule("biểu mẫu XFA", "an XFA form"),
            rule("ô biểu mẫu chưa ký", "form fields that are not signed"),
            rule("không có trang", "no pages"),
            rule("mã hóa", "encrypted"),
            rule("hành động tự chạy hoặc mã lệnh", "scripts or actions"),
            rule("lớp nội dung ẩn hiện", "layers"),
            rule("tệp đính kèm", "attached files"),
            rule("chú thích, liên kết hoặc ô biểu mẫu trên trang", "notes, links or form fields on the page"),
            rule("hết hạn từ", "lapsed on"),
            rule("chưa có hiệu lực đến", "not valid before"),
            rule("đã bị thu hồi", "was revoked"));
    // spotless:on

    private record Rule(Pattern vietnamese, String english) {}

    private Details() {}

    private static Rule rule(String vietnamese, String english) {
        String quoted = Pattern.quote(vietnamese).replace("#", "\\E([0-9]{1,12})\\Q");
        Pattern pattern = Pattern.compile(
                edge(vietnamese.charAt(0), "(?<!") + quoted + edge(vietnamese.charAt(vietnamese.length() - 1), "(?!"));
        String numbered = english;
        for (int number = 1; numbered.indexOf('#') >= 0; number++) {
            numbered = numbered.replaceFirst("#", "\\$" + number);
        }
        return new Rule(pattern, numbered);
    }

    /** Words are not found within words. */
    private static String edge(char outermost, String look) {
        return Character.isLetter(outermost) || outermost == '#' ? look + "[\\p{L}\\p{N}])" : "";
    }

    /** Fields by their names, anything else in the language as far as there are rules for it. */
    static String told(String detail, Language language) {
        List<String> fields = Arrays.asList(detail.split(", ", -1));
        if (fields.stream().noneMatch(field -> FieldName.label(field, language).equals(field))) {
            return fields.stream()
                    .map(field -> FieldName.label(field, language))
                    .collect(Collectors.joining("; "));
        }
        return language == Language.EN ? english(detail) : detail;
    }

    private static String english(String detail) {
        String said = detail;
        for (Rule rule : RULES) {
            Matcher found = rule.vietnamese().matcher(said);
            said = found.replaceAll(rule.english());
        }
        for (DigitisationStatus status : DigitisationStatus.values()) {
            said = said.replace(status.vietnamese(), status.label(Language.EN));
        }
        for (SignatureReason reason : SignatureReason.values()) {
            said = said.replace(reason.sentence(), reason.english());
        }
        return said;
    }
}
