package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.catalog.Run;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.PageText;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.DocumentIndexes;
import vn.sohoa.search.IndexedDocument;
import vn.sohoa.search.SearchQuery;
import vn.sohoa.storage.ObjectRole;

/** Index, fixity and readiness. */
class UpkeepTest {
    @TempDir
    Path folder;

    private Corridor house;
    private DocumentIndex index;
    private Indexing indexing;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        index = DocumentIndexes.lucene(folder.resolve("index"));
        indexing = new Indexing(house.catalog, house.store);
    }

    @AfterEach
    void close() {
        index.close();
        house.close();
    }

    private Document stored(String file, String words) {
        Document paper = house.receive(file);
        house.change(paper, c -> c.object(house.store.put(
                        Corridor.DOSSIER.receivingUnit(),
                        ObjectRole.TEXT,
                        PageTexts.write(List.of(RecordedReader.page(95, words)))))
                .status(DigitisationStatus.CAPTURED));
        house.move(paper, DigitisationStatus.EXTRACTED);
        house.change(paper, c -> c.code("MÃ-" + file).status(DigitisationStatus.CODED));
        return house.move(paper, DigitisationStatus.STORED);
    }

    private FeedIndex feed() {
        return new FeedIndex(house.rows.outbox(), house.catalog, indexing, index);
    }

    private CheckReadiness readiness() {
        house.ledger.close(house.run, Run.Status.COMPLETED, Corridor.CLOCK.instant());
        return new CheckReadiness(
                house.catalog,
                house.rows.check(),
                house.store,
                index,
                house.rows.outbox(),
                new VerifyFixity(house.catalog, house.store),
                new ReadFiles(house.reader));
    }

    private long hits(String words) {
        return index.search(new SearchQuery(words, null, null, null, null, null, null, 10))
                .total();
    }

    private Path file(StoredObject object) {
        Path file = folder.resolve("objects").resolve(object.key());
        assertThat(file.toFile().setWritable(true)).isTrue();
        return file;
    }

    @Test
    void theIndexFollowsTheOutboxOnceAndRepeatingIsHarmless() {
        Document paper = stored("a.pdf", "giấy phép xây dựng");
        assertThat(feed().feed()).isEqualTo(1);
        assertThat(feed().feed()).isZero();
        assertThat(index.versions()).isEqualTo(Map.of(paper.id().toString(), paper.version()));
        assertThat(hits("giay phep")).isEqualTo(1);
        assertThat(new RebuildIndex(indexing, index).rebuild()).isEqualTo(1);
        assertThat(new RebuildIndex(indexing, index).rebuild()).isEqualTo(1);
        assertThat(hits("giay phep")).isEqualTo(1);
        assertThat(readiness().violations()).isEmpty();
    }

    @Test
    void onlyTheNewestOfSeveralEventsCounts() {
        Document paper = stored("a.pdf", "giấy phép");
        Document later = house.change(paper, c -> c.standing(ReuseStanding.REVOKED));
        feed().feed();
        assertThat(index.versions()).containsEntry(paper.id().toString(), later.version());
    }

    @Test
    void anEventOfAPaperThatDoesNotBelongTakesItOut() {
        Document paper = house.receive("a.pdf");
        index.put(List.of(indexing.of(paper)));
        Outbox one = new Outbox() {
            private boolean sent;

            @Override
            public List<Event> unsent(Topic topic, int limit) {
                return sent ? List.of() : List.of(new Event(1, paper.id(), paper.version() + 1));
            }

            @Override
            public Lag lag(Topic topic) {
                return new Lag(0, java.time.Duration.ZERO);
            }

            @Override
            public void sent(Topic topic, java.util.Collection<Long> events) {
                sent = true;
            }
        };
        new FeedIndex(one, house.catalog, indexing, index).feed();
        assertThat(index.versions()).isEmpty();
    }

    @Test
    void oneDamagedTextKeepsNoOtherPaperOutOfTheIndex() throws IOException {
        Document broken = stored("a.pdf", "giấy phép xây dựng");
        stored("b.pdf", "bằng tốt nghiệp");
        Files.delete(file(broken.object("TEXT").orElseThrow()));
        assertThat(feed().feed()).isEqualTo(2);
        assertThat(hits("bang tot nghiep")).isEqualTo(1);
        assertThat(new RebuildIndex(indexing, index).rebuild()).isEqualTo(2);
        assertThat(readiness().violations()).singleElement().asString().startsWith("I3 missing TEXT");
    }

    @Test
    void missingAndChangedObjectsAreNamedWithTheirPlace() throws IOException {
        Document gone = stored("a.pdf", "một");
        Document flipped = stored("b.pdf", "hai");
        feed().feed();
        Files.delete(file(gone.object("MASTER").orElseThrow()));
        Path changed = file(flipped.object("MASTER").orElseThrow());
        byte[] bytes = Files.readAllBytes(changed);
        bytes[0] ^= 1;
        Files.write(changed, bytes);
        VerifyFixity.Report report = new VerifyFixity(house.catalog, house.store).verify();
        assertThat(report.checked()).isEqualTo(4);
        assertThat(report.damages())
                .containsExactlyInAnyOrder(
                        new VerifyFixity.Damage(
                                gone.id().toString(),
                                "MASTER",
                                gone.object("MASTER").orElseThrow().key(),
                                true),
                        new VerifyFixity.Damage(
                                flipped.id().toString(),
                                "MASTER",
                                flipped.object("MASTER").orElseThrow().key(),
                                false));
        assertThat(readiness().violations())
                .hasSize(2)
                .anyMatch(v -> v.startsWith("I3 missing MASTER"))
                .anyMatch(v -> v.startsWith("I3 changed MASTER"));
    }

    @Test
    void whatNobodyNamesAndWhatTheIndexInventsIsReported() {
        Document paper = stored("a.pdf", "một");
        assertThat(readiness().violations())
                .as("the index may lag while events wait")
                .isEmpty();
        feed().feed();
        index.remove(paper.id().toString(), paper.version());
        IndexedDocument ghost = indexing.of(house.receive("b.pdf"));
        index.put(List.of(ghost));
        house.store.put(Corridor.DOSSIER.receivingUnit(), ObjectRole.TEXT, Corridor.bytes("nobody's"));
        assertThat(readiness().violations())
                .hasSize(3)
                .anyMatch(v -> v.startsWith("I3 unnamed object text/"))
                .anyMatch(v -> v.startsWith("I4 index has version null"))
                .anyMatch(v -> v.equals("I4 index ghost " + ghost.document()));
    }

    @Test
    void aPaperWithABadSignatureIsNoCandidateForReuse() {
        for (SignatureVerdict verdict : SignatureVerdict.values()) {
            String file = verdict + ".pdf";
            PageText text =
                    new PageText(PageText.Source.TEXT, RecordedReader.decision().words(), 0);
            Document paper = house.receive(file);
            house.change(paper, c -> c.captured("application/pdf", 1, RecordedReader.signature(verdict))
                    .object(house.store.put(
                            Corridor.DOSSIER.receivingUnit(), ObjectRole.TEXT, PageTexts.write(List.of(text))))
                    .status(DigitisationStatus.CAPTURED));
            house.move(paper, DigitisationStatus.EXTRACTED, DigitisationStatus.CODED);
            house.perform(
                    new StoreResult(
                            house.masters,
                            house.reader,
                            house.store,
                            house.catalog,
                            Corridor.RETENTION,
                            Corridor.settings(false),
                            new AgencySignature(house.desk, Corridor.CLOCK),
                            house.duplicates(),
                            house.links()),
                    paper);
            assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.STORED);
            assertThat(house.now(paper).standing())
                    .as("%s", verdict)
                    .isEqualTo(
                            verdict == SignatureVerdict.HOP_LE || verdict == SignatureVerdict.KHONG_CO_CHU_KY
                                    ? ReuseStanding.CANDIDATE
                                    : ReuseStanding.UNDETERMINED);
        }
    }
}
