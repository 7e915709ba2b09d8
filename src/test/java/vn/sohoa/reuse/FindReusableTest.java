package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;

class FindReusableTest {
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

    private ReuseDecision check(String type) {
        return shelf.find.check(
                new ReuseRequest(Held.OWNER, type, new ProcedureCode("1.004873"), LocalDate.parse("2026-11-20")));
    }

    private Document put(Held held, String file) {
        return shelf.put(file, held, SignatureVerdict.HOP_LE);
    }

    @Test
    void whereNothingIsOnFileThatIsTheReason() {
        ReuseDecision decision = check("GIAY_KHAI_SINH");
        assertThat(decision.answer()).isEqualTo(ReuseDecision.Answer.NOT_REUSABLE);
        assertThat(decision.reasons()).containsExactly(ReuseReason.NOT_FOUND);
        assertThat(decision.document()).isEmpty();
    }

    @Test
    void aPaperThatIsNotStoredYetIsNotOnFile() {
        put(Held.paper("a.pdf").status(DigitisationStatus.CODED), "a.pdf");
        assertThat(check("GIAY_KHAI_SINH").reasons()).containsExactly(ReuseReason.NOT_FOUND);
    }

    @Test
    void aReusablePaperIsFoundThoughANewerOneIsNot() {
        Document good = put(Held.paper("a.pdf").issued("2020-01-01"), "a.pdf");
        put(Held.paper("b.pdf").issued("2024-01-01").standing(ReuseStanding.REVOKED), "b.pdf");
        ReuseDecision decision = check("GIAY_KHAI_SINH");
        assertThat(decision.answer()).isEqualTo(ReuseDecision.Answer.REUSABLE);
        assertThat(decision.document()).contains(good);
    }

    @Test
    void onlyTheNewestLandCertificateMayBeUsed() {
        put(Held.paper("a.pdf").type("GCN_QUYEN_SU_DUNG_DAT").issued("2020-01-01"), "a.pdf");
        Document newer = put(
                Held.paper("b.pdf")
                        .type("GCN_QUYEN_SU_DUNG_DAT")
                        .issued("2024-01-01")
                        .standing(ReuseStanding.REVOKED),
                "b.pdf");
        ReuseDecision decision = check("GCN_QUYEN_SU_DUNG_DAT");
        assertThat(decision.answer()).isEqualTo(ReuseDecision.Answer.NOT_REUSABLE);
        assertThat(decision.document()).contains(newer);
        assertThat(decision.reasons()).containsExactly(ReuseReason.REVOKED);
    }
}
