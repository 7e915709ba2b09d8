package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;

class ReusePolicyTest {
    private static final String ANY = "1.004873";
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final String RULES = """
            version: "thử"
            rules:
              - {type: GIAY_KHAI_SINH, procedure: "*", kind: NONE, amount: 0, purposeLimited: false,
                 from: 2016-01-01, to: null, basis: "không có thời hạn"}
              - {type: GIAY_KHAM_SUC_KHOE, procedure: "*", kind: MONTHS, amount: 6, purposeLimited: false,
                 from: 2016-01-01, to: null, basis: "sáu tháng"}
              - {type: GIAY_KHAM_SUC_KHOE, procedure: "2.000001", kind: DAYS, amount: 10, purposeLimited: false,
                 from: 2016-01-01, to: null, basis: "mười ngày"}
              - {type: XAC_NHAN, procedure: "*", kind: MONTHS, amount: 6, purposeLimited: true,
                 from: 2016-01-01, to: null, basis: "đúng mục đích"}
              - {type: GCN_DAT, procedure: "*", kind: UNTIL_SUPERSEDED, amount: 0, purposeLimited: false,
                 from: 2016-01-01, to: null, basis: "bản mới nhất"}
              - {type: THE, procedure: "*", kind: AGE_MARKS, amount: 0, purposeLimited: false, marks: [14, 25], leadYears: 2,
                 from: 2016-01-01, basis: "theo tuổi"}
              - {type: DOC_THAN, procedure: "*", kind: MONTHS_OR_EVENT, amount: 6, purposeLimited: false,
                 from: 2016-01-01, basis: "đến khi kết hôn",
                 events: {KET_HON: FROM_ITS_DATE, TRICH_LUC: ASK, KHAI_TU: ALWAYS}}
              - {type: LY_LICH, procedure: "*", kind: DAYS, amount: 90, purposeLimited: false, from: 2016-01-01, basis: "90 ngày",
                 confirmed: false}
              - {type: GIAY_CU, procedure: "*", kind: NONE, amount: 0, purposeLimited: false,
                 from: 2016-01-01, to: 2020-12-31, basis: "đã hết hiệu lực"}
            """;

    @TempDir
    Path folder;

    private ReusePolicy policy;

    @BeforeEach
    void loadRules() {
        policy = new ReusePolicy(ValidityRules.load(file(folder, RULES)));
    }

    private static Path file(Path folder, String yaml) {
        try {
            return Files.writeString(folder.resolve("rules.yml"), yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ReuseDecision judge(Held held, LocalDate on, Document... others) {
        Document paper = held.done();
        List<Document> all = new java.util.ArrayList<>(List.of(others));
        all.add(paper);
        return policy.judge(new ReuseRequest(Held.OWNER, paper.type().code(), new ProcedureCode(ANY), on), paper, all);
    }

    private static void answers(ReuseDecision decision, ReuseDecision.Answer answer, ReuseReason... reasons) {
        assertThat(decision.reasons()).containsExactly(reasons);
        assertThat(decision.answer()).isEqualTo(answer);
    }

    private static void yes(ReuseDecision decision) {
        answers(decision, ReuseDecision.Answer.REUSABLE);
    }

    private static void no(ReuseDecision decision, ReuseReason... reasons) {
        answers(decision, ReuseDecision.Answer.NOT_REUSABLE, reasons);
    }

    private static void ask(ReuseDecision decision, ReuseReason... reasons) {
        answers(decision, ReuseDecision.Answer.NEEDS_OFFICER, reasons);
    }

    @Test
    void aSignedApprovedPaperWithARuleMayBeUsedAgainWithItsEvidence() {
        ReuseDecision decision = judge(Held.paper("a.pdf"), DAY);
        yes(decision);
        assertThat(decision.evidence())
                .containsEntry("signature", "HOP_LE")
                .containsEntry("standing", "VERIFIED")
                .containsEntry("approvedBy", "Phạm Văn Mẫu")
                .containsEntry("basis", "không có thời hạn")
                .containsEntry("rules", "thử")
                .containsEntry("on", "2026-11-20")
                .containsKey("sha256");
    }

    @Test
    void nothingIsReusableUnlessProvenSignedApprovedAndStored() {
        for (SignatureVerdict verdict : SignatureVerdict.values()) {
            for (ReuseStanding standing : ReuseStanding.values()) {
                for (DigitisationStatus status : DigitisationStatus.values()) {
                    boolean all = verdict == SignatureVerdict.HOP_LE
                            && standing == ReuseStanding.VERIFIED
                            && status == DigitisationStatus.STORED;
                    ReuseDecision decision = judge(
                            Held.paper("a.pdf")
                                    .verdict(verdict)
                                    .standing(standing)
                                    .status(status),
                            DAY);
                    assertThat(decision.answer() == ReuseDecision.Answer.REUSABLE)
                            .as("%s %s %s", verdict, standing, status)
                            .isEqualTo(all);
                }
            }
        }
    }

    @Test
    void aPaperNeverJudgedCountsAsUnsigned() {
        no(judge(Held.paper("a.pdf").verdict(null), DAY), ReuseReason.UNSIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "KHONG_CO_CHU_KY, UNSIGNED, NOT_REUSABLE",
        "KHONG_HOP_LE, SIGNATURE_INVALID, NOT_REUSABLE",
        "CAN_XEM_XET, SIGNATURE_DOUBT, NEEDS_OFFICER"
    })
    void eachVerdictHasItsReason(SignatureVerdict verdict, ReuseReason reason, ReuseDecision.Answer answer) {
        answers(judge(Held.paper("a.pdf").verdict(verdict), DAY), answer, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDETERMINED, UNVERIFIED, NEEDS_OFFICER",
        "CANDIDATE, UNVERIFIED, NEEDS_OFFICER",
        "SUSPECT, UNVERIFIED, NEEDS_OFFICER",
        "SUPERSEDED, SUPERSEDED, NOT_REUSABLE",
        "REVOKED, REVOKED, NOT_REUSABLE"
    })
    void eachStandingHasItsReason(ReuseStanding standing, ReuseReason reason, ReuseDecision.Answer answer) {
        answers(judge(Held.paper("a.pdf").standing(standing), DAY), answer, reason);
    }

    @Test
    void anothersPaperIsNeverUsed() {
        OwnerId other = new OwnerId(OwnerId.Kind.CITIZEN, "001085000124");
        no(judge(Held.paper("a.pdf").owner(other), DAY), ReuseReason.WRONG_OWNER);
        no(judge(Held.paper("a.pdf").owner(null), DAY), ReuseReason.WRONG_OWNER);
    }

    @Test
    void theSameDigitsInAnotherRegisterAreAnotherOwner() {
        OwnerId tax = new OwnerId(OwnerId.Kind.TAX, Held.OWNER.value());
        no(judge(Held.paper("a.pdf").owner(tax), DAY), ReuseReason.WRONG_OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20, 2026-11-20, true",
        "2026-05-20, 2026-11-21, false",
        "2025-08-31, 2026-02-28, true",
        "2025-08-31, 2026-03-01, false",
        "2023-08-31, 2024-02-29, true",
        "2023-08-31, 2024-03-01, false",
        "2024-02-29, 2024-08-29, true",
        "2024-02-29, 2024-08-30, false",
        "2026-03-31, 2026-09-30, true",
        "2026-03-31, 2026-10-01, false"
    })
    void monthsRunToTheSameDayOrTheLastOfItsMonth(String issued, LocalDate on, boolean holds) {
        ReuseDecision decision =
                judge(Held.paper("a.pdf").type("GIAY_KHAM_SUC_KHOE").issued(issued), on);
        if (holds) {
            yes(decision);
        } else {
            no(decision, ReuseReason.EXPIRED);
        }
    }

    @Test
    void aRuleForTheVeryProcedureGoesBeforeTheOneForAll() {
        Document paper = Held.paper("a.pdf")
                .type("GIAY_KHAM_SUC_KHOE")
                .issued("2026-11-10")
                .done();
        for (int day = 20; day <= 21; day++) {
            ReuseDecision decision = policy.judge(
                    new ReuseRequest(
                            Held.OWNER,
                            "GIAY_KHAM_SUC_KHOE",
                            new ProcedureCode("2.000001"),
                            LocalDate.of(2026, 11, day)),
                    paper,
                    List.of(paper));
            assertThat(decision.answer() == ReuseDecision.Answer.REUSABLE).isEqualTo(day == 20);
            assertThat(decision.evidence()).containsEntry("basis", "mười ngày").containsEntry("lastDay", "2026-11-20");
        }
    }

    @ParameterizedTest
    @CsvSource({"GIAY_LA", "GIAY_CU"})
    void withoutARuleInForceAnOfficerIsAsked(String type) {
        ask(judge(Held.paper("a.pdf").type(type), DAY), ReuseReason.NO_RULE);
    }

    @Test
    void withoutAProcedureTheRuleForAllHolds() {
        Document paper = Held.paper("a.pdf").done();
        yes(policy.judge(new ReuseRequest(Held.OWNER, "GIAY_KHAI_SINH", null, DAY), paper, List.of(paper)));
    }

    @ParameterizedTest
    @CsvSource({"''", "2026", "2026-07", "không rõ"})
    void aTimedRuleNeedsTheVeryDayOfIssue(String issued) {
        Held held = Held.paper("a.pdf").type("GIAY_KHAM_SUC_KHOE");
        ask(judge(issued.isEmpty() ? held : held.issued(issued), DAY), ReuseReason.DATE_UNKNOWN);
    }

    @Test
    void aPaperForOnePurposeIsAMatterForAnOfficer() {
        ask(judge(Held.paper("a.pdf").type("XAC_NHAN").issued("2026-11-01"), DAY), ReuseReason.SCOPE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, REUSABLE,",
        "2026-11-19, NOT_REUSABLE, EXPIRED",
        "2026-12, REUSABLE,",
        "2026-11, NEEDS_OFFICER, DATE_UNKNOWN",
        "2026-10, NOT_REUSABLE, EXPIRED",
        "2026, NEEDS_OFFICER, DATE_UNKNOWN",
        "2025, NOT_REUSABLE, EXPIRED",
        "vô thời hạn, NEEDS_OFFICER, DATE_UNKNOWN"
    })
    void aPrintedEndCountsAsPreciselyAsItIsPrinted(String printed, ReuseDecision.Answer answer, ReuseReason reason) {
        ReuseDecision decision = judge(Held.paper("a.pdf").value(FieldName.VALID_UNTIL, printed), DAY);
        assertThat(decision.answer()).isEqualTo(answer);
        assertThat(decision.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aNewerPaperTakesThePlaceOfAnOlder() {
        Document newer =
                Held.paper("b.pdf").type("GCN_DAT").issued("2026-03-02").done();
        no(judge(Held.paper("a.pdf").type("GCN_DAT").issued("2026-03-01"), DAY, newer), ReuseReason.SUPERSEDED);
        yes(judge(Held.paper("a.pdf").type("GCN_DAT").issued("2026-03-03"), DAY, newer));
    }

    @Test
    void aPaperOfUnknownDateIsNotTheNewestWhereThereIsAnother() {
        Document dated =
                Held.paper("b.pdf").type("GCN_DAT").issued("2001-01-01").done();
        no(judge(Held.paper("a.pdf").type("GCN_DAT"), DAY, dated), ReuseReason.SUPERSEDED);
        yes(judge(Held.paper("a.pdf").type("GCN_DAT"), DAY));
    }

    @Test
    void ofTwoPapersOfOneDayTheLaterReceivedIsTheNewest() {
        Document later = Held.paper("b.pdf")
                .type("GCN_DAT")
                .issued("2026-03-01")
                .received(TestCatalog.NOON.plusSeconds(1))
                .done();
        no(judge(Held.paper("a.pdf").type("GCN_DAT").issued("2026-03-01"), DAY, later), ReuseReason.SUPERSEDED);
    }

    @Test
    void allReasonsAreGiven() {
        no(
                judge(
                        Held.paper("a.pdf")
                                .type("XAC_NHAN")
                                .issued("2020-01-01")
                                .verdict(SignatureVerdict.CAN_XEM_XET)
                                .standing(ReuseStanding.CANDIDATE)
                                .value(FieldName.VALID_UNTIL, "2020-02-01"),
                        DAY),
                ReuseReason.SIGNATURE_DOUBT,
                ReuseReason.UNVERIFIED,
                ReuseReason.EXPIRED,
                ReuseReason.SCOPE_LIMITED);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInBothLanguages(ReuseReason reason) {
        for (vn.sohoa.dossier.Language language : vn.sohoa.dossier.Language.values()) {
            assertThat(reason.message(language)).endsWith(".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000-06-15, 2020-01-01, 2025-06-15, ",
        "2000-06-15, 2020-01-01, 2025-06-16, EXPIRED",
        "2000-06-15, 2023-06-15, 2046-01-01, ",
        "2000-06, 2020-01-01, 2021-01-01, DATE_UNKNOWN",
        ", 2020-01-01, 2021-01-01, DATE_UNKNOWN",
        "2000-06-15, 2020, 2021-01-01, DATE_UNKNOWN"
    })
    void aCardHoldsByTheAgeOfItsOwner(String birth, String issued, LocalDate on, ReuseReason reason) {
        Held card = Held.paper("a.pdf").type("THE").issued(issued);
        ReuseDecision decision = judge(birth == null ? card : card.value("birthDate", birth), on);
        assertThat(decision.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "KET_HON, 2026-10-02, ENDED_BY_EVENT",
        "KET_HON, 2026-10, EVENT_UNCLEAR", // which day of October it was nobody knows
        "KET_HON, 2026-10-01, EVENT_UNCLEAR", // before or after, on one day
        "KET_HON, 2026-09-30, ",
        "KET_HON, 2026-11-21, ", // after the day of submission
        "KET_HON, ngày nào đó, EVENT_UNCLEAR",
        "TRICH_LUC, 2026-10-02, EVENT_UNCLEAR",
        "TRICH_LUC, 2026-09-30, ",
        "KHAI_TU, 2026-09-30, ENDED_BY_EVENT",
        "KHAI_TU, ngày nào đó, ENDED_BY_EVENT",
        "GIAY_KHAI_SINH, 2026-10-02, "
    })
    void aLaterEventEndsAPaperBeforeItsMonths(String type, String happened, ReuseReason reason) {
        Document event = Held.paper("b.pdf")
                .type(type)
                .standing(ReuseStanding.CANDIDATE)
                .issued(happened)
                .done();
        ReuseDecision decision = judge(Held.paper("a.pdf").type("DOC_THAN").issued("2026-10-01"), DAY, event);
        assertThat(decision.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(decision.evidence().get("event")).isEqualTo(reason == null ? null : type + " " + event.id());
    }

    @Test
    void aRevokedPaperTellsOfNoEventAndTheMonthsStillCount() {
        Document revoked = Held.paper("b.pdf")
                .type("KET_HON")
                .standing(ReuseStanding.REVOKED)
                .issued("2026-10-02")
                .done();
        yes(judge(Held.paper("a.pdf").type("DOC_THAN").issued("2026-10-01"), DAY, revoked));
        no(judge(Held.paper("a.pdf").type("DOC_THAN").issued("2026-05-19"), DAY), ReuseReason.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-22, RULE_UNCONFIRMED", "2026-08-21, RULE_UNCONFIRMED EXPIRED"})
    void anUnconfirmedRuleForbidsButNeverAllows(String issued, String reasons) {
        ReuseDecision decision = judge(Held.paper("a.pdf").type("LY_LICH").issued(issued), DAY);
        assertThat(decision.reasons()).extracting(Enum::name).containsExactly(reasons.split(" "));
        assertThat(decision.answer()).isNotEqualTo(ReuseDecision.Answer.REUSABLE);
    }

    @Test
    void theDecisionNamesRuleBasisAndSuccessor() {
        Document newer =
                Held.paper("b.pdf").type("GCN_DAT").issued("2024-01-01").done();
        ReuseDecision decision = judge(Held.paper("a.pdf").type("GCN_DAT").issued("2020-01-01"), DAY, newer);
        assertThat(decision.evidence())
                .containsEntry("successor", newer.id().toString())
                .containsEntry("rule", "GCN_DAT/* UNTIL_SUPERSEDED from 2016-01-01")
                .containsEntry("rules", "thử");
        assertThat(decision.basisOf(ReuseReason.SUPERSEDED)).contains("bản mới nhất");
        assertThat(decision.basisOf(ReuseReason.REVOKED)).isEmpty();
        assertThat(decision.basisOf(ReuseReason.UNSIGNED).orElseThrow()).contains("01/2023/TT-VPCP");
    }
}
