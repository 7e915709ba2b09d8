package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.Box;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.SearchHits;
import vn.sohoa.search.SearchQuery;

/** An old card number leads to the papers of the personal id, and the other way round, where a paper proves it. */
class OwnerNumbersTest {
    private static final OwnerId OLD = OwnerId.find("012345678").orElseThrow();
    private static final OwnerId OTHER = OwnerId.find("001185000456").orElseThrow();

    @TempDir
    Path folder;

    private Shelf shelf;
    private Document birth;
    private Document proof;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        birth = shelf.put("khai-sinh.pdf", Held.paper("khai-sinh.pdf").issued("2020-05-05"), SignatureVerdict.HOP_LE);
        proof = shelf.put("giay.pdf", Held.paper("giay.pdf").type("QUYET_DINH"), SignatureVerdict.HOP_LE);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void says(Document paper, OwnerId owner, Method method) {
        ExtractedValue said = new ExtractedValue(FieldName.OLD_ID, OLD.value(), OLD.value(), 1, Box.NONE, 99, method);
        shelf.rows
                .ownerLinkBook()
                .keep(paper.id(), List.of(OwnerLink.found(OLD, owner, paper.id(), said, TestCatalog.NOON)));
    }

    private ReuseDecision check() {
        return shelf.find.check(new ReuseRequest(OLD, "GIAY_KHAI_SINH", null, LocalDate.parse("2026-11-20")));
    }

    @Test
    void withoutALinkAnOldNumberFindsNothing() {
        assertThat(check().reasons()).containsExactly(ReuseReason.NOT_FOUND);
        assertThat(shelf.owners.open(OLD).papers()).isEmpty();
    }

    @Test
    void aProvenLinkFindsThePapersOfThePersonAndNamesItsPaper() {
        says(proof, Held.OWNER, Method.QR);
        ReuseDecision decision = check();
        assertThat(decision.document()).contains(birth);
        assertThat(decision.reasons()).doesNotContain(ReuseReason.NOT_FOUND, ReuseReason.WRONG_OWNER);
        assertThat(decision.evidence()).containsEntry("ownerLink", proof.id() + ", 1, QR");

        OwnerStore.Content store = shelf.owners.open(OLD);
        assertThat(store.papers()).extracting(OwnerStore.Paper::document).contains(birth, proof);
        assertThat(store.name()).contains("Nguyễn Thị Mẫu");
        assertThat(store.numbers().all()).containsExactly(OLD, Held.OWNER);
        assertThat(shelf.owners.open(Held.OWNER).numbers().all()).containsExactly(Held.OWNER, OLD);
    }

    @Test
    void whatWasOnlyReadWaitsForAnOfficer() {
        says(proof, Held.OWNER, Method.OCR);
        ReuseDecision decision = check();
        assertThat(decision.reasons()).containsExactly(ReuseReason.NOT_FOUND);
        assertThat(decision.evidence()).containsEntry("ownerLinksOpen", "1");
    }

    @Test
    void twoPersonsForOneOldNumberJoinNothing() {
        says(proof, Held.OWNER, Method.QR);
        says(birth, OTHER, Method.OCR);
        assertThat(check().reasons()).containsExactly(ReuseReason.NOT_FOUND);
        assertThat(check().evidence()).containsEntry("ownerLinksOpen", "2");
        assertThat(shelf.owners.open(Held.OWNER).numbers().all()).containsExactly(Held.OWNER);
    }

    @Test
    void aSearchAsksForAllNumbersOfThePerson() {
        says(proof, Held.OWNER, Method.QR);
        AskedIndex index = new AskedIndex();
        PaperSearch search = new PaperSearch(index.index(), shelf.catalog, shelf.numbers);
        search.search(new PaperSearch.Wanted("", OLD.value(), null, null, null, null, null, 5));
        assertThat(index.asked).hasValueSatisfying(query -> assertThat(query.owners())
                .containsExactly(OLD.value(), Held.OWNER.value()));
    }

    /** An index that holds nothing and remembers what it was asked. */
    private static final class AskedIndex {
        private Optional<SearchQuery> asked = Optional.empty();

        DocumentIndex index() {
            return (DocumentIndex) java.lang.reflect.Proxy.newProxyInstance(
                    DocumentIndex.class.getClassLoader(),
                    new Class<?>[] {DocumentIndex.class},
                    (proxy, method, given) -> {
                        asked = Optional.of((SearchQuery) given[0]);
                        return new SearchHits(0, List.of());
                    });
        }
    }
}
