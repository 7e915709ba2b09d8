package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;

class ApproveReusableTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void refuses(Problem problem, DocumentId id, String officer) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> shelf.approve.approve(id, officer))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private Document candidate() {
        return shelf.put("a.pdf", Shelf.candidate("a.pdf"), SignatureVerdict.HOP_LE);
    }

    private ReuseStanding standing(Document paper) {
        return shelf.catalog.document(paper.id()).orElseThrow().standing();
    }

    @Test
    void aSecondOfficerApprovesAndStandsInTheHistory() throws IOException {
        Document paper = candidate();
        shelf.approve.approve(paper.id(), "Lê Thị Mẫu");
        Document after = shelf.catalog.document(paper.id()).orElseThrow();
        assertThat(after.standing()).isEqualTo(ReuseStanding.VERIFIED);
        assertThat(after.verifiedBy()).isEqualTo("Lê Thị Mẫu");
        assertThat(shelf.rows.auditTrail().history(paper.id()))
                .last()
                .isEqualTo(new ProvenanceEvent(
                        Shelf.CLOCK.instant(),
                        "Lê Thị Mẫu",
                        "DUYET",
                        "VERIFIED",
                        paper.source().sha256().hex()));
        try (var left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"Lê Thị Mẫu", "LÊ THỊ MẪU", "' Lê Thị Mẫu '", "Lê  Thị Mẫu"})
    void whoeverHadThePaperInHandDoesNotApproveIt(String spelling) {
        Document paper = candidate();
        shelf.rows
                .auditTrail()
                .append(paper.id(), new ProvenanceEvent(TestCatalog.NOON, "Lê Thị Mẫu", "CHAY_LAI", "RECEIVED", ""));
        refuses(Problem.SAME_PERSON, paper.id(), spelling);
        refuses(Problem.SAME_PERSON, paper.id(), Normalizer.normalize(spelling, Normalizer.Form.NFD));
        assertThat(standing(paper)).isEqualTo(ReuseStanding.CANDIDATE);
    }

    @Test
    void nobodyAndTheMachineAreNoSecondPerson() {
        Document paper = candidate();
        refuses(Problem.SAME_PERSON, paper.id(), "  ");
        refuses(Problem.SAME_PERSON, paper.id(), "system");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANDIDATE")
    void onlyACandidateIsApproved(ReuseStanding standing) {
        Document paper = shelf.put("a.pdf", Held.paper("a.pdf").standing(standing), SignatureVerdict.HOP_LE);
        refuses(Problem.WRONG_STATUS, paper.id(), "Lê Thị Mẫu");
        assertThat(standing(paper)).isEqualTo(standing);
    }

    @Test
    void onlyAStoredPaperIsApproved() {
        Document paper =
                shelf.put("a.pdf", Shelf.candidate("a.pdf").status(DigitisationStatus.CODED), SignatureVerdict.HOP_LE);
        refuses(Problem.WRONG_STATUS, paper.id(), "Lê Thị Mẫu");
    }

    @Test
    void changedBytesAreNotApproved() throws IOException {
        Document paper = candidate();
        shelf.tamper(paper);
        refuses(Problem.STORE_CORRUPT, paper.id(), "Lê Thị Mẫu");
        assertThat(standing(paper)).isEqualTo(ReuseStanding.CANDIDATE);
    }

    @ParameterizedTest
    @CsvSource({"KHONG_HOP_LE, SIGNATURE_INVALID", "CAN_XEM_XET, SIGNATURE_DOUBT"})
    void whatTheSignatureSaysNowCounts(SignatureVerdict now, Problem problem) {
        Document paper = shelf.put("a.pdf", Shelf.candidate("a.pdf"), now);
        refuses(problem, paper.id(), "Lê Thị Mẫu");
        assertThat(standing(paper)).isEqualTo(ReuseStanding.CANDIDATE);
    }

    @Test
    void anUnknownPaperIsNotFound() {
        refuses(Problem.NOT_FOUND, DocumentId.parse("00000000-0000-0000-0000-000000000001"), "Lê Thị Mẫu");
    }
}
