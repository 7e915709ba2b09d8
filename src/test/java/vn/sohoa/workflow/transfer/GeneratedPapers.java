package vn.sohoa.workflow.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.SourceFile;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * An installation full of made-up papers, written through the ports as the corridor writes them: three in four are stored, with
 * master, access copy and text; the fourth waits, failed, or is a twin of another. Bytes are random, a few kilobytes each.
 */
public final class GeneratedPapers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int IN_A_DOSSIER = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Catalog catalog;
    private final WorkList work;
    private final RunLedger ledger;
    private final ReuseBook book;
    private final ObjectStore store;
    private final Random random;

    public GeneratedPapers(
            Catalog catalog, WorkList work, RunLedger ledger, ReuseBook book, ObjectStore store, long seed) {
        this.catalog = catalog;
        this.work = work;
        this.ledger = ledger;
        this.book = book;
        this.store = store;
        this.random = new Random(seed);
    }

    /** Writes so many papers and closes the run they came with. */
    public void write(int papers) {
        Run run = ledger.open("generated", LocalDate.parse("2026-11-02"), TestCatalog.NOON);
        int dossiers = (papers + IN_A_DOSSIER - 1) / IN_A_DOSSIER;
        for (int n = 0; n < dossiers; n++) {
            Dossier dossier = TestCatalog.dossier("H15.12-261102-" + (10_000 + n));
            int count = Math.min(IN_A_DOSSIER, papers - n * IN_A_DOSSIER);
            List<Document> received = received(dossier, count);
            catalog.receive(dossier, received, TestCatalog.event("TIEP_NHAN", DigitisationStatus.RECEIVED));
            ledger.plan(run.id(), received.stream().map(Document::id).toList());
            received.stream()
                    .filter(paper -> paper.ordinal() % 4 != 0)
                    .forEach(paper -> store(dossier, paper, run.id()));
        }
        ledger.refuse(run.id(), "H15.12-261102-99999", Problem.STORE_UNAVAILABLE, "đĩa đầy");
        ledger.close(run.id(), Run.Status.COMPLETED, TestCatalog.NOON.plusSeconds(3600));
    }

    private List<Document> received(Dossier dossier, int count) {
        List<Document> papers = new ArrayList<>();
        byte @Nullable [] before = null;
        @Nullable Document twin = null;
        for (int ordinal : IntStream.rangeClosed(1, count).toArray()) {
            boolean again = ordinal % 8 == 0 && before != null;
            byte[] bytes = again && before != null ? before : bytes(2000 + random.nextInt(6000));
            StoredObject master = store.put(dossier.receivingUnit(), ObjectRole.MASTER, bytes);
            Document fresh = TestCatalog.paper(dossier, ordinal, "giấy-" + ordinal + ".pdf");
            Edit paper = new Edit(fresh);
            paper.source = new SourceFile(fresh.source().name(), master.sha256(), master.bytes());
            paper.objects.add(master);
            paper.twin = again && twin != null ? twin.id() : null;
            Document made = paper.done();
            papers.add(made);
            before = bytes;
            twin = made;
        }
        return papers;
    }

    private void store(Dossier dossier, Document paper, long run) {
        Edit edit = new Edit(catalog.document(paper.id()).orElseThrow());
        edit.mediaType = "application/pdf";
        edit.pages = 1 + random.nextInt(3);
        advance(edit, DigitisationStatus.CAPTURED, run);
        edit.values = List.of(new ExtractedValue(
                FieldName.OWNER_NAME,
                "NGUYỄN THỊ MẪU " + paper.ordinal(),
                "Nguyễn Thị Mẫu " + paper.ordinal(),
                1,
                new Box(10, 20, 300, 40),
                random.nextDouble() * 100,
                ExtractedValue.Method.OCR));
        edit.objects.add(store.put(dossier.receivingUnit(), ObjectRole.TEXT, text(paper)));
        edit.signature = new SignatureReport(
                SignatureVerdict.KHONG_CO_CHU_KY,
                List.of(new SignatureReport.Reason("NO_SIGNATURE", "Không có chữ ký số")),
                List.of(),
                "SoHoa-2026.1",
                "");
        advance(edit, DigitisationStatus.EXTRACTED, run);
        edit.code = dossier.code() + "-KQ" + paper.ordinal();
        advance(edit, DigitisationStatus.CODED, run);
        edit.objects.add(
                store.put(dossier.receivingUnit(), ObjectRole.ACCESS_COPY, bytes(3000 + random.nextInt(9000))));
        advance(edit, DigitisationStatus.STORED, run);
        if (paper.ordinal() == 1) {
            book.enter(new ReuseEntry(
                    paper.id(),
                    paper.source().sha256(),
                    dossier.code(),
                    "hoa.le",
                    "mục đích",
                    "căn cứ",
                    TestCatalog.NOON.plusNanos(123_456_000)));
        }
    }

    private void advance(Edit edit, DigitisationStatus next, long run) {
        Claim claim = work.claim(edit.from.id(), edit.status, HOUR).orElseThrow();
        edit.version = claim.document().version();
        edit.status = next;
        if (!work.record(claim, edit.done(), TestCatalog.event("STEP", next), run)) {
            throw new IllegalStateException("claim lost");
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] text(Document paper) {
        List<Word> words = List.of(
                new Word("giấy", new Box(10, 10, 40, 12), 91.5, 0),
                new Word(paper.id().toString().substring(0, 8), new Box(60, 10, 80, 12), 88.25, 0));
        return JSON.writeValueAsString(Map.of("pages", List.of(new PageText(PageText.Source.OCR, words, 0))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A paper with what changes on its way. */
    static final class Edit {
        final Document from;
        long version;
        SourceFile source;
        DigitisationStatus status;
        String mediaType;
        int pages;
        List<ExtractedValue> values;

        @Nullable
        SignatureReport signature;

        @Nullable
        String code;

        List<StoredObject> objects;

        @Nullable
        DocumentId twin;

        Edit(Document from) {
            this.from = from;
            version = from.version();
            source = from.source();
            status = from.status();
            mediaType = from.mediaType();
            pages = from.pages();
            values = from.values();
            objects = new ArrayList<>(from.objects());
            twin = from.duplicateOf();
        }

        Document done() {
            return new Document(
                    from.id(),
                    from.dossier(),
                    from.ordinal(),
                    version,
                    source,
                    from.title(),
                    CopyForm.ORIGINAL,
                    false,
                    true,
                    Instant.parse("2026-11-02T05:00:00.123456Z"),
                    status,
                    ReuseStanding.UNDETERMINED,
                    mediaType,
                    pages,
                    code == null ? DocumentType.UNKNOWN : new DocumentType("GIAY_KHAI_SINH", "Giấy khai sinh"),
                    code == null ? 0 : 97.1,
                    values,
                    code == null ? null : new OwnerId(OwnerId.Kind.TAX, "0100109106-001"),
                    signature,
                    null,
                    null,
                    "",
                    code,
                    objects,
                    twin,
                    null);
        }
    }
}
