package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.dossier.SignatureVerdict.CAN_XEM_XET;
import static vn.sohoa.dossier.SignatureVerdict.HOP_LE;
import static vn.sohoa.dossier.SignatureVerdict.KHONG_CO_CHU_KY;
import static vn.sohoa.dossier.SignatureVerdict.KHONG_HOP_LE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport.Reason;

class FindingTest {

    private static final Finding BROKEN = Finding.of(SignatureReason.SIGNATURE_BROKEN);
    private static final Finding REVOKED = Finding.of(SignatureReason.REVOKED, "01/02/2026");
    private static final Finding HIDDEN = Finding.of(SignatureReason.SIG_HIDDEN);
    private static final Finding OK = Finding.of(SignatureReason.OK, "Sở", "hôm nay");
    private static final Finding NONE = Finding.of(SignatureReason.KHONG_CO_CHU_KY);

    @Test
    void theWorstComesFirstWhateverTheOrder() {
        assertThat(Finding.sorted(List.of(NONE, OK, HIDDEN, REVOKED, BROKEN)))
                .containsExactly(BROKEN, REVOKED, HIDDEN, OK, NONE);
        assertThat(Finding.worst(List.of(NONE, HIDDEN, REVOKED), HOP_LE)).isEqualTo(KHONG_HOP_LE);
        assertThat(Finding.worst(List.of(OK, HIDDEN), HOP_LE)).isEqualTo(CAN_XEM_XET);
        assertThat(Finding.worst(List.of(NONE, OK), CAN_XEM_XET)).isEqualTo(HOP_LE);
        assertThat(Finding.worst(List.of(NONE), CAN_XEM_XET)).isEqualTo(KHONG_CO_CHU_KY);
        assertThat(Finding.worst(List.of(), CAN_XEM_XET)).isEqualTo(CAN_XEM_XET);
    }

    @Test
    void eachCodeIsToldOnceAndAsTheWorstOfIt() {
        assertThat(Finding.sorted(List.of(BROKEN.covered(), HIDDEN, BROKEN))).containsExactly(BROKEN, HIDDEN);
        assertThat(Finding.reasons(List.of(HIDDEN, HIDDEN)))
                .containsExactly(new Reason("SIG_HIDDEN", SignatureReason.SIG_HIDDEN.sentence()));
    }

    @Test
    void harmThatALaterSignatureCoversIsForAPerson() {
        assertThat(REVOKED.covered().verdict()).isEqualTo(CAN_XEM_XET);
        assertThat(REVOKED.covered().message()).isEqualTo(REVOKED.message());
        assertThat(HIDDEN.covered()).isSameAs(HIDDEN);
        assertThat(OK.covered()).isSameAs(OK);
    }

    @Test
    void sentencesCarryWhatTheyAreGiven() {
        assertThat(REVOKED.message()).contains("01/02/2026").doesNotContain("{");
        assertThat(OK.message()).contains("Sở ký lúc hôm nay");
        assertThat(Finding.incomplete("mất điện").code()).isEqualTo(SignatureReason.CHECK_INCOMPLETE);
        assertThat(Finding.incomplete("mất điện").message()).contains("mất điện");
    }
}
