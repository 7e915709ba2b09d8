package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

class ProofKeeperTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"B", "T", "LT", "LTA"})
    void raisesToLtaAndLeavesTheOldBytesAsAPrefix(String level) throws Exception {
        byte[] before = Signed.AGENCY.sign(Signed.PAGE, SignatureLevel.valueOf("PAdES_BASELINE_" + level));
        Path file = trial().write("den.pdf", before);
        Path target = folder.resolve("giu.pdf");

        SignatureReport report = keeper().raise(file, target);

        byte[] after = Files.readAllBytes(target);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(5 * 365));
        assertThat(SignatureVerifiers.offline(trial().trust(), later)
                        .verify(target, Signed.PDF)
                        .verdict())
                .isEqualTo(SignatureVerdict.HOP_LE);
    }

    @Test
    void raisesNothingThatIsHarmedOrUnsigned() throws Exception {
        byte[] harmed = Signed.LTA.clone();
        harmed[Signed.PAGE.length / 2] ^= 1;
        Path target = folder.resolve("giu.pdf");
        for (byte[] file : new byte[][] {harmed, Signed.PAGE}) {
            Path path = trial().write("den.pdf", file);
            SignerTest.refused(Problem.NOT_SIGNABLE, () -> keeper().raise(path, target));
            assertThat(target).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void oneTimeStampProvesManyPapers(int papers) {
        List<List<Sha256>> groups = groups(papers);
        int calls = Signed.PKI.calls("/tsa");

        List<Evidence> made = keeper().evidence(groups);

        assertThat(Signed.PKI.calls("/tsa")).isEqualTo(calls + 1);
        for (int i = 0; i < papers; i++) {
            assertThat(keeper().proves(made.get(i).record(), groups.get(i))).isTrue();
            assertThat(made.get(i).lapsesAt()).isAfter(made.get(i).madeAt());
        }
    }

    @Test
    void provesNoOtherObjectsFewerOrMore() {
        List<List<Sha256>> groups = groups(5);
        List<Evidence> made = keeper().evidence(groups);
        byte[] record = made.get(1).record();
        List<Sha256> own = groups.get(1);

        assertThat(keeper().proves(record, groups.get(2))).isFalse();
        assertThat(keeper().proves(record, own.subList(0, 1))).isFalse();
        List<Sha256> more = new ArrayList<>(own);
        more.add(hash("thêm"));
        assertThat(keeper().proves(record, more)).isFalse();
        List<Sha256> changed = new ArrayList<>(own);
        changed.set(0, hash("khác"));
        assertThat(keeper().proves(record, changed)).isFalse();
        byte[] flipped = record.clone();
        flipped[flipped.length - 8] ^= 1;
        assertThat(keeper().proves(flipped, own)).isFalse();
        assertThat(keeper().proves(new byte[] {1, 2, 3}, own)).isFalse();
    }

    @Test
    void equalPapersShareARecord() {
        List<Sha256> same = List.of(hash("một"), hash("hai"));
        List<Evidence> made = keeper().evidence(List.of(same, same, List.of(hash("ba"))));
        assertThat(made.get(0).record()).isEqualTo(made.get(1).record());
    }

    @Test
    void renewalAddsATimeStampToEveryRecordWithOneRequest() {
        List<List<Sha256>> groups = groups(6);
        List<Evidence> made = keeper().evidence(groups);
        int calls = Signed.PKI.calls("/tsa");
        List<Evidence.Renewal> old = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            old.add(new Evidence.Renewal(made.get(i).record(), groups.get(i)));
        }

        List<Evidence> renewed = keeper().renew(old);

        assertThat(Signed.PKI.calls("/tsa")).isEqualTo(calls + 1);
        for (int i = 0; i < renewed.size(); i++) {
            assertThat(renewed.get(i).record().length).isGreaterThan(made.get(i).record().length);
            assertThat(keeper().proves(renewed.get(i).record(), groups.get(i))).isTrue();
            assertThat(keeper().proves(renewed.get(i).record(), groups.get((i + 1) % 6)))
                    .isFalse();
        }
    }

    private static List<List<Sha256>> groups(int papers) {
        List<List<Sha256>> groups = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            groups.add(
                    i % 3 == 0
                            ? List.of(hash("một " + i))
                            : List.of(hash("gốc " + i), hash("chữ " + i), hash("chung")));
        }
        return groups;
    }

    private static Sha256 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private ProofKeeper keeper() {
        return ProofKeepers.open(Trial.tsa(Signed.PKI.tsaAddress()), trial().trust(), Trial.hosts(), Clock.systemUTC());
    }

    private Trial trial() {
        return new Trial(folder);
    }
}
