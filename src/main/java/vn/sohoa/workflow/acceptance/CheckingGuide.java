package vn.sohoa.workflow.acceptance;

import java.nio.file.Path;
import java.util.List;
import vn.sohoa.dossier.Language;
import vn.sohoa.quality.FaultCatalogue;
import vn.sohoa.quality.FaultEntry;

/**
 * The written guide that must exist before products are checked (văn bản hướng dẫn kiểm tra; Circular 05/2025/TT-BNV, Article
 * 9.5a; R-15): the fault catalogue, printed.
 */
public final class CheckingGuide {
    private final FaultCatalogue catalogue;

    private CheckingGuide(FaultCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Problem: CONFIGURATION_INVALID with file and line. */
    public static CheckingGuide load(Path reference) {
        return new CheckingGuide(FaultCatalogue.load(reference.resolve("faults.yml")));
    }

    /** The catalogue itself, for JSON. */
    public FaultCatalogue catalogue() {
        return catalogue;
    }

    public String markdown(Language language) {
        return sheet(language).markdown();
    }

    /** A page to print. */
    public String html(Language language) {
        return sheet(language).html();
    }

    private CheckSheet sheet(Language language) {
        CheckSheet sheet = new CheckSheet(language);
        sheet.heading(1, sheet.word("Hướng dẫn kiểm tra sản phẩm số hóa", "Guide for checking digitised papers"));
        sheet.sentence(sheet.word("Căn cứ: ", "By: ") + catalogue.source() + ". "
                + sheet.word("Phiên bản ", "Version ") + catalogue.version()
                + sheet.word(", áp dụng từ ", ", from ") + catalogue.validFrom() + ".");
        sheet.sentence(sheet.word(
                "Lỗi ghi \"máy\" được hệ thống tự tìm và nêu trang, mã lỗi trong báo cáo buổi sáng; lỗi ghi \"người\" do người"
                        + " kiểm tra đối chiếu với bản giấy.",
                "Faults marked \"machine\" are found by the system and named with page and code in the morning report;"
                        + " those marked \"person\" are found by comparing with the paper."));
        table(sheet, sheet.word("Lỗi bản quét", "Faults of the scan"), catalogue.scan());
        table(sheet, sheet.word("Lỗi biên mục, trích xuất", "Faults of cataloguing"), catalogue.cataloguing());
        return sheet;
    }

    private static void table(CheckSheet sheet, String title, List<FaultEntry> entries) {
        sheet.heading(2, title);
        sheet.table(
                List.of(
                        sheet.word("Mã", "Code"),
                        sheet.word("Lỗi", "Fault"),
                        sheet.word("Cách nhận biết", "How to see it"),
                        sheet.word("Cách xử lý", "What to do"),
                        sheet.word("Ai tìm", "Found by")),
                entries.stream()
                        .map(entry -> List.of(
                                entry.code(),
                                entry.name(),
                                entry.see(),
                                entry.toDo(),
                                entry.by() == FaultEntry.By.MACHINE
                                        ? sheet.word("máy", "machine")
                                        : sheet.word("người", "person")))
                        .toList());
    }
}
