package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.network.AnswerFolder;

class AgencyRegisterTest {

    @TempDir
    private Path folder;

    private AgencyRegister register(String text) throws IOException {
        Files.writeString(folder.resolve(AgencyRegister.FILE), text);
        return AgencyRegister.in(folder);
    }

    @Test
    void withoutARegisterNobodyIsAskedFor() {
        assertThat(AgencyRegister.in(folder).lists("", "ai đó", "")).isTrue();
    }

    @Test
    void namesAndHashesAreListed() throws IOException {
        AgencyRegister register = register("# sổ\n\n" + "AB".repeat(32) + " # Sở A\nCN=Sở B\nO=UBND C\n");
        assertThat(register.lists("ab".repeat(32), "", "")).isTrue();
        assertThat(register.lists("", "Sở B", "")).isTrue();
        assertThat(register.lists("", "Sở B", "")).isTrue();
        assertThat(register.lists("", "", "UBND C")).isTrue();
        assertThat(register.lists("cd".repeat(32), "UBND C", "Sở B")).isFalse();
    }

    @Test
    void aLineThatIsNeitherStopsTheProgram() {
        assertThatThrownBy(() -> register("Sở B")).isInstanceOf(DigitisationException.class);
    }

    @Test
    void aSignerWhoIsNotListedIsForAPerson() throws IOException {
        for (String line : List.of("O=UBND tỉnh Khác", "O=UBND tỉnh Thử Nghiệm")) {
            SignatureReport report = new PadesVerifier(
                            TrustAnchors.of(List.of(Signed.PKI.root())),
                            register(line),
                            Clock.systemUTC(),
                            AnswerFolder.none())
                    .verify(Signed.LTA, Signed.PDF);
            boolean listed = line.contains("Thử");
            assertThat(report.verdict()).isEqualTo(listed ? SignatureVerdict.HOP_LE : SignatureVerdict.CAN_XEM_XET);
            assertThat(Signed.codes(report)).containsExactly(listed ? "OK" : "LAST_NOT_AGENCY");
        }
    }
}
