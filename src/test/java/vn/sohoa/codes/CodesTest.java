package vn.sohoa.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocCode;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ResultCode;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;

class CodesTest {
    private static final Path TEMPLATES = Path.of("jobs/reference/code-templates.yml");
    private static final CodeIssuer ISSUER = CodeIssuer.load(TEMPLATES);
    private static final DossierCode CODE = new DossierCode("H15.12-260105-0042");
    private static final AgencyCode UNIT = new AgencyCode("H15.12");
    private static final Dossier DOSSIER = new Dossier(CODE, null, null, null, null, null, UNIT, UNIT, null);
    private static final DocumentType BIRTH = new DocumentType("GIAY_KHAI_SINH", "Giấy khai sinh");

    private static Document paper(
            int ordinal, DocumentType type, @Nullable String owner, boolean result, @Nullable String code) {
        SourceFile file = new SourceFile(ordinal + ".pdf", Sha256.of(new byte[] {(byte) ordinal}), 1);
        return new Document(
                DocumentId.of(CODE, file.name(), 1),
                CODE,
                ordinal,
                1,
                file,
                "t",
                CopyForm.ORIGINAL,
                false,
                result,
                Instant.EPOCH,
                DigitisationStatus.EXTRACTED,
                ReuseStanding.values()[0],
                "application/pdf",
                1,
                type,
                90,
                List.of(),
                owner == null ? null : OwnerId.find(owner).orElseThrow(),
                null,
                null,
                null,
                "",
                code,
                List.of(),
                null,
                null);
    }

    @Nested
    class TheCodeOfADigitisedPaper {
        @Test
        void isTheSameHoweverOftenItIsAskedFor() {
            Document paper = paper(3, BIRTH, "001075123456", false, null);
            String code = ISSUER.digitisedResultCode(DOSSIER, paper);
            assertThat(code).isEqualTo("001075123456.GIAY_KHAI_SINH.H15.12-260105-0042.003");
            assertThat(CodeIssuer.load(TEMPLATES).digitisedResultCode(DOSSIER, paper))
                    .isEqualTo(code);
        }

        @Test
        void differsFromPaperToPaperAndHasAnEmptyPlaceWithoutOwner() {
            assertThat(ISSUER.digitisedResultCode(DOSSIER, paper(1, BIRTH, null, false, null)))
                    .isEqualTo(".GIAY_KHAI_SINH.H15.12-260105-0042.001")
                    .isNotEqualTo(ISSUER.digitisedResultCode(DOSSIER, paper(2, BIRTH, null, false, null)));
        }

        @Test
        void carriesTheNationalTypeOfAResult() {
            assertThat(ISSUER.digitisedResultCode(DOSSIER, paper(1, BIRTH, null, true, null)))
                    .contains("KQ.G15.000031");
        }

        @Test
        void staysOnceItIsIssued() {
            assertThat(ISSUER.digitisedResultCode(DOSSIER, paper(1, BIRTH, null, false, "OLD")))
                    .isEqualTo("OLD");
        }

        @Test
        void isNotGivenToAPaperOfUnknownType() {
            assertThatThrownBy(() ->
                            ISSUER.digitisedResultCode(DOSSIER, paper(1, DocumentType.UNKNOWN, null, false, null)))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.FIELD_MISSING));
        }

        @Test
        void cannotBeMadeFromATemplateThatWouldDoubleIt(@TempDir Path folder) throws IOException {
            for (String bad : List.of(
                    "digitisedResult: \"{owner}.{type}\"\nlongest: 140\n",
                    "digitisedResult: \"{dossier}.{ordinal}.{serial}\"\nlongest: 140\n",
                    "digitisedResult: \"{dossier}{ordinal}\"\nlongest: 140\n",
                    "digitisedResult: \"{dossier}.{ordinal}\"\nresultTypes: {A: KQ.1}\nlongest: 140\n",
                    "digitisedResult: \"{dossier}.{ordinal}\"\nmore: 1\nlongest: 140\n")) {
                Path file = Files.writeString(folder.resolve("c.yml"), "version: \"1\"\n" + bad);
                assertThatThrownBy(() -> CodeIssuer.load(file)).hasMessageMatching("(?s).*c\\.yml, dòng [23].*");
            }
            Path good = Files.writeString(
                    folder.resolve("c.yml"),
                    "version: \"1\"\ndigitisedResult: \"{dossier}.{ordinal}\"\nlongest: 140\n");
            assertThat(CodeIssuer.load(good)).isNotNull();
        }
    }

    @Test
    void resultsAreCountedInTheirOrder() {
        Document first = paper(2, BIRTH, null, true, null);
        Document second = paper(5, BIRTH, null, true, null);
        List<Document> all = List.of(second, paper(1, BIRTH, null, false, null), first);
        assertThat(ISSUER.resultCode(DOSSIER, all, second)).contains(ResultCode.of(CODE, 2));
        assertThat(ISSUER.resultCode(DOSSIER, all, first)).contains(ResultCode.of(CODE, 1));
        assertThat(ISSUER.resultCode(DOSSIER, all, all.get(1))).isEmpty();
    }

    @Test
    void aResultThatIsIssuedAgainKeepsItsNumber() {
        Document first = paper(1, BIRTH, null, true, null);
        Document second = paper(2, BIRTH, null, true, null);
        Document again = new Document(
                DocumentId.of(CODE, first.source().name(), 2),
                CODE,
                3,
                1,
                new SourceFile(first.source().name(), Sha256.of(new byte[] {9}), 1),
                "t",
                CopyForm.ORIGINAL,
                false,
                true,
                Instant.EPOCH,
                DigitisationStatus.EXTRACTED,
                ReuseStanding.values()[0],
                "application/pdf",
                1,
                BIRTH,
                90,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                null,
                null);
        List<Document> all = List.of(first, second, again);
        assertThat(ISSUER.resultCode(DOSSIER, all, again)).contains(ResultCode.of(CODE, 1));
        assertThat(ISSUER.resultCode(DOSSIER, all, second)).contains(ResultCode.of(CODE, 2));
    }

    @Test
    void aDocumentCodeHasAtMostThirtyCharacters() {
        assertThat(ISSUER.docCode(new AgencyCode("G06.01"), "CV", 21, 1)).isEqualTo(new DocCode("G06.01_CV_000021_V1"));
        assertThatThrownBy(() -> ISSUER.docCode(new AgencyCode("H58.13.35.01.02.03"), "CTr", 1, 1))
                .hasMessageContaining("32 ký tự, cho phép 30");
        assertThatThrownBy(() -> ISSUER.docCode(new AgencyCode("G06.01"), "C V", 21, 1))
                .isInstanceOf(DigitisationException.class);
    }

    @Nested
    class FileNamesOf {
        private final DocCode code = new DocCode("H20.01.05_QĐ_000001_V2");

        @Test
        void theGuideHaveAPlainDescription() {
            LocalDate day = LocalDate.of(2026, 8, 31);
            assertThat(FileNames.cv7197(code, day, "Giấy khai sinh (Đỗ)", "PDF"))
                    .isEqualTo("H20.01.05_QĐ_000001_V2_20260831_giay-khai-sinh-do.pdf");
            assertThat(FileNames.cv7197(code, day, "…", "pdf")).isEqualTo("H20.01.05_QĐ_000001_V2_20260831.pdf");
            assertThatThrownBy(() -> FileNames.cv7197(code, day, "", "../x")).isInstanceOf(DigitisationException.class);
        }

        @Test
        void theArchiveHaveSevenDigits() {
            assertThat(FileNames.tt05("G09.2021.01.TCCB", 12)).isEqualTo("G09.2021.01.TCCB.0000012.pdf");
            assertThat(FileNames.tt05Unsplit("G09.2021.01.TCCB")).isEqualTo("G09.2021.01.TCCB.pdf");
            assertThatThrownBy(() -> FileNames.tt05("../G09", 1)).isInstanceOf(DigitisationException.class);
            assertThatThrownBy(() -> FileNames.tt05("G09", 0)).isInstanceOf(DigitisationException.class);
        }
    }

    @Nested
    class TheRegister {
        private final AgencyRegister register = AgencyRegister.load(Path.of("jobs/reference/agencies.yml"));
        private final LocalDate before = LocalDate.of(2025, 6, 30);
        private final LocalDate after = LocalDate.of(2025, 7, 1);

        @Test
        void hasEveryProvinceAndLeavesThirtyFourOpen() {
            List<Agency> provinces = register.all().stream()
                    .filter(a -> a.code().startsWith("H"))
                    .toList();
            assertThat(provinces).hasSize(63);
            assertThat(provinces).filteredOn(a -> a.openOn(after)).hasSize(34);
        }

        @Test
        void warnsOfAClosedCodeFromItsDayOn() {
            assertThat(register.resolve(new AgencyCode("H45.03"), before))
                    .isEqualTo(new ResolvedAgency(new AgencyCode("H45.03"), null));
            ResolvedAgency resolved = register.resolve(new AgencyCode("H45.03"), after);
            assertThat(resolved.code()).isEqualTo(new AgencyCode("H15"));
            assertThat(resolved.warning().orElseThrow()).contains("Phú Yên", "H15", "Đắk Lắk");
        }

        @Test
        void neverRefuses() {
            LocalDate day = LocalDate.of(2026, 1, 5);
            assertThat(register.resolve(new AgencyCode("000.00.04.G14"), day)
                            .warning()
                            .orElseThrow())
                    .contains("chưa khai báo cơ quan kế thừa");
            assertThat(register.resolve(new AgencyCode("H99"), day).warning()).isPresent();
            assertThat(register.resolve(new AgencyCode("Z240000000001"), day).warning())
                    .isEmpty();
            assertThat(register.name(new AgencyCode("H15.12"))).contains("Đắk Lắk");
        }

        @Test
        void knowsPredecessors() {
            assertThat(register.withPredecessors(new AgencyCode("H29"))).containsExactlyInAnyOrder("H29", "H06", "H09");
        }

        @Test
        void refusesACircle(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(
                    folder.resolve("a.yml"),
                    "version: \"1\"\nvalidFrom: 2025-07-01\nagencies:\n  - {code: H01, name: A, closed: 2025-07-01, successor: H02}\n"
                            + "  - {code: H02, name: B, closed: 2025-07-01, successor: H01}\n");
            assertThatThrownBy(() -> AgencyRegister.load(file))
                    .hasMessageContaining("a.yml, dòng 5: kế thừa vòng tròn");
        }
    }
}
