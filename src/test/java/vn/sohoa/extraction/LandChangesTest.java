package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;

/** Who holds the land is told by the last transfer behind page 1, or by a person. */
class LandChangesTest {
    private static final Extraction EXTRACTION = Extraction.load(
            Path.of("jobs/reference"), Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));
    private static final DocumentType LAND =
            EXTRACTION.type("GCN_QUYEN_SU_DUNG_DAT").orElseThrow();

    private static PaperPages certificate() {
        return PaperPages.paper()
                .centre("GIẤY CHỨNG NHẬN")
                .centre("QUYỀN SỬ DỤNG ĐẤT")
                .centre("BX 204577")
                .left("Ông: Nguyễn Văn Thử")
                .left("CCCD số: 066063003390")
                .left("a) Thửa đất số: 58")
                .page()
                .left("IV. Những thay đổi sau khi cấp giấy chứng nhận")
                .both("Nội dung thay đổi và cơ sở pháp lý", "Xác nhận của cơ quan");
    }

    private static List<ExtractedValue> read(PaperPages paper) {
        return EXTRACTION.extract(LAND, paper.pages(), List.of());
    }

    private static ExtractedValue value(List<ExtractedValue> values, String field) {
        return values.stream().filter(v -> v.field().equals(field)).findFirst().orElseThrow();
    }

    @Test
    void theReceiverOfTheLastTransferHoldsTheLand() {
        List<ExtractedValue> values = read(certificate()
                .both("Thế chấp tại Ngân hàng Thử", "Ngày 17/02/2025.")
                .both("theo hồ sơ số 000873", "Chi nhánh đăng ký đất đai")
                .gap()
                .both("Chuyển nhượng cho bà Lý Thị Mẫu,", "Ngày 18/11/2025.")
                .both("số định danh 066190004871", "Chi nhánh đăng ký đất đai"));
        assertThat(value(values, "change1Date").value()).isEqualTo("2025-02-17");
        assertThat(value(values, "change1").value()).isEqualTo("Thế chấp tại Ngân hàng Thử theo hồ sơ số 000873");
        assertThat(value(values, "change2Date").value()).isEqualTo("2025-11-18");
        assertThat(value(values, "change2Agency").value()).isEqualTo("Chi nhánh đăng ký đất đai");
        assertThat(value(values, "ownerName").value()).isEqualTo("Lý Thị Mẫu");
        assertThat(value(values, "ownerId").value()).isEqualTo("066190004871");
        assertThat(value(values, "firstHolder").value()).isEqualTo("Nguyễn Văn Thử");
        assertThat(value(values, "firstHolderId").value()).isEqualTo("066063003390");
    }

    @Test
    void aMortgageChangesNoHolder() {
        List<ExtractedValue> values =
                read(certificate().both("Thế chấp tại Ngân hàng Thử", "Ngày 17/02/2025. Chi nhánh"));
        assertThat(value(values, "ownerName").value()).isEqualTo("Nguyễn Văn Thử");
        assertThat(value(values, "ownerName").confidence()).isGreaterThan(60);
    }

    @Test
    void aTransferOfAPartOrToNobodyNamedIsForAPerson() {
        for (String entry : List.of("Chuyển nhượng một phần cho bà Lý Thị Mẫu", "Đã chuyển nhượng theo hợp đồng")) {
            List<ExtractedValue> values = read(certificate().both(entry, "Ngày 17/02/2025. Chi nhánh"));
            assertThat(EXTRACTION.doubtful(LAND, values, field -> 50)).as(entry).contains("ownerName", "ownerId");
        }
    }

    @Test
    void linesWithoutPlacesAreEventsToo() {
        List<ExtractedValue> values = EXTRACTION.extract(LAND, PaperPages.plain("""
                        GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
                        Ông: Nguyễn Văn Thử
                        Những thay đổi sau khi cấp giấy chứng nhận
                        Tặng cho ông Trần Văn Mẫu theo hồ sơ số 12
                        Ngày 03/06/2025. Chi nhánh Văn phòng đăng ký đất đai"""), List.of());
        assertThat(value(values, "change1").value()).isEqualTo("Tặng cho ông Trần Văn Mẫu theo hồ sơ số 12");
        assertThat(value(values, "ownerName").value()).isEqualTo("Trần Văn Mẫu");
    }
}
