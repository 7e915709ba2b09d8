package vn.sohoa.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unit of today of an old address. */
class AdministrativeUnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String HEAD = "version: \"1\"\nvalidFrom: 2025-07-01\nunits:\n";

    @TempDir
    Path folder;

    @BeforeEach
    void copyRegister() throws IOException {
        Files.copy(Path.of("jobs/reference/agencies.yml"), folder.resolve("agencies.yml"));
        rows("""
                  - {province: "Phú Yên", district: "huyện Mẫu Sơn", ward: "xã Ea Thử", now: "xã Mẫu Sơn", from: 2025-07-01}
                  - {province: "Phú Yên", district: "huyện Mẫu Giang", ward: "xã Ea Thử", now: "xã Mẫu Giang", from: 2025-07-01}
                  - {province: "Phú Yên", district: "huyện Mẫu Giang", ward: "xã Chia Đôi", now: "xã Một", from: 2025-07-01}
                  - {province: "Phú Yên", district: "huyện Mẫu Giang", ward: "xã Chia Đôi", now: "xã Hai", from: 2025-07-01}
                  - {province: "Đắk Lắk", district: "huyện Xa", ward: "xã Mai Sau", now: "xã Mai", from: 2027-01-01}
                """);
    }

    private void rows(String rows) throws IOException {
        Files.writeString(folder.resolve(AdministrativeUnits.FILE), HEAD + rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thôn 8, xã Ea Thử, huyện Mẫu Sơn, tỉnh Phú Yên  | xã Mẫu Sơn, tỉnh Đắk Lắk  | XA
            Thôn 8, Xã Ea Thử, H. Mẫu Giang, Phú Yên        | xã Mẫu Giang, tỉnh Đắk Lắk | XA
            Thôn 8, xã Ea Thử, huyện Mẫu Giang, tỉnh Phu Yen | xã Mẫu Giang, tỉnh Đắk Lắk | XA
            Thôn 8, xã Mẫu Sơn, tỉnh Đắk Lắk                | xã Mẫu Sơn, tỉnh Đắk Lắk  | XA
            xã Ea Thử, tỉnh Phú Yên                         | tỉnh Đắk Lắk              | TINH
            xã Chia Đôi, huyện Mẫu Giang, tỉnh Phú Yên      | tỉnh Đắk Lắk              | TINH
            xã Mai Sau, huyện Xa, tỉnh Đắk Lắk              | tỉnh Đắk Lắk              | TINH
            12 Lê Lợi, quận 1, TP. Hồ Chí Minh              | thành phố Hồ Chí Minh     | TINH
            """)
    void isResolvedAsFarAsTheListsSay(String printed, String today, AddressToday.Level level) {
        AddressToday unit = AdministrativeUnits.load(folder).resolve(printed, TODAY);
        assertThat(unit.text()).isEqualTo(today);
        assertThat(unit.level()).isEqualTo(level);
        assertThat(unit.since()).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void isNeverGuessed() {
        AddressToday unit = AdministrativeUnits.load(folder).resolve("Thôn 8, xã Ea Thử", TODAY);
        assertThat(unit.level()).isEqualTo(AddressToday.Level.KHONG_RO);
        assertThat(unit.text()).isEmpty();
    }

    @Test
    void aProvinceThatTheRegisterDoesNotKnowIsAFaultWithItsLine() throws IOException {
        rows("  - {province: \"Không Có\", district: \"huyện A\", ward: \"xã B\", now: \"xã C\", from: 2025-07-01}\n");
        assertThatThrownBy(() -> AdministrativeUnits.load(folder)).hasMessageContaining("units.yml, dòng 4");
    }
}
