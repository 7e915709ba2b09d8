package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.PageText;
import vn.sohoa.search.IndexedDocument;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** What the index is to know of a paper: made from the catalogue and the store alone, so that it can be made again. */
@Component
class Indexing {
    private static final Logger log = LoggerFactory.getLogger(Indexing.class);

    private final Catalog catalog;
    private final ObjectStore store;

    Indexing(Catalog catalog, ObjectStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Every paper that belongs into the index; the catalogue is read when the first is asked for. */
    Stream<IndexedDocument> all() {
        return StreamSupport.stream(
                        () -> catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))
                                .spliterator(),
                        Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED,
                        false)
                .map(this::of);
    }

    /** Whether a paper belongs into the index: only what is stored. */
    static boolean belongs(Document paper) {
        return paper.status() == DigitisationStatus.STORED;
    }

    IndexedDocument of(Document paper) {
        return new IndexedDocument(
                paper.id().toString(),
                paper.version(),
                paper.dossier().value(),
                paper.type().code(),
                paper.type().name(),
                paper.value(FieldName.SUBJECT).orElse(paper.title()),
                paper.owner() == null ? null : paper.owner().value(),
                paper.value(FieldName.OWNER_NAME).orElse(null),
                paper.owner() == null ? "" : paper.owner().masked(),
                paper.value(FieldName.AGENCY).orElse(null),
                paper.value(FieldName.ISSUED_DATE).orElse(null),
                paper.value(FieldName.VALID_UNTIL).orElse(null),
                paper.status().name(),
                codes(paper),
                pages(paper),
                catalog.dossier(paper.dossier()).map(Indexing::units).orElse(List.of()));
    }

    private static List<String> units(Dossier dossier) {
        return Stream.of(dossier.receivingUnit(), dossier.processingUnit(), dossier.issuingUnit())
                .filter(Objects::nonNull)
                .map(AgencyCode::value)
                .distinct()
                .toList();
    }

    private static List<String> codes(Document paper) {
        List<String> codes = new ArrayList<>(List.of(paper.dossier().value()));
        Optional.ofNullable(paper.code()).ifPresent(codes::add);
        for (ExtractedValue value : paper.values()) {
            String field = value.field();
            if (field.equals(FieldName.CODE_NUMBER)
                    || (field.endsWith("Number") && !field.endsWith(FieldName.CONFLICT))) {
                codes.add(value.value());
            }
        }
        return codes;
    }

    private List<String> pages(Document paper) {
        Optional<StoredObject> text = paper.object(ObjectRole.TEXT.name());
        return text.map(object -> words(paper, object)).orElse(List.of());
    }

    /** A damaged text keeps no other paper out of the index: the paper is found by its fields, the fixity check names it. */
    private List<String> words(Document paper, StoredObject text) {
        try {
            return PageTexts.read(store.read(new ObjectKey(text.key()), text.sha256())).stream()
                    .map(PageText::text)
                    .toList();
        } catch (DigitisationException damaged) {
            if (damaged.problem() != Problem.STORE_CORRUPT) {
                throw damaged;
            }
            log.error("paper {}: its text is damaged, indexed without it", paper.id());
            return List.of();
        }
    }
}
