package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/** Machine readable lines stand before print and behind the QR code, and only while their check digits hold. */
class MachineLinesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T05:00:00Z"), ZoneOffset.UTC);
    private static final Extraction EXTRACTION = Extraction.load(Path.of("jobs/reference"), CLOCK);
    private static final String ONE = "IDVNM0960042171066096004217<<4";
    private static final String TWO = "9603127M3603125VNM<<<<<<<<<<<";

    private static List<ExtractedValue> card(String printedId, String second, List<QrPayload> qr) {
        List<PageText> pages = PaperPages.paper()
                .centre("CĂN CƯỚC")
                .centre("IDENTITY CARD")
                .left("Số định danh cá nhân: " + printedId)
                .left("Họ, chữ đệm và tên khai sinh: NGUYỄN VĂN THỬ")
                .left(ONE)
                .left(second)
                .left("NGUYEN<<VAN<THU<<<<<<<<<<<<<<<")
                .pages();
        return EXTRACTION.extract(EXTRACTION.type("CAN_CUOC").orElseThrow(), pages, List.of(qr));
    }

    private static ExtractedValue value(List<ExtractedValue> values, String field) {
        return values.stream().filter(v -> v.field().equals(field)).findFirst().orElseThrow();
    }

    private static char composite() {
        String all = ONE.substring(5) + TWO.substring(0, 7) + TWO.substring(8, 15) + TWO.substring(18, 29);
        for (char digit = '0'; digit <= '9'; digit++) {
            if (MachineLines.holds(all, digit)) {
                return digit;
            }
        }
        throw new IllegalStateException();
    }

    @Test
    void theLinesOfACardAreBelievedBeforeItsPrint() {
        List<ExtractedValue> values = card("066096004211", TWO + composite(), List.of());
        assertThat(value(values, "ownerId").value()).isEqualTo("066096004217");
        assertThat(value(values, "ownerId").method()).isEqualTo(ExtractedValue.Method.MRZ);
        assertThat(value(values, "ownerId.conflict").value()).isEqualTo("066096004211");
        assertThat(value(values, "birthDate").value()).isEqualTo("1996-03-12");
        assertThat(value(values, "validUntil").value()).isEqualTo("2036-03-12");
        assertThat(value(values, "sex").value()).isEqualTo("Nam");
    }

    @Test
    void theQrCodeIsBelievedBeforeTheLines() {
        QrPayload code =
                new QrPayload("066096004219||Nguyễn Văn Thử|12031996|Nam|Thôn 5|15072024", new Box(1, 1, 9, 9));
        List<ExtractedValue> values = card("066096004217", TWO + composite(), List.of(code));
        assertThat(value(values, "ownerId").value()).isEqualTo("066096004219");
        assertThat(value(values, "ownerId.conflict").value()).isEqualTo("066096004217");
    }

    @Test
    void aWrongCheckDigitLeavesThePrintAlone() {
        char wrong = composite() == '9' ? '8' : '9';
        List<ExtractedValue> values = card("066096004211", TWO + wrong, List.of());
        assertThat(value(values, "ownerId").value()).isEqualTo("066096004211");
        assertThat(value(values, "ownerId").method()).isEqualTo(ExtractedValue.Method.OCR);
    }

    @Test
    void thePassportOfTheStandardHolds() {
        // the specimen of ICAO 9303-4
        assertThat(MachineLines.holds("L898902C3", '6')).isTrue();
        assertThat(MachineLines.holds("740812", '2')).isTrue();
        assertThat(MachineLines.holds("120415", '9')).isTrue();
        assertThat(MachineLines.holds("ZE184226B<<<<<", '1')).isTrue();
        assertThat(MachineLines.holds("740812", '3')).isFalse();
    }
}
