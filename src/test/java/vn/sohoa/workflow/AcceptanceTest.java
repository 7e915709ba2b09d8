package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.workflow.acceptance.AcceptanceSample;
import vn.sohoa.workflow.acceptance.AccuracyReport;
import vn.sohoa.workflow.acceptance.AccuracyWriter;
import vn.sohoa.workflow.acceptance.CheckingGuide;
import vn.sohoa.workflow.acceptance.DrawSample;
import vn.sohoa.workflow.acceptance.MeasureAccuracy;
import vn.sohoa.workflow.acceptance.SampleFolder;

class AcceptanceTest {
    @TempDir
    Path folder;

    private Corridor house;
    private DrawSample draw;

    @BeforeEach
    void readSomePapers() {
        house = new Corridor(folder);
        draw = new DrawSample(house.ledger, house.catalog, house.store, Corridor.CLOCK);
        for (String file : new String[] {"a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"}) {
            house.reader.says(
                    Corridor.bytes(file),
                    () -> RecordedReader.scan(200, SignatureVerdict.HOP_LE, RecordedReader.decision()));
            Document paper = house.receive(file);
            house.perform(house.capture(), paper);
            house.perform(house.extract(), paper);
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private AcceptanceSample drawn(Path out) {
        AcceptanceSample sample = draw.draw(house.run, 3, 7, "Trần Thị Mẫu");
        new SampleFolder(out).write(sample, draw);
        return sample;
    }

    private AccuracyReport measured(Path out) {
        return new MeasureAccuracy(draw, Corridor.PROFILES).measure(out, "CV7197-DEFAULT");
    }

    @Test
    void theSameSeedDrawsTheSamePagesAndAnotherSeedOthers() {
        AcceptanceSample sample = draw.draw(house.run, 3, 7, "A");
        assertThat(sample.pages()).hasSize(3).doesNotHaveDuplicates();
        assertThat(sample.pagesInAll()).isEqualTo(5);
        assertThat(draw.draw(house.run, 3, 7, "A").pages()).isEqualTo(sample.pages());
        assertThat(draw.draw(house.run, 99, 7, "A").pages()).hasSize(5);
        assertThatThrownBy(() -> draw.draw(4711, 3, 7, "A")).hasMessageContaining("4711");
    }

    @Test
    void whatTheCheckerLeavesAloneIsNotRight() throws IOException {
        Path out = folder.resolve("mau");
        AcceptanceSample sample = drawn(out);
        assertThat(Files.readAllLines(out.resolve("checklist.csv"))).hasSize(4);
        assertThat(measured(out).verdict()).isEqualTo(AccuracyReport.Verdict.NOT_CHECKED);
        for (AcceptanceSample.Drawn page : sample.pages()) {
            Files.copy(
                    out.resolve("read").resolve(page.text()),
                    out.resolve("truth").resolve(page.text()));
        }
        AccuracyReport perfect = measured(out);
        assertThat(perfect.verdict()).isEqualTo(AccuracyReport.Verdict.ACCEPTED);
        assertThat(perfect.percent()).isEqualTo(100);
        assertThat(perfect.lines()).extracting(AccuracyReport.Line::page).isEqualTo(sample.pages());
    }

    @Test
    void belowTheBarTheRunIsNotAcceptedAndTheReportSaysByWhom() throws IOException {
        Path out = folder.resolve("mau");
        for (AcceptanceSample.Drawn page : drawn(out).pages()) {
            String read = Files.readString(out.resolve("read").resolve(page.text()));
            Files.writeString(out.resolve("truth").resolve(page.text()), read + " thiếu một dòng chữ nữa ở đây");
        }
        AccuracyReport report = measured(out);
        assertThat(report.verdict()).isEqualTo(AccuracyReport.Verdict.NOT_ACCEPTED);
        assertThat(AccuracyWriter.markdown(report, Language.VI))
                .contains("Người kiểm tra: Trần Thị Mẫu", "KHÔNG ĐẠT", "98,00 % (CV7197-DEFAULT v2.1)");
        assertThat(AccuracyWriter.html(report, Language.EN)).contains("NOT ACCEPTED", "<table>");
    }

    @Test
    void aSampleIsNeverOverwrittenAndAProfileWithoutABarIsRefused() {
        Path out = folder.resolve("mau");
        AcceptanceSample sample = drawn(out);
        assertThatThrownBy(() -> new SampleFolder(out).write(sample, draw))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.OUTPUT_EXISTS));
        assertThatThrownBy(() -> new MeasureAccuracy(draw, Corridor.PROFILES).measure(out, "ND30-COPY"))
                .hasMessageContaining("CV7197-DEFAULT");
        assertThatThrownBy(() -> measured(folder.resolve("nowhere")))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.FILE_MISSING));
    }

    @Test
    void theGuideExplainsEveryFaultInTablesToPrint() {
        CheckingGuide guide = CheckingGuide.load(Corridor.REFERENCE);
        assertThat(guide.markdown(Language.VI)).contains("| EDGE_CUT | Mất nội dung ở mép |", "## Lỗi biên mục");
        assertThat(guide.html(Language.EN))
                .contains("<h1>Guide for checking digitised papers</h1>", "<td>EDGE_CUT</td>");
    }
}
