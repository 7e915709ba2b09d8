package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

/** How what the bytes say and what DSS says become one verdict; nothing is signed here. */
class PdfVerdictTest {

    private static final byte[] FILE = HandMade.bytes("a file of forty bytes, it is never read ");
    private static final SignatureDictionary ONLY = signature("Agency", 0, 10, 20, 20);
    private static final SignatureDictionary FIRST = signature("Clerk", 0, 5, 8, 10);
    private static final SignatureDictionary STAMP =
            new SignatureDictionary("", true, 7, List.of(0L, 11L, 15L, 25L), new byte[1]);

    private final Map<SignatureDictionary, List<Finding>> each = new LinkedHashMap<>();
    private final List<Finding> document = new ArrayList<>();
    private List<SignatureDictionary> dictionaries = List.of(ONLY);
    private Optional<SignatureDictionary> judged = Optional.of(ONLY);
    private RawTraces traces = new RawTraces(true, Set.of(), false);
    private boolean encrypted;
    private int pages = 1;
    private int updates;
    private AgencyRegister register = AgencyRegister.NONE;
    private byte[] file = FILE;
    private @Nullable Boolean pictures;
    private final Map<String, List<Finding>> anchors = new LinkedHashMap<>();

    private static SignatureDictionary signature(String field, Long... range) {
        return new SignatureDictionary(field, false, 3, List.of(range), new byte[1]);
    }

    private static SignatureDictionary signature(String field, long... range) {
        return signature(field, Arrays.stream(range).boxed().toArray(Long[]::new));
    }

    private static SaidByDss said(SignatureDictionary of) {
        return new SaidByDss()
                .range(of.range().stream().mapToLong(Long::longValue).toArray());
    }

    private PdfVerdict unjudged() {
        SignatureSearch.Result search = new SignatureSearch.Result(
                dictionaries, traces, true, encrypted, false, pages, EmbeddedProofs.Store.EMPTY);
        return new PdfVerdict(file, search, new StructureCheck(judged, each, document, updates), register);
    }

    private PdfVerdict judged(SaidByDss... said) {
        PdfVerdict verdict = unjudged();
        List<List<Long>> ranges =
                dictionaries.stream().map(SignatureDictionary::range).toList();
        verdict.judge((bytes, compare) -> {
            assertThat(bytes).isSameAs(file);
            pictures = compare;
            return new DssCheck.Result(
                    Arrays.stream(said).map(SaidByDss::wrapper).toList(), ranges, SaidByDss.reportOf(said), anchors);
        });
        return verdict;
    }

    private static List<String> codes(PdfVerdict verdict) {
        return Finding.reasons(verdict.findings()).stream().map(Reason::code).toList();
    }

    private static List<String> codes(Signature signature) {
        return signature.reasons().stream().map(Reason::code).toList();
    }

    private static SignatureVerdict worst(PdfVerdict verdict) {
        return Finding.worst(verdict.findings(), SignatureVerdict.CAN_XEM_XET);
    }

    @Test
    void whereNothingStandsAgainstItTheSignatureIsValid() {
        PdfVerdict verdict = judged(said(ONLY).best(SaidByDss.CLAIMED));
        assertThat(codes(verdict)).containsExactly("OK");
        assertThat(worst(verdict)).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(pictures).isFalse();
        Signature signature = verdict.signatures().get(0);
        assertThat(signature.field()).isEqualTo("Agency");
        assertThat(signature.verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(verdict.findings().get(0).message())
                .isEqualTo(signature.reasons().get(0).message());
    }

    @Test
    void whatTheBytesSayIsKept() {
        each.put(ONLY, List.of(Finding.of(SignatureReason.GAP_BAD)));
        document.add(Finding.of(SignatureReason.SIG_HIDDEN));
        PdfVerdict verdict = judged(said(ONLY));
        assertThat(codes(verdict)).containsExactly("GAP_BAD", "SIG_HIDDEN");
        assertThat(worst(verdict)).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(codes(verdict.signatures().get(0))).containsExactly("GAP_BAD", "SIG_HIDDEN");
        PdfVerdict more = unjudged();
        more.add(Finding.of(SignatureReason.PROOF_DAMAGED));
        assertThat(codes(more)).containsExactly("GAP_BAD", "SIG_HIDDEN", "PROOF_DAMAGED");
    }

    @Test
    void whatCannotBeLookedIntoIsNeverValid() {
        encrypted = true;
        assertThat(codes(judged(said(ONLY)))).containsExactly("OK"); // one signature over every byte
        dictionaries = List.of(FIRST, ONLY);
        assertThat(judged(said(FIRST), said(ONLY)).findings())
                .containsExactly(Finding.incomplete("tệp được mã hóa, có nhiều chữ ký hoặc dấu thời gian"));
        dictionaries = List.of(ONLY);
        encrypted = false;
        traces = new RawTraces(true, Set.of(), true);
        assertThat(judged(said(ONLY)).findings()).containsExactly(Finding.incomplete("có phần nén không đọc được"));
    }

    @Test
    void pagesAreComparedWhereSignaturesFollowOneAnother() {
        dictionaries = List.of(FIRST, ONLY);
        pages = DssCheck.PAGES_COMPARED;
        assertThat(codes(judged(said(FIRST), said(ONLY)))).containsExactly("OK");
        assertThat(pictures).isTrue();
        pages++;
        assertThat(codes(judged(said(FIRST), said(ONLY)))).containsExactly("NOT_COMPARED");
        dictionaries = List.of(ONLY, STAMP);
        assertThat(codes(judged(said(ONLY)))).containsExactly("OK");
        assertThat(pictures).isFalse();
    }

    @Test
    void aLibraryThatFailsIsAReasonToLook() {
        PdfVerdict verdict = unjudged();
        verdict.judge((bytes, compare) -> {
            throw new IllegalStateException("crafted");
        });
        assertThat(codes(verdict)).containsExactly("SIG_UNREADABLE", "CHECK_INCOMPLETE");
        assertThat(verdict.findings()).contains(Finding.incomplete("IllegalStateException"));
        Signature signature = verdict.signatures().get(0);
        assertThat(signature.field()).isEqualTo("Agency");
        assertThat(signature.signer()).isEmpty();
        assertThat(codes(signature)).containsExactly("SIG_UNREADABLE");
        assertThat(signature.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }

    @Test
    void whatTheLibraryDoesNotSeeIsUnreadable() {
        PdfVerdict verdict = judged(said(FIRST));
        assertThat(codes(verdict.signatures().get(0))).containsExactly("SIG_UNREADABLE");
        PdfVerdict missed = unjudged();
        missed.judge((bytes, compare) ->
                new DssCheck.Result(List.of(said(ONLY).wrapper()), List.of(), SaidByDss.reportOf(said(ONLY)), anchors));
        assertThat(codes(missed)).containsExactly("SIG_UNREADABLE");
        dictionaries = List.of(ONLY, STAMP);
        PdfVerdict stamp = unjudged();
        stamp.judge((bytes, compare) -> new DssCheck.Result(
                List.of(said(ONLY).wrapper()), List.of(ONLY.range()), SaidByDss.reportOf(said(ONLY)), anchors));
        assertThat(codes(stamp)).containsExactly("SIG_UNREADABLE");
    }

    @Test
    void aTimeStampIsNobodysWill() {
        dictionaries = List.of(STAMP);
        judged = Optional.empty();
        PdfVerdict verdict = judged();
        assertThat(verdict.findings()).containsExactly(Finding.incomplete("chỉ có dấu thời gian, không có chữ ký"));
        assertThat(verdict.signatures()).isEmpty();
    }

    @Test
    void signaturesAreToldInTheirOrder() {
        SignatureDictionary insane = signature("Broken", 5, 5, 5, 5);
        dictionaries = List.of(insane, ONLY, FIRST);
        PdfVerdict verdict = judged(said(ONLY).as("Q"), said(FIRST));
        assertThat(verdict.signatures()).extracting(Signature::field).containsExactly("Clerk", "Agency", "Broken");
    }

    @Test
    void whatStandsAgainstTheDocumentStandsAgainstTheLastSignature() {
        dictionaries = List.of(FIRST, ONLY);
        document.add(Finding.of(SignatureReason.ACTIVE_CONTENT));
        each.put(FIRST, List.of(Finding.of(SignatureReason.GAP_ELSEWHERE)));
        PdfVerdict verdict = judged(said(FIRST), said(ONLY).as("Q"));
        assertThat(codes(verdict.signatures().get(0))).containsExactly("GAP_ELSEWHERE");
        assertThat(codes(verdict.signatures().get(1))).containsExactly("ACTIVE_CONTENT");
    }

    @Test
    void changesBehindTheLastSignatureAreHarmAndBetweenSignaturesADoubt() {
        dictionaries = List.of(FIRST, ONLY);
        assertThat(codes(judged(said(FIRST).undefined(), said(ONLY).as("Q")))).containsExactly("CHANGED_BETWEEN");
        assertThat(judged(said(FIRST).undefined(), said(ONLY).as("Q"))
                        .findings()
                        .get(0)
                        .message())
                .contains("chữ ký 1 và chữ ký 2");
        assertThat(codes(judged(said(FIRST).as("Q"), said(ONLY).undefined()))).containsExactly("CHANGED_AFTER");
        assertThat(codes(judged(said(FIRST).filled("Agency"), said(ONLY).as("Q"))))
                .containsExactly("OK");
        assertThat(codes(judged(said(FIRST).filled("Other"), said(ONLY).as("Q"))))
                .containsExactly("CHANGED_BETWEEN");
    }

    @Test
    void updatesThatTheLibraryDoesNotListAreForAPerson() {
        updates = 1;
        assertThat(codes(judged(said(ONLY).unmodified()))).containsExactly("TAIL_UNLISTED");
        assertThat(codes(judged(said(ONLY)))).containsExactly("OK");
        dictionaries = List.of(FIRST);
        assertThat(codes(judged(said(FIRST).unmodified()))).containsExactly("OK");
        dictionaries = List.of(ONLY);
        assertThat(codes(judged(said(ONLY).undefined()))).containsExactly("CHANGED_AFTER");
        updates = 0;
        assertThat(codes(judged(said(ONLY).unmodified()))).containsExactly("OK");
    }

    @Test
    void whatAnchorsDoNotVouchForIsKept() {
        anchors.put("SIG", List.of(Finding.of(SignatureReason.NO_TRUST_ANCHOR, "CA Thử")));
        PdfVerdict verdict = judged(said(ONLY));
        assertThat(codes(verdict)).containsExactly("NO_TRUST_ANCHOR");
        assertThat(codes(verdict.signatures().get(0))).containsExactly("NO_TRUST_ANCHOR");
    }

    @Test
    void theLastSignerHasToBeInTheRegister() {
        SaidByDss said = said(ONLY);
        said.signer.setOrganizationName("Cơ quan Thử");
        said.signer.setDigestAlgoAndValue(SaidByDss.digest(DigestAlgorithm.SHA256, new byte[] {1, 2}));
        String hash = HexFormat.of().formatHex(new byte[] {1, 2});
        for (AgencyRegister known : List.of(
                new AgencyRegister(true, Set.of(), Set.of("CN=Cán bộ Thử")),
                new AgencyRegister(true, Set.of(), Set.of("O=Cơ quan Thử")),
                new AgencyRegister(true, Set.of(hash), Set.of()))) {
            register = known;
            assertThat(codes(judged(said))).containsExactly("OK");
        }
        register = new AgencyRegister(true, Set.of("00"), Set.of("CN=Người Khác"));
        PdfVerdict verdict = judged(said);
        assertThat(codes(verdict)).containsExactly("LAST_NOT_AGENCY");
        assertThat(verdict.findings().get(0).message()).contains("Cán bộ Thử");
        register = new AgencyRegister(true, Set.of(hash), Set.of());
        said.signer.setDigestAlgoAndValue(SaidByDss.digest(DigestAlgorithm.SHA512, new byte[] {1, 2}));
        assertThat(codes(judged(said))).containsExactly("LAST_NOT_AGENCY");
        said.signer.setDigestAlgoAndValue(null);
        assertThat(codes(judged(said))).containsExactly("LAST_NOT_AGENCY");
    }

    @Test
    void onlyTheLastSignerHasToBeInTheRegister() {
        dictionaries = List.of(FIRST, ONLY);
        register = new AgencyRegister(true, Set.of(), Set.of("CN=Cơ quan Thử"));
        SaidByDss last = said(ONLY).as("Q");
        last.signer.setCommonName("Cơ quan Thử");
        assertThat(codes(judged(said(FIRST), last))).containsExactly("OK");
    }

    @Test
    void aSignerNobodyKnowsIsInNoRegister() {
        SaidByDss said = said(ONLY);
        said.signature.setSigningCertificate(null);
        assertThat(judged(said).signatures().get(0).signer()).isEmpty();
        assertThat(codes(judged(said))).containsExactly("OK");
        register = new AgencyRegister(true, Set.of(), Set.of());
        assertThat(codes(judged(said))).containsExactly("LAST_NOT_AGENCY");
    }

    @Test
    void aTimeIsProvenWhereItLiesBeforeTheCheck() {
        Instant checked = SaidByDss.CLAIMED.plusSeconds(60);
        Signature proven = judged(
                        said(ONLY).best(SaidByDss.CLAIMED.plusSeconds(1)).checked(checked))
                .signatures()
                .get(0);
        assertThat(proven.provenTime()).isEqualTo(VietnamTime.time(SaidByDss.CLAIMED.plusSeconds(1)));
        assertThat(proven.claimedTime()).isEqualTo(VietnamTime.time(SaidByDss.CLAIMED));
        assertThat(proven.reasons().get(0).message()).contains(VietnamTime.time(SaidByDss.CLAIMED.plusSeconds(1)));
        Signature claimed =
                judged(said(ONLY).best(checked).checked(checked)).signatures().get(0);
        assertThat(claimed.provenTime()).isNull();
        assertThat(claimed.reasons().get(0).message()).contains(VietnamTime.time(SaidByDss.CLAIMED));
        Signature none = judged(said(ONLY).claims(null).best(checked).checked(checked))
                .signatures()
                .get(0);
        assertThat(none.claimedTime()).isNull();
        assertThat(none.reasons().get(0).message()).contains("không rõ");
        Signature open = judged(said(ONLY).best(SaidByDss.CLAIMED)).signatures().get(0);
        assertThat(open.provenTime()).isNull();
        assertThat(judged(said(ONLY).checked(checked)).signatures().get(0).provenTime())
                .isNull();
    }

    @Test
    void aSignatureSaysWhatItIsAndWhatItCovers() {
        Signature whole = judged(said(ONLY)).signatures().get(0);
        assertThat(whole.signer()).isEqualTo("Cán bộ Thử");
        assertThat(whole.coversWholeFile()).isTrue();
        file = HandMade.bytes("a file of forty bytes, it is never read \n\n");
        assertThat(judged(said(ONLY)).signatures().get(0).coversWholeFile()).isTrue();
        file = HandMade.bytes("a file of forty bytes, it is never read \nx");
        assertThat(judged(said(ONLY)).signatures().get(0).coversWholeFile()).isFalse();
        file = Arrays.copyOf(FILE, 39);
        assertThat(judged(said(ONLY)).signatures().get(0).coversWholeFile()).isFalse();
        SaidByDss unsure = said(ONLY).indeterminate(SubIndication.TRY_LATER);
        file = FILE;
        assertThat(judged(unsure).signatures().get(0).subIndication()).isEqualTo("TRY_LATER");
        assertThat(judged(unsure).signatures().get(0).verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(judged(said(ONLY).says(Indication.PASSED, null))
                        .signatures()
                        .get(0)
                        .subIndication())
                .isEmpty();
    }

    @Test
    void allSignersOfOneSignatureAreTold() {
        PdfVerdict verdict = judged(said(ONLY), said(ONLY).as("Q").indeterminate(SubIndication.TRY_LATER));
        assertThat(verdict.signatures()).hasSize(2);
        assertThat(codes(verdict)).containsExactly("REVOCATION_UNKNOWN");
    }
}
