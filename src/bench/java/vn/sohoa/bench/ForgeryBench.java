package vn.sohoa.bench;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.forger.Base;
import vn.sohoa.forger.BaseDocuments;
import vn.sohoa.forger.Forged;
import vn.sohoa.forger.Forger;
import vn.sohoa.forger.GoodDocuments;
import vn.sohoa.forger.Mutants;
import vn.sohoa.forger.Papers;
import vn.sohoa.forger.Signers;
import vn.sohoa.signing.SignatureVerifier;
import vn.sohoa.signing.SignatureVerifiers;

/**
 * Thousands of tampered files against the verifier, as a table of verdict by class of attack. Nothing of it may be HOP_LE.
 *
 * <p>{@code forged SEED}, {@code mutants SEED PER_BASE}; a fourth argument limits the bases by their names;
 * {@code good SEED COUNT}; {@code large}, twice: it makes the file, then checks it. Two threads.
 */
public final class ForgeryBench {

    private final Path trust;
    private final Map<String, Map<SignatureVerdict, Integer>> table = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private ForgeryBench(Path trust) {
        this.trust = trust;
    }

    public static void main(String[] arguments) throws Exception {
        String part = arguments.length > 0 ? arguments[0] : "forged";
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261;
        int perBase = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        String only = arguments.length > 3 ? arguments[3] : ".*";
        long started = System.nanoTime();
        try (Signers signers = Signers.start()) {
            Path trust = Files.createTempDirectory("trust");
            signers.pki().writeAnchor(trust);
            ForgeryBench bench = new ForgeryBench(trust);
            if (part.equals("good")) {
                bench.goodOnes(signers, seed, perBase);
                return;
            }
            if (part.equals("large")) {
                bench.large(signers, seed);
                return;
            }
            List<Base> bases = BaseDocuments.all(signers, seed);
            List<Forged> files = new ArrayList<>();
            for (Base base : bases) {
                if (!base.name().matches(only)) {
                    continue;
                }
                bench.good(base);
                if (part.equals("forged")) {
                    Forger.Made made = Forger.over(base, signers);
                    files.addAll(made.files());
                    made.refusals().forEach(each -> System.out.println("not made: " + each));
                } else {
                    files.addAll(Mutants.inside(base, perBase, seed));
                    files.addAll(Mutants.signature(base, perBase / 2, seed + 1));
                    files.addAll(Mutants.behind(base, perBase, seed + 2));
                }
            }
            long made = System.nanoTime();
            Collections.shuffle(files, new Random(seed));
            bench.judge(files);
            int done = bench.table.values().stream().flatMap(each -> each.values().stream()).mapToInt(Integer::intValue).sum();
            bench.print(done, bases.size());
            System.out.printf(
                    "made in %d s, judged in %d s%n", (made - started) / 1_000_000_000, (System.nanoTime() - made) / 1_000_000_000);
        }
    }

    private SignatureReport verify(SignatureVerifier verifier, byte[] file) throws IOException {
        Path path = Files.createTempFile("forged", ".pdf");
        try {
            return verifier.verify(Files.write(path, file), "application/pdf");
        } finally {
            Files.delete(path);
        }
    }

    private void good(Base base) throws IOException {
        SignatureReport report = verify(SignatureVerifiers.offline(trust), base.file());
        System.out.println("base " + base.name() + ": " + report.verdict() + " " + codes(report));
    }

    /** Good documents of every kind, one after the other; what it costs to check them, on one thread. */
    private void goodOnes(Signers signers, long seed, int count) {
        SignatureVerifier verifier = SignatureVerifiers.offline(trust);
        long[] spent = new long[1];
        new GoodDocuments(signers, seed).make(count, base -> {
            long started = cpu();
            SignatureReport report;
            try {
                report = verify(verifier, base.file());
            } catch (IOException cannot) {
                throw new java.io.UncheckedIOException(cannot);
            }
            spent[0] += cpu() - started;
            table.computeIfAbsent(base.name(), each -> new EnumMap<>(SignatureVerdict.class))
                    .merge(report.verdict(), 1, Integer::sum);
            if (report.verdict() != SignatureVerdict.HOP_LE) {
                wrong.add(base.name() + " " + base.pages() + " pages: " + report.verdict() + " " + report.reasons());
            }
            return true;
        });
        int done = table.values().stream().flatMap(each -> each.values().stream()).mapToInt(Integer::intValue).sum();
        print(done, GoodDocuments.KINDS);
        System.out.printf("%.0f ms of processor a file%n", spent[0] / 1e6 / done);
    }

    /** Sixty pages of noise, about 66 MB: to be run with HEAP=512m. */
    private void large(Signers signers, long seed) throws IOException {
        Path file = Path.of("target/bench/large.pdf");
        if (!Files.exists(file)) {
            Files.write(file, signers.agency().sign(new Papers(seed).paper(60, true, 1_100_000), SignatureLevel.PAdES_BASELINE_LTA));
            signers.pki().writeAnchor(Path.of("target/bench/trust"));
            System.out.println("made " + Files.size(file) / 1_000_000 + " MB; run again");
            return;
        }
        long started = cpu();
        SignatureReport report = SignatureVerifiers.offline(Path.of("target/bench/trust")).verify(file, "application/pdf");
        System.out.printf("%s %s, %d ms of processor%n", report.verdict(), codes(report), (cpu() - started) / 1_000_000);
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            System.out.println(pool.getName() + ": peak " + pool.getPeakUsage().getUsed() / 1_000_000 + " MB");
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void judge(List<Forged> files) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<SignatureReport>> reports = new ArrayList<>();
        ThreadLocal<SignatureVerifier> verifiers = ThreadLocal.withInitial(() -> SignatureVerifiers.offline(trust));
        files.forEach(forged -> reports.add(threads.submit(() -> verify(verifiers.get(), forged.file()))));
        for (int i = 0; i < files.size(); i++) {
            add(files.get(i), reports.get(i).get());
        }
        threads.shutdownNow();
    }

    private void add(Forged forged, SignatureReport report) {
        table.computeIfAbsent(forged.attack(), each -> new EnumMap<>(SignatureVerdict.class))
                .merge(report.verdict(), 1, Integer::sum);
        List<String> codes = codes(report);
        boolean bad = report.verdict() == SignatureVerdict.HOP_LE || report.verdict() == SignatureVerdict.KHONG_CO_CHU_KY;
        boolean mild = forged.proven() && report.verdict() != SignatureVerdict.KHONG_HOP_LE;
        boolean other = !forged.codes().isEmpty() && forged.codes().stream().noneMatch(codes::contains);
        if (bad || mild || other) {
            wrong.add((bad ? "ACCEPTED " : mild ? "mild " : "other code ") + forged.attack() + ": " + forged.variant().replace('\n', ' ')
                    + " -> " + report.verdict() + " " + codes + " expected " + forged.codes());
        }
    }

    private static List<String> codes(SignatureReport report) {
        return report.reasons().stream().map(SignatureReport.Reason::code).toList();
    }

    private void print(int files, int bases) {
        wrong.stream().sorted().forEach(System.out::println);
        System.out.printf("%n%d files from %d bases%n| class | files | HOP_LE | CAN_XEM_XET | KHONG_HOP_LE | KHONG_CO_CHU_KY |%n|---|---|---|---|---|---|%n", files, bases);
        table.forEach((attack, verdicts) -> System.out.printf(
                "| %s | %d | %d | %d | %d | %d |%n",
                attack,
                verdicts.values().stream().mapToInt(Integer::intValue).sum(),
                verdicts.getOrDefault(SignatureVerdict.HOP_LE, 0),
                verdicts.getOrDefault(SignatureVerdict.CAN_XEM_XET, 0),
                verdicts.getOrDefault(SignatureVerdict.KHONG_HOP_LE, 0),
                verdicts.getOrDefault(SignatureVerdict.KHONG_CO_CHU_KY, 0)));
    }
}
