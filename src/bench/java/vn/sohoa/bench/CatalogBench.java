package vn.sohoa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.SohoaApplication;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;

/**
 * What the catalogue of one fleet can take: claims and recorded outcomes a second with 1, 2, 4 and 8 threads, and the time of the
 * leader's question what waits. {@code CatalogBench JDBC-URL [papers for the question, 30000]}; the database has to be empty.
 */
public final class CatalogBench {
    private static final Instant NOW = Instant.parse("2026-11-02T18:00:00Z");
    private static final int EACH = 1_000;

    private CatalogBench() {}

    /** @param arguments address of an empty PostgreSQL database with user and password, number of papers */
    public static void main(String[] arguments) throws Exception {
        int waiting = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30_000;
        Path data = Files.createTempDirectory("catalog-bench");
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--spring.datasource.url=" + arguments[0],
                        "--spring.datasource.username=",
                        "--spring.datasource.hikari.maximum-pool-size=16")) {
            commits(house);
            question(house, waiting);
        }
    }

    private static void commits(ConfigurableApplicationContext house) throws Exception {
        long run = house.getBean(RunLedger.class).open("bench", LocalDate.of(2026, 11, 2), NOW).id();
        WorkList work = house.getBean(WorkList.class);
        System.out.println("| threads | outcomes/s | ms an outcome (claim and record) |\n|---|---|---|");
        int made = 0;
        for (int threads : new int[] {1, 2, 4, 8}) {
            List<DocumentId> papers = receive(house.getBean(Catalog.class), made, EACH);
            made += EACH;
            AtomicInteger next = new AtomicInteger();
            ExecutorService hands = Executors.newFixedThreadPool(threads);
            long began = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(hands.submit(() -> {
                    for (int i = next.getAndIncrement(); i < papers.size(); i = next.getAndIncrement()) {
                        outcome(work, papers.get(i), run);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            hands.shutdown();
            System.out.printf("| %d | %.0f | %.2f |%n", threads, EACH / seconds, 1000 * seconds * threads / EACH);
        }
    }

    private static void outcome(WorkList work, DocumentId paper, long run) {
        Claim claim = work.claim(paper, DigitisationStatus.RECEIVED, Duration.ofSeconds(45)).orElseThrow();
        ProvenanceEvent event = new ProvenanceEvent(NOW, "system", "SAO_CHUP", "CAPTURED", "");
        if (!work.record(claim, with(claim.document(), DigitisationStatus.CAPTURED), event, run)) {
            throw new IllegalStateException("not ours");
        }
    }

    private static void question(ConfigurableApplicationContext house, int waiting) {
        WorkList work = house.getBean(WorkList.class);
        System.out.println("\n| papers waiting | ms for the next 500 |\n|---|---|");
        int made = 10_000_000;
        int there = 0;
        for (int step : new int[] {waiting / 10, waiting - waiting / 10}) {
            receive(house.getBean(Catalog.class), made + there, step);
            there += step;
            work.pending(DigitisationStatus.RECEIVED, 500);
            long began = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                work.pending(DigitisationStatus.RECEIVED, 500);
            }
            System.out.printf("| %d | %.0f |%n", there, (System.nanoTime() - began) / 5e6);
        }
    }

    private static List<DocumentId> receive(Catalog catalog, int first, int number) {
        List<DocumentId> papers = new ArrayList<>();
        for (int from = first; from < first + number; from += 100) {
            Dossier dossier = dossier(from / 100);
            List<Document> delivery = new ArrayList<>();
            for (int i = 0; i < Math.min(100, first + number - from); i++) {
                delivery.add(paper(dossier, i + 1, "f" + i + ".pdf"));
            }
            catalog.receive(dossier, delivery, new ProvenanceEvent(NOW, "system", "TIEP_NHAN", "RECEIVED", ""));
            delivery.forEach(paper -> papers.add(paper.id()));
        }
        return papers;
    }

    private static Dossier dossier(int number) {
        AgencyCode unit = new AgencyCode("H15." + (10 + number % 80));
        return new Dossier(
                new DossierCode("H15.12-2611%02d-%04d".formatted(1 + number / 9999 % 28, 1 + number % 9999)),
                new ProcedureCode("1.004873"), "Thủ tục",
                new Person(new OwnerId(OwnerId.Kind.CITIZEN, "001085000123"), "Nguyễn Thị Mẫu"),
                LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 5).plusDays(number % 10), unit, unit, null);
    }

    private static Document paper(Dossier dossier, int ordinal, String file) {
        byte[] bytes = (dossier.code() + file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return document(DocumentId.of(dossier.code(), file, 1), dossier.code(), ordinal, 1,
                new SourceFile(file, Sha256.of(bytes), bytes.length), DigitisationStatus.RECEIVED, "", 0);
    }

    private static Document with(Document paper, DigitisationStatus status) {
        return document(paper.id(), paper.dossier(), paper.ordinal(), paper.version(), paper.source(), status,
                "application/pdf", 2);
    }

    private static Document document(DocumentId id, DossierCode dossier, int ordinal, long version, SourceFile source,
            DigitisationStatus status, String mediaType, int pages) {
        return new Document(id, dossier, ordinal, version, source, "Giấy", CopyForm.ORIGINAL, false, false, NOW,
                status, ReuseStanding.UNDETERMINED, mediaType, pages, DocumentType.UNKNOWN, 0, List.of(),
                null, null, null, null, "", null, List.of(), null, null);
    }
}
