package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import vn.sohoa.testpki.TestPki;

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
    void saysWhenTheNewestTimeStampOfAFileEnds() throws Exception {
        Instant now = Instant.now();
        Instant end = now.plus(Duration.ofDays(200));
        String brief = Signed.PKI.openTsa(new TestPki.Validity(now.minus(Duration.ofDays(1)), end));
        byte[] file = Signed.AGENCY.extend(Signed.LTA, SignatureLevel.PAdES_BASELINE_LTA);
        byte[] shorter = Signed.AGENCY.withTsa(brief).extend(file, SignatureLevel.PAdES_BASELINE_LTA);
        assertThat(keeper().lapses(trial().write("a.pdf", file)))
                .hasValueSatisfying(at -> assertThat(at).isAfter(end));
        assertThat(keeper().lapses(trial().write("b.pdf", shorter))).contains(end.truncatedTo(ChronoUnit.SECONDS));
        assertThat(keeper().lapses(trial().write("c.pdf", Signed.PAGE))).isEmpty();
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

    @Test
    void hashesThatAgeAreReplacedUnderOneRequestAndRenewedAgain() throws IOException {
        Instant soon = Instant.now().plus(Duration.ofDays(200));
        List<List<String>> papers = List.of(List.of("một"), List.of("gốc", "chữ", "chung"), List.of("chung", "ba"));
        List<List<Sha256>> groups = papers.stream()
                .map(texts -> texts.stream().map(ProofKeeperTest::hash).toList())
                .toList();
        List<byte[]> first = records(keeper().evidence(groups));
        String day = LocalDate.ofInstant(soon, ZoneOffset.UTC).toString();
        trial().trust();
        Files.writeString(
                folder.resolve("trust").resolve(Algorithms.FILE),
                "algorithms:\n- {digest: SHA256, trustedUntil: " + day + ", source: thử}\n");
        ProofKeeper keeper = keeper();
        assertThat(keeper().reach().hashes())
                .hasValueSatisfying(end -> assertThat(end).isBetween(soon.minus(Duration.ofDays(1)), soon));
        assertThat(keeper.hashes(first.get(0), soon.minus(Duration.ofDays(30)))).isEqualTo(Evidence.Hashes.FIRST);
        assertThat(keeper.hashes(first.get(0), soon)).isEqualTo(Evidence.Hashes.AGEING);
        assertThat(keeper.evidence(groups).get(0).lapsesAt()).isBefore(soon);

        int calls = Signed.PKI.calls("/tsa");
        List<Evidence> renewed = keeper.renew(strong(first, papers));
        assertThat(Signed.PKI.calls("/tsa")).isEqualTo(calls + 1);
        List<byte[]> second = records(renewed);
        for (int i = 0; i < papers.size(); i++) {
            assertThat(renewed.get(i).lapsesAt()).isAfter(soon.plus(Duration.ofDays(3_650)));
            assertThat(keeper.hashes(second.get(i), soon)).isEqualTo(Evidence.Hashes.STRONG);
            assertThat(keeper.proves(strong(second, papers).get(i))).isTrue();
            assertThat(keeper.proves(second.get(i), groups.get(i)))
                    .as("without SHA-512")
                    .isFalse();
        }
        List<String> other = new ArrayList<>(papers.get(1));
        other.set(2, "khác");
        assertThat(keeper.proves(strong(second.get(1), other))).isFalse();
        Evidence.Renewal liar = new Evidence.Renewal(
                second.get(1),
                groups.get(1),
                other.stream().map(ProofKeeperTest::strong).toList());
        assertThat(keeper.proves(liar))
                .as("the same files by SHA-256, others by SHA-512")
                .isFalse();

        List<byte[]> third = records(keeper.renew(strong(second, papers)));
        for (int i = 0; i < papers.size(); i++) {
            assertThat(third.get(i).length).isGreaterThan(second.get(i).length);
            assertThat(keeper.proves(strong(third, papers).get(i))).isTrue();
        }
    }

    private static List<byte[]> records(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::record).toList();
    }

    private static List<Evidence.Renewal> strong(List<byte[]> records, List<List<String>> papers) {
        List<Evidence.Renewal> all = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            all.add(strong(records.get(i), papers.get(i)));
        }
        return all;
    }

    private static Evidence.Renewal strong(byte[] record, List<String> texts) {
        return new Evidence.Renewal(
                record,
                texts.stream().map(ProofKeeperTest::hash).toList(),
                texts.stream().map(ProofKeeperTest::strong).toList());
    }

    private static byte[] strong(String text) {
        return EvidenceHash.STRONG.of(text.getBytes(StandardCharsets.UTF_8));
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
