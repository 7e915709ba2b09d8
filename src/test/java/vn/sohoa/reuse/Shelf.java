package vn.sohoa.reuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.codes.ProcedureCatalogue;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.ObjectStores;

/** Papers on file in a real catalogue and a real store, with the use cases around them. */
final class Shelf implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);

    final Path objects;
    final TestCatalog rows;
    final Catalog catalog;
    final ObjectStore store;
    final RecordedReader reader = new RecordedReader();
    final OwnerNumbers numbers;
    final FindReusable find;
    final ApproveReusable approve;
    final DeliverReusable deliver;
    final WithdrawReusable withdraw;
    final ReuseLedger ledger;
    final PrecheckProcedure precheck;
    final AskAgain ask;
    final OwnerStore owners;

    Shelf(Path folder) {
        objects = folder.resolve("objects");
        rows = TestCatalog.open(folder);
        catalog = rows.catalog();
        store = ObjectStores.folder(objects, new byte[32]);
        FreshEvidence evidence = new FreshEvidence(store, reader, folder(folder.resolve("work")));
        ReusePolicy policy = new ReusePolicy(
                ValidityRules.load(Path.of("jobs/reference/validity-rules.yml")),
                new LastInChain(rows.duplicateBook()));
        numbers = new OwnerNumbers(rows.ownerLinkBook());
        find = new FindReusable(catalog, numbers, policy);
        approve = new ApproveReusable(catalog, rows.auditTrail(), evidence, CLOCK);
        deliver = new DeliverReusable(find, catalog, evidence, rows.reuseBook(), CLOCK);
        withdraw = new WithdrawReusable(catalog, CLOCK);
        ledger = new ReuseLedger(rows.reuseBook(), CLOCK);
        precheck = new PrecheckProcedure(ProcedureCatalogue.load(Path.of("jobs/reference")), find);
        ask = new AskAgain(precheck, rows.reuseBook(), CLOCK);
        owners = new OwnerStore(catalog, rows.auditTrail(), numbers, find, ledger, CLOCK);
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    /** Lays a paper on the shelf, as the four steps would; the reader finds its signature as given. */
    Document put(String file, Held held, SignatureVerdict now) {
        StoredObject master = store.put(Held.DOSSIER.receivingUnit(), ObjectRole.MASTER, bytes(file));
        reader.says(bytes(file), () -> RecordedReader.scan(200, now, RecordedReader.decision()));
        Document wanted = held.master(master).done();
        catalog.receive(
                Held.DOSSIER,
                List.of(TestCatalog.paper(Held.DOSSIER, 1, file)),
                TestCatalog.event("TIEP_NHAN", DigitisationStatus.RECEIVED));
        long version = 1;
        for (DigitisationStatus status : List.of(
                DigitisationStatus.CAPTURED,
                DigitisationStatus.EXTRACTED,
                DigitisationStatus.CODED,
                DigitisationStatus.STORED)) {
            if (version > 1 && !moves(wanted.status(), status)) {
                break;
            }
            if (!catalog.change(held.version(version++).status(status).done(), TestCatalog.event("THU", status))) {
                throw new AssertionError("not changed");
            }
        }
        return catalog.document(wanted.id()).orElseThrow();
    }

    private static boolean moves(DigitisationStatus end, DigitisationStatus next) {
        return end.ordinal() >= next.ordinal();
    }

    static Held candidate(String file) {
        return Held.paper(file).standing(ReuseStanding.CANDIDATE);
    }

    void tamper(Document paper) throws IOException {
        Path file = objects.resolve(paper.object("MASTER").orElseThrow().key());
        if (!file.toFile().setWritable(true)) {
            throw new AssertionError("cannot tamper");
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);
    }

    @Override
    public void close() {
        rows.close();
    }
}
