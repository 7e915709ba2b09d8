package vn.sohoa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.Signer;
import vn.sohoa.signing.Signers;
import vn.sohoa.signing.SigningOrder;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.testpki.SoftToken;
import vn.sohoa.testpki.TestPki;

/**
 * How many PDFs are signed in a second, at level LTA, with a key inside SoftHSM2 where it is installed ({@code SOFTHSM2_CONF} must be
 * set), else with one in a file. The authority and OCSP on loopback run in the same process and are counted. {@code SignBench
 * [KILOBYTES [FILES [THREADS]]]}.
 */
public final class SignBench {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SignBench() {}

    public static void main(String[] arguments) throws Exception {
        int kilobytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 430;
        int files = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Path folder = Files.createTempDirectory("sign-bench");
        try (TestPki pki = TestPki.start();
                Signer signer = signer(pki, folder)) {
            Path file = Files.write(folder.resolve("in.pdf"), pdf(kilobytes << 10));
            sign(signer, file, folder, "warm", Math.min(10, files), threads);
            long cpu = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            sign(signer, file, folder, "out", files, threads);
            double wall = (System.nanoTime() - began) / 1e9;
            double spent = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            System.out.printf(
                    "%s, %d kB, %d files, %d threads: %.1f files/s wall, %.3f CPU s a file (%.1f files/s on 2 whole cores), load %.1f%n",
                    SoftToken.usable() ? "SoftHSM2" : "PKCS#12", Files.size(file) >> 10, files, threads, files / wall,
                    spent / files, 2 * files / spent, SYSTEM.getSystemLoadAverage());
        }
    }

    private static Signer signer(TestPki pki, Path folder) throws Exception {
        Path trust = pki.writeAnchor(folder.resolve("trust")).getParent();
        List<String> hosts = List.of("127.0.0.1:" + URI.create(pki.tsaAddress()).getPort());
        TokenSettings token;
        if (SoftToken.usable()) {
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            Files.writeString(configuration, "directories.tokendir = " + Files.createDirectory(folder.resolve("tokens"))
                    + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            SoftToken.initialise("bench");
            SoftToken.makeKey(pki, 0, "ky", "UBND phường Đo Đạc");
            Path pin = Files.writeString(folder.resolve("pin"), SoftToken.PIN);
            token = new TokenSettings(
                    TokenSettings.Kind.PKCS11, SoftToken.library().orElseThrow(), "bench", 0, pin, null, null, false);
        } else {
            Path key = Files.write(
                    folder.resolve("key.p12"), pki.pkcs12(pki.signer("UBND phường Đo Đạc"), "do".toCharArray()));
            Path pin = Files.writeString(folder.resolve("pin"), "do");
            token = new TokenSettings(TokenSettings.Kind.PKCS12, null, null, 0, pin, key, null, true);
        }
        return Signers.open(
                token,
                new TsaSettings(pki.tsaAddress(), null),
                trust,
                NetworkSettings.of(hosts, hosts, List.of()),
                SignatureProfiles.load(Path.of("jobs/reference/signature-profiles.yml")),
                Clock.systemUTC());
    }

    private static void sign(Signer signer, Path file, Path folder, String name, int files, int threads)
            throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new java.util.ArrayList<>();
            for (int i = 0; i < files; i++) {
                Path out = folder.resolve(name + i + ".pdf");
                all.add(workers.submit(() -> {
                    signer.sign(new SigningOrder(file, out, "application/pdf", "archive", Map.of()));
                    return Files.deleteIfExists(out);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            workers.shutdown();
        }
    }

    private static byte[] pdf(int bytes) throws IOException {
        byte[] noise = new byte[bytes];
        new Random(20261122).nextBytes(noise);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.getCOSObject().setItem("SohoaNoise", new PDStream(document, new ByteArrayInputStream(noise)));
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
