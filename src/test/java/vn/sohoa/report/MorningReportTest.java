package vn.sohoa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.RunResult;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;

class MorningReportTest {
    private static final Instant NIGHT = Instant.parse("2026-11-02T18:00:00Z");
    private static final Run RUN =
            new Run(7, "nightly", LocalDate.parse("2026-11-03"), NIGHT, NIGHT.plusSeconds(3600), Run.Status.COMPLETED);

    /** A ledger with one run in it. */
    private record OneRun(RunResult result) implements RunLedger {
        @Override
        public Run open(String job, LocalDate businessDay, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void plan(long run, Collection<DocumentId> papers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refuse(long run, String folder, Problem problem, String detail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(long run, Run.Status status, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Run> find(long run) {
            return run == RUN.id() ? Optional.of(RUN) : Optional.empty();
        }

        @Override
        public List<Run> recent(int limit) {
            return result == null ? List.of() : List.of(RUN);
        }

        @Override
        public RunResult result(long run) {
            return result;
        }
    }

    private static RunResult.Paper paper(
            String unit, String file, DigitisationStatus status, Problem problem, ScopeReason scope, String detail) {
        DossierCode dossier = new DossierCode("H15.12-261102-0042");
        return new RunResult.Paper(
                DocumentId.of(dossier, file, 1),
                dossier,
                new AgencyCode(unit),
                "Giấy " + file,
                file,
                3,
                status,
                status != DigitisationStatus.CODED,
                problem,
                scope,
                detail);
    }

    private static MorningReport report(List<RunResult.Paper> papers, RunResult.Refused... refused) {
        return new MorningReport(
                new OneRun(new RunResult(RUN, papers, List.of(refused))), Clock.fixed(NIGHT, ZoneOffset.UTC));
    }

    private static MorningReport.Report fixed(Language language) {
        return report(
                        List.of(
                                paper("H15.12", "a.pdf", DigitisationStatus.STORED, null, null, ""),
                                paper(
                                        "H15.12",
                                        "=1+1\n.pdf",
                                        DigitisationStatus.QUARANTINED,
                                        Problem.FILE_EMPTY,
                                        null,
                                        ""),
                                paper(
                                        "H15.12",
                                        "<b>\"&.pdf",
                                        DigitisationStatus.NEEDS_RESCAN,
                                        Problem.RESOLUTION_LOW,
                                        null,
                                        "trang 1: 120 dpi"),
                                paper(
                                        "H15.50",
                                        "d.pdf",
                                        DigitisationStatus.OUT_OF_SCOPE,
                                        null,
                                        ScopeReason.PHOTOCOPY,
                                        "")),
                        new RunResult.Refused("@lạ", Problem.DOSSIER_CODE_INVALID, "tên thư mục: @lạ"))
                .of(Optional.of(7L), language);
    }

    @Test
    void everyStatusHasItsGroup() {
        List<RunResult.Paper> papers = new ArrayList<>();
        for (DigitisationStatus status : DigitisationStatus.values()) {
            papers.add(paper("H15.12", status + ".pdf", status, null, null, ""));
        }
        papers.add(paper("H15.12", "x.pdf", DigitisationStatus.CAPTURED, Problem.STORE_UNAVAILABLE, null, ""));
        MorningReport.Report report = report(papers).of(Optional.empty(), Language.VI);
        assertThat(report.total())
                .containsOnlyKeys(MorningReport.Group.values())
                .containsEntry(MorningReport.Group.SKIPPED, 4)
                .containsEntry(MorningReport.Group.FAILED, 1)
                .containsEntry(MorningReport.Group.DONE, 1)
                .containsEntry(MorningReport.Group.REVIEW, 1)
                .containsEntry(MorningReport.Group.QUARANTINED, 1);
        assertThat(report.papers()).isEqualTo(11);
        assertThat(report.pages()).as("papers touched by this run").isEqualTo(30);
        assertThat(report.units()).singleElement().satisfies(unit -> assertThat(unit.lines())
                .as("all that is not simply done")
                .hasSize(10));
    }

    @Test
    void eachPaperThatWaitsHasAReasonAndARemedyInTheLanguageAskedFor() {
        MorningReport.Line rescan = fixed(Language.VI).units().get(0).lines().get(0);
        assertThat(rescan.group()).isEqualTo(MorningReport.Group.RESCAN);
        assertThat(rescan.reason()).isEqualTo(Problem.RESOLUTION_LOW.message(Language.VI));
        assertThat(rescan.remedy()).isEqualTo(Problem.RESOLUTION_LOW.remedy(Language.VI));
        assertThat(rescan.detail()).isEqualTo("trang 1: 120 dpi");
        assertThat(fixed(Language.EN).units().get(0).lines().get(0).remedy())
                .isEqualTo(Problem.RESOLUTION_LOW.remedy(Language.EN));
        assertThat(fixed(Language.VI).units().get(1).lines().get(0).reason())
                .isEqualTo(ScopeReason.PHOTOCOPY.label(Language.VI));
    }

    @Test
    void withoutARunThereIsNoReport() {
        MorningReport empty = new MorningReport(new OneRun(null), Clock.systemUTC());
        for (Optional<Long> run : List.of(Optional.<Long>empty(), Optional.of(8L))) {
            assertThatExceptionOfType(DigitisationException.class)
                    .isThrownBy(() -> empty.of(run, Language.VI))
                    .satisfies(fault -> assertThat(fault.problem()).isEqualTo(Problem.NOT_FOUND));
        }
    }

    @Test
    void theTextIsAsAgreed() {
        assertThat(ReportWriter.text(fixed(Language.VI), Language.VI)).isEqualTo("""
                Báo cáo số hóa 2026-11-03 · nightly #7 · COMPLETED
                4 giấy tờ, 12 trang. Đã xong 1 · Cần quét lại 1 · Ngoài phạm vi 1 · Cách ly 1

                Đơn vị H15.12: Đã xong 1 · Cần quét lại 1 · Cách ly 1
                  Cần quét lại
                    H15.12-261102-0042  <b>"&.pdf
                      %s (trang 1: 120 dpi) %s
                  Cách ly
                    H15.12-261102-0042  =1+1
                .pdf
                      %s %s

                Đơn vị H15.50: Đã xong 0 · Ngoài phạm vi 1
                  Ngoài phạm vi
                    H15.12-261102-0042  d.pdf
                      Bản chụp không có giá trị pháp lý

                Chưa nhận: @lạ
                      %s tên thư mục: @lạ %s
                """.formatted(
                        Problem.RESOLUTION_LOW.message(Language.VI),
                        Problem.RESOLUTION_LOW.remedy(Language.VI),
                        Problem.FILE_EMPTY.message(Language.VI),
                        Problem.FILE_EMPTY.remedy(Language.VI),
                        Problem.DOSSIER_CODE_INVALID.message(Language.VI),
                        Problem.DOSSIER_CODE_INVALID.remedy(Language.VI)));
    }

    @Test
    void theTableIsAsAgreedAndHoldsNoFormulas() {
        String csv = ReportWriter.csv(fixed(Language.VI));
        assertThat(csv)
                .startsWith(
                        "unit,group,dossier,file,reason,detail,remedy\n\"H15.12\",RESCAN,\"H15.12-261102-0042\",\"<b>\"\"&.pdf\",");
        assertThat(csv).contains("\"'=1+1\n.pdf\"").doesNotContain("\"=1");
    }

    @Test
    void thePageShowsWhatPeopleTypedAsText() {
        String html = ReportWriter.html(fixed(Language.VI), Language.VI);
        assertThat(html)
                .startsWith("<!doctype html><html lang=\"vi\">")
                .contains("&lt;b&gt;&quot;&amp;.pdf")
                .doesNotContain("<b>\"&", "<script", "http");
        assertThat(ReportWriter.html(fixed(Language.EN), Language.EN)).contains("lang=\"en\"", "Not received: @lạ");
    }

    @Test
    void theJsonHasTheAgreedNames() {
        JsonNode json = JsonMapper.shared().readTree(ReportWriter.json(fixed(Language.VI)));
        assertThat(json.propertyNames()).containsExactly("run", "total", "pages", "units", "refused", "madeAt");
        assertThat(json.at("/units/0").propertyNames()).containsExactly("unit", "count", "lines");
        assertThat(json.at("/units/0/lines/0").propertyNames())
                .containsExactly("group", "dossier", "file", "title", "reason", "detail", "remedy");
        assertThat(json.at("/refused/0").propertyNames()).containsExactly("folder", "reason", "detail", "remedy");
    }
}
