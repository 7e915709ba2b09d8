package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.dossier.SignatureReport.Reason;

class SignatureReasonTest {

    @ParameterizedTest
    @EnumSource(SignatureReason.class)
    void isSaidInBothLanguages(SignatureReason reason) {
        Reason given = new Reason(reason.name(), reason.sentence("một", "hai", "ba"));

        assertThat(given.message(Language.VI)).endsWith(".").doesNotContain("{");
        assertThat(given.message(Language.EN))
                .endsWith(".")
                .matches("\\p{ASCII}+")
                .doesNotContain("{");
    }

    @Test
    void keepsTheSentenceOfACodeThatIsNoLongerUsed() {
        assertThat(new Reason("OLD_CODE", "Câu cũ.").message(Language.EN)).isEqualTo("Câu cũ.");
    }
}
