package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierValuesTest {

    @Nested
    class ADateOfAPaper {
        @ParameterizedTest
        @ValueSource(strings = {"2018", "2018-09", "2018-09-28", "2024-02-29"})
        void keepsItsPrecision(String iso) {
            assertThat(PartialDate.parse(iso)).hasToString(iso);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "18",
                    "2018-13",
                    "2018-00",
                    "2018-02-30",
                    "2023-02-29",
                    "2018-9-28-1",
                    "28/09/2018",
                    "2018-",
                    "-2018"
                })
        void thatIsNoneIsRefused(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
        }

        @Test
        void neverInventsADay() {
            assertThat(PartialDate.parse("2018-09").exact()).isEmpty();
            assertThat(PartialDate.parse("2018").earliest()).isEqualTo(LocalDate.of(2018, 1, 1));
            assertThat(PartialDate.parse("2018-09-28").exact()).contains(LocalDate.of(2018, 9, 28));
            assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2018, null, 5));
        }

        @Test
        void isWrittenInAsciiDigitsWhereverTheServerStands() {
            Locale before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            try {
                assertThat(PartialDate.parse("2018-09-28")).hasToString("2018-09-28");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class TheNumberOfAnOwner {
        @ParameterizedTest
        @CsvSource({
            "001075123456, CITIZEN, 001075123456",
            "0010 7512 3456, CITIZEN, 001075123456",
            "0100233488, TAX, 0100233488",
            "0314409058002, TAX, 0314409058-002",
            "0312 68 78 78 - 001, TAX, 0312687878-001",
            "012345678, OLD_CARD, 012345678"
        })
        void isFoundInAnyUsualSpelling(String written, OwnerId.Kind kind, String value) {
            assertThat(OwnerId.find(written)).contains(new OwnerId(kind, value));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0100233480", "12345", "101075123456", "không rõ", "0314409058-000"})
        void isNotFoundWhereThereIsNone(String written) {
            assertThat(OwnerId.find(written)).isEmpty();
        }

        @Test
        void isShownMasked() {
            assertThat(OwnerId.find("001075123456").orElseThrow()).hasToString("•••••••••456");
            assertThat(new Person(OwnerId.find("001075123456").orElseThrow(), "Trần Thị Mẫu").toString())
                    .doesNotContain("Trần", "001075123");
            assertThat(new CitizenId("001075123456").toString()).doesNotContain("001075123");
        }

        @Test
        void isNotQuotedWhenItIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CitizenId("901075123456"))
                    .withMessageNotContaining("901075123456");
        }
    }

    @Nested
    class Codes {
        @Test
        void nameTheirAgency() {
            assertThat(new DossierCode("H15.50.05.13-261008-0975").agency()).isEqualTo(new AgencyCode("H15.50.05.13"));
            assertThat(new AgencyCode("000.00.04.G14").levelOne()).isEqualTo("G14");
            assertThat(new AgencyCode("H15.50.05").levelOne()).isEqualTo("H15");
        }

        @Test
        void ofOneProcedureShareTheirBase() {
            assertThat(new ProcedureCode("1.004873.000.00.00.H58").base())
                    .isEqualTo(new ProcedureCode("1.004873").base());
        }

        @Test
        void ofResultsAreWrittenWithoutBrackets() {
            DossierCode dossier = new DossierCode("H15.12-260105-0042");
            assertThat(ResultCode.of(dossier, 2)).hasToString("H15.12-260105-0042-KQ2");
            assertThatIllegalArgumentException().isThrownBy(() -> ResultCode.of(dossier, 1000));
        }

        @ParameterizedTest
        @ValueSource(strings = {"H15.12-260230-0042", "H15.12", "", "H15.12-260105-0042\n<script>"})
        void thatAreNoDossierCodesAreRefused(String code) {
            assertThatIllegalArgumentException().isThrownBy(() -> new DossierCode(code));
        }
    }

    @Nested
    class APaper {
        @Test
        void hasTheSameIdHoweverOftenItIsSent() {
            DossierCode dossier = new DossierCode("H15.12-260105-0042");
            DocumentId first = DocumentId.of(dossier, "giấy-khai-sinh.pdf", 1);
            assertThat(DocumentId.of(dossier, "giấy-khai-sinh.pdf", 1)).isEqualTo(first);
            assertThat(DocumentId.of(dossier, "giấy-khai-sinh.pdf", 2)).isNotEqualTo(first);
            assertThat(DocumentId.of(new DossierCode("H15.12-260105-0043"), "giấy-khai-sinh.pdf", 1))
                    .isNotEqualTo(first);
            assertThat(DocumentId.parse(first.toString())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"../a.pdf", "a/b.pdf", "a\\b.pdf", " ", ""})
        void hasAFileNameThatIsNoPath(String name) {
            Sha256 hash = Sha256.of("x".getBytes(StandardCharsets.UTF_8));
            assertThatIllegalArgumentException().isThrownBy(() -> new SourceFile(name, hash, 1));
        }
    }
}
