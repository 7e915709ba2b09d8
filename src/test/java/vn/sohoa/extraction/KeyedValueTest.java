package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DocumentType;

/** What officers key in is held to the rules of what is read. */
class KeyedValueTest {
    private static final Extraction EXTRACTION = Extraction.load(
            Path.of("jobs/reference"), Clock.fixed(Instant.parse("2026-11-02T05:00:00Z"), ZoneOffset.UTC));

    private static Optional<String> keyed(String type, String field, String text) {
        DocumentType kind = EXTRACTION.type(type).orElseThrow();
        return EXTRACTION.keyed(kind, field, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUYET_DINH     | codeNumber | 07/QĐ-UBND            | 07/QĐ-UBND
            QUYET_DINH     | codeNumber | Số: 7/QĐ-UBND         | 07/QĐ-UBND
            QUYET_DINH     | issuedDate | 08/09/2025            | 2025-09-08
            QUYET_DINH     | issuedDate | 2025-09-08            | 2025-09-08
            QUYET_DINH     | issuedDate | ngày 8 tháng 9 năm 2025 | 2025-09-08
            QUYET_DINH     | issuedDate | 09/2025               | 2025-09
            QUYET_DINH     | issuedDate | 2025                  | 2025
            GIAY_KHAI_SINH | ownerId    | 001 085 000123        | 001085000123
            GIAY_KHAI_SINH | ownerName  | TRẦN THỊ MẪU          | Trần Thị Mẫu
            GIAY_KHAI_SINH | birthDate  | 1/2/1930              | 1930-02-01
            """)
    void isKeptAsItIsMeant(String type, String field, String text, String kept) {
        assertThat(keyed(type, field, text)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUYET_DINH     | codeNumber | bảy
            QUYET_DINH     | issuedDate | 31/02/2025
            QUYET_DINH     | issuedDate | 08/09/1944
            QUYET_DINH     | issuedDate | 08/11/2026
            QUYET_DINH     | issuedDate | hôm qua
            QUYET_DINH     | noSuch     | x
            GIAY_KHAI_SINH | ownerId    | 00108500012
            GIAY_KHAI_SINH | ownerId    | 0100109107
            GIAY_KHAI_SINH | ownerName  | 123
            GIAY_KHAI_SINH | ownerName  | mẫu
            """)
    void isRefusedWhereTheFieldCannotHoldIt(String type, String field, String text) {
        assertThat(keyed(type, field, text)).isEmpty();
    }
}
