package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.dossier.SignatureVerdict;

/** Each word of ETSI's in ours, and where a signature stands among others. */
class DssFindingsTest {

    private static final DssFindings.Place LAST = new DssFindings.Place(true, 1, 1, Set.of("Agency"));
    private static final DssFindings.Place EARLIER = new DssFindings.Place(false, 1, 2, Set.of("Clerk", "Agency"));

    private static List<Finding> of(SaidByDss said, DssFindings.Place place) {
        return DssFindings.of(said.wrapper(), said.report(), place);
    }

    private static List<String> codes(SaidByDss said, DssFindings.Place place) {
        return of(said, place).stream().map(finding -> finding.code().name()).toList();
    }

    private static List<String> codes(SaidByDss said) {
        return codes(said, LAST);
    }

    private static SaidByDss said() {
        return new SaidByDss();
    }

    @Test
    void whatPassedHasNoFinding() {
        assertThat(codes(said())).isEmpty();
        assertThat(codes(said().says(Indication.PASSED, null))).isEmpty();
        assertThat(codes(said(), EARLIER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HASH_FAILURE, CONTENT_CHANGED, KHONG_HOP_LE",
        "SIG_CRYPTO_FAILURE, SIGNATURE_BROKEN, KHONG_HOP_LE",
        "FORMAT_FAILURE, CHANGED_AFTER, KHONG_HOP_LE",
        "REVOKED, REVOKED, KHONG_HOP_LE",
        "EXPIRED, CERT_OUT_OF_DATE, KHONG_HOP_LE",
        "NOT_YET_VALID, CERT_OUT_OF_DATE, KHONG_HOP_LE",
        "REVOKED_NO_POE, TIME_UNKNOWN, CAN_XEM_XET",
        "REVOKED_CA_NO_POE, TIME_UNKNOWN, CAN_XEM_XET",
        "OUT_OF_BOUNDS_NO_POE, TIME_UNKNOWN, CAN_XEM_XET",
        "OUT_OF_BOUNDS_NOT_REVOKED, TIME_UNKNOWN, CAN_XEM_XET",
        "NO_POE, TIME_UNKNOWN, CAN_XEM_XET",
        "TRY_LATER, REVOCATION_UNKNOWN, CAN_XEM_XET",
        "REVOCATION_OUT_OF_BOUNDS_NO_POE, REVOCATION_UNKNOWN, CAN_XEM_XET",
        "NO_CERTIFICATE_CHAIN_FOUND, NO_TRUST_ANCHOR, CAN_XEM_XET",
        "NO_CERTIFICATE_CHAIN_FOUND_NO_POE, NO_TRUST_ANCHOR, CAN_XEM_XET",
        "NO_SIGNING_CERTIFICATE_FOUND, NO_TRUST_ANCHOR, CAN_XEM_XET",
        "CERTIFICATE_CHAIN_GENERAL_FAILURE, NO_TRUST_ANCHOR, CAN_XEM_XET",
        "CHAIN_CONSTRAINTS_FAILURE, NO_TRUST_ANCHOR, CAN_XEM_XET",
        "CRYPTO_CONSTRAINTS_FAILURE, OLD_ALGORITHM, CAN_XEM_XET",
        "CRYPTO_CONSTRAINTS_FAILURE_NO_POE, OLD_ALGORITHM, CAN_XEM_XET",
        "TIMESTAMP_ORDER_FAILURE, TIMESTAMP_BAD, CAN_XEM_XET",
        "SIG_CONSTRAINTS_FAILURE, CHECK_INCOMPLETE, CAN_XEM_XET",
        "SIGNED_DATA_NOT_FOUND, CHECK_INCOMPLETE, CAN_XEM_XET",
        "POLICY_PROCESSING_ERROR, CHECK_INCOMPLETE, CAN_XEM_XET",
        "SIGNATURE_POLICY_NOT_AVAILABLE, CHECK_INCOMPLETE, CAN_XEM_XET",
    })
    void aReasonOfEtsiIsOneOfOurs(SubIndication sub, String code, SignatureVerdict verdict) {
        List<Finding> found = of(said().indeterminate(sub), LAST);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.verdict()).isEqualTo(verdict);
        });
        assertThat(codes(said().says(Indication.TOTAL_FAILED, sub))).containsExactly(code);
    }

    @ParameterizedTest
    @EnumSource(SubIndication.class)
    void noReasonOfEtsiIsWithoutOne(SubIndication sub) {
        assertThat(of(said().indeterminate(sub), LAST))
                .isNotEmpty()
                .noneMatch(finding -> finding.verdict() == SignatureVerdict.HOP_LE);
    }

    @Test
    void noReasonAtAllIsIncomplete() {
        assertThat(codes(said().says(Indication.INDETERMINATE, null))).containsExactly("CHECK_INCOMPLETE");
        assertThat(codes(said().says(Indication.FAILED, null))).containsExactly("CHECK_INCOMPLETE");
    }

    @Test
    void aBrokenSignatureIsSaidWhateverTheReason() {
        assertThat(codes(said().indeterminate(SubIndication.TRY_LATER).broken(false, false)))
                .containsExactly("REVOCATION_UNKNOWN", "SIGNATURE_BROKEN");
        assertThat(codes(said().indeterminate(SubIndication.TRY_LATER).broken(true, false)))
                .containsExactly("REVOCATION_UNKNOWN", "CONTENT_CHANGED");
    }

    @Test
    void aChainThatIsTrustedLacksRevocationOrSomethingElse() {
        for (SubIndication sub :
                List.of(SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE, SubIndication.CHAIN_CONSTRAINTS_FAILURE)) {
            assertThat(codes(said().indeterminate(sub).trusted())).containsExactly("REVOCATION_UNKNOWN");
            assertThat(codes(said().indeterminate(sub).trusted().revocation(null)))
                    .containsExactly("CHECK_INCOMPLETE");
            SaidByDss nobody = said().indeterminate(sub).trusted();
            nobody.signature.setSigningCertificate(null);
            assertThat(codes(nobody)).containsExactly("NO_TRUST_ANCHOR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BBB_FC_DMDP, DOCMDP_VIOLATED",
        "BBB_FC_FMDP, DOCMDP_VIOLATED",
        "BBB_FC_SFL, DOCMDP_VIOLATED",
        "BBB_FC_DBTOOST, RANGE_COLLISION",
        "BBB_FC_VBR, BYTERANGE_BAD",
        "BBB_FC_IBRV, BYTERANGE_BAD",
        "BBB_FC_OTHER, CHANGED_AFTER",
    })
    void aFaultOfFormSaysWhichOne(String key, String code) {
        SaidByDss said = said().indeterminate(SubIndication.FORMAT_FAILURE)
                .error("BBB_X")
                .error(key);
        assertThat(codes(said)).containsExactly(code);
        assertThat(of(said, LAST).get(0).verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
    }

    @ParameterizedTest
    @CsvSource({
        "BBB_FC_DMDP, DOCMDP_VIOLATED, CAN_XEM_XET",
        "BBB_FC_VBR, BYTERANGE_BAD, CAN_XEM_XET",
        "BBB_FC_OTHER, CHANGED_AFTER, CAN_XEM_XET",
        "BBB_FC_DBTOOST, RANGE_COLLISION, KHONG_HOP_LE",
    })
    void aLaterSignatureCoversFaultsOfForm(String key, String code, SignatureVerdict verdict) {
        List<Finding> found =
                of(said().indeterminate(SubIndication.FORMAT_FAILURE).error(key), EARLIER);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.verdict()).isEqualTo(verdict);
        });
    }

    @Test
    void aLaterSignatureCoversNoBrokenOne() {
        List<Finding> found =
                of(said().indeterminate(SubIndication.HASH_FAILURE).broken(true, false), EARLIER);
        assertThat(Finding.worst(found, SignatureVerdict.HOP_LE)).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
    }

    @Test
    void nothingMayFollowTheLastSignature() {
        assertThat(codes(said().undefined())).containsExactly("CHANGED_AFTER");
        assertThat(codes(said().annotated())).containsExactly("CHANGED_AFTER");
        assertThat(codes(said().filled("Agency"))).containsExactly("CHANGED_AFTER");
        assertThat(of(said().otherPicture(2, 5).annotated(), LAST).get(0).message())
                .contains("hình ảnh trang 2, 5", "chú thích (1 chỗ)");
    }

    @Test
    void fivePagesAreNamedAtMost() {
        assertThat(of(said().otherPicture(1, 2, 3, 4, 5), LAST).get(0).message())
                .contains("hình ảnh trang 1, 2, 3, 4, 5.");
        assertThat(of(said().otherPicture(1, 2, 3, 4, 5, 6).pages(9), LAST)
                        .get(0)
                        .message())
                .contains("hình ảnh trang 1, 2, 3, 4, 5…; số trang 9.");
    }

    @Test
    void betweenSignaturesFillingTheirFieldsIsNoChange() {
        assertThat(codes(said().filled("Agency"), EARLIER)).isEmpty();
        assertThat(codes(said().filled("Other"), EARLIER)).containsExactly("CHANGED_BETWEEN");
        assertThat(codes(said().undefined(), EARLIER)).containsExactly("CHANGED_BETWEEN");
        Finding found = of(said().filled("Agency").otherPicture(3), EARLIER).get(0);
        assertThat(found.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(found.message()).contains("Giữa chữ ký 1 và chữ ký 2", "trang 3");
    }

    @Test
    void whatABrokenSignatureLeftBehindIsNotCompared() {
        assertThat(codes(said().indeterminate(SubIndication.SIG_CRYPTO_FAILURE)
                        .broken(false, false)
                        .undefined()))
                .containsExactly("SIGNATURE_BROKEN", "SIGNATURE_BROKEN");
    }

    @Test
    void aSignatureThatIsNoPdfHasNoRevision() {
        SaidByDss beside = said().undefined();
        beside.signature.setPDFRevision(null);
        assertThat(codes(beside)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PASSED, -, ",
                "FAILED, HASH_FAILURE, TIMESTAMP_BAD",
                "FAILED, TRY_LATER, TIMESTAMP_BAD",
                "INDETERMINATE, -, TIMESTAMP_BAD",
                "INDETERMINATE, FORMAT_FAILURE, TIMESTAMP_BAD",
                "INDETERMINATE, REVOKED, TIMESTAMP_BAD",
                "INDETERMINATE, TRY_LATER, ",
                "INDETERMINATE, NO_POE, ",
                "INDETERMINATE, REVOCATION_OUT_OF_BOUNDS_NO_POE, ",
                "INDETERMINATE, OUT_OF_BOUNDS_NO_POE, ",
                "INDETERMINATE, OUT_OF_BOUNDS_NOT_REVOKED, ",
                "INDETERMINATE, NO_CERTIFICATE_CHAIN_FOUND, ",
                "INDETERMINATE, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, ",
                "INDETERMINATE, CERTIFICATE_CHAIN_GENERAL_FAILURE, ",
            })
    void aTimeStampThatIsNotWholeStandsAgainstWhatWouldPass(
            Indication indication, @Nullable SubIndication sub, @Nullable String code) {
        List<String> found = codes(said().stamp(indication, sub));
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactly(code);
        }
        assertThat(codes(said().stamp(Indication.PASSED, null).stamp(indication, sub)))
                .isEqualTo(found);
    }

    @Test
    void besideAnotherReasonOnlyAFailedTimeStampCounts() {
        SaidByDss doubtful = said().indeterminate(SubIndication.TRY_LATER);
        assertThat(codes(doubtful.stamp(Indication.INDETERMINATE, SubIndication.FORMAT_FAILURE)))
                .containsExactly("REVOCATION_UNKNOWN");
        assertThat(codes(doubtful.stamp(Indication.FAILED, null)))
                .containsExactly("REVOCATION_UNKNOWN", "TIMESTAMP_BAD");
    }

    @Test
    void theSignersOwnTimeIsHeldAgainstHim() {
        assertThat(late(SaidByDss.FROM.minusSeconds(1))).containsExactly("REVOCATION_UNKNOWN", "CERT_OUT_OF_DATE");
        assertThat(late(SaidByDss.FROM)).containsExactly("REVOCATION_UNKNOWN");
        assertThat(late(SaidByDss.TO)).containsExactly("REVOCATION_UNKNOWN");
        assertThat(late(SaidByDss.TO.plusSeconds(1))).containsExactly("REVOCATION_UNKNOWN", "CERT_OUT_OF_DATE");
        assertThat(late(null)).containsExactly("REVOCATION_UNKNOWN");
    }

    private static List<String> late(@Nullable Instant claimed) {
        return codes(said().indeterminate(SubIndication.TRY_LATER).claims(claimed));
    }

    @Test
    void whoSaysHeSignedAfterHisRevocationIsRefused() {
        SaidByDss before = said().indeterminate(SubIndication.NO_POE).revocation(SaidByDss.CLAIMED.plusSeconds(1));
        assertThat(codes(before)).containsExactly("TIME_UNKNOWN");
        SaidByDss at = said().indeterminate(SubIndication.NO_POE).revocation(SaidByDss.CLAIMED);
        assertThat(of(at, LAST))
                .anySatisfy(finding -> assertThat(finding.message()).contains("01/06/2026"));
        assertThat(codes(at)).containsExactly("TIME_UNKNOWN", "REVOKED");
        assertThat(codes(said().indeterminate(SubIndication.NO_POE).revocation(null)))
                .containsExactly("TIME_UNKNOWN");
        SaidByDss silent = said().indeterminate(SubIndication.NO_POE)
                .revocation(SaidByDss.FROM)
                .claims(null);
        assertThat(codes(silent)).containsExactly("TIME_UNKNOWN");
        SaidByDss nobody = said().indeterminate(SubIndication.NO_POE);
        nobody.signature.setSigningCertificate(null);
        assertThat(codes(nobody)).containsExactly("TIME_UNKNOWN");
    }

    @Test
    void sentencesNameTheIssuerTheAlgorithmAndTheDay() {
        SaidByDss unknown = said().indeterminate(SubIndication.NO_CERTIFICATE_CHAIN_FOUND);
        assertThat(of(unknown, LAST).get(0).message()).contains("(Gốc Thử)");
        assertThat(of(unknown.chain(SaidByDss.certificate("X", "x", "O=Không tên,C=VN")), LAST)
                        .get(0)
                        .message())
                .contains("(O=Không tên,C=VN)");
        assertThat(of(unknown.chain(), LAST).get(0).message()).contains("(không rõ)");
        assertThat(of(said().indeterminate(SubIndication.CRYPTO_CONSTRAINTS_FAILURE), LAST)
                        .get(0)
                        .message())
                .contains("RSA/SHA1");
        assertThat(of(said().indeterminate(SubIndication.REVOKED), LAST).get(0).message())
                .contains("không rõ ngày");
    }

    @Test
    void aDateThatIsNotThereIsNoInstant() {
        assertThat(DssFindings.instant(null)).isNull();
        assertThat(DssFindings.instant(java.util.Date.from(SaidByDss.FROM))).isEqualTo(SaidByDss.FROM);
    }
}
