package vn.sohoa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papers for tests; all people are invented. */
record Papers(IndexedDocument paper) {

    static Papers paper(String id, String title) {
        return new Papers(new IndexedDocument(
                id,
                1,
                "H15.12-261102-0001",
                "QUYET_DINH",
                "Quyết định",
                title,
                null,
                null,
                "",
                null,
                null,
                null,
                "STORED",
                List.of(),
                List.of()));
    }

    Papers version(long version) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                version,
                p.dossier(),
                p.type(),
                p.typeName(),
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                p.agency(),
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                p.codes(),
                p.pages()));
    }

    Papers type(String type) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                p.dossier(),
                type,
                type,
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                p.agency(),
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                p.codes(),
                p.pages()));
    }

    Papers owner(String id, String name) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                p.dossier(),
                p.type(),
                p.typeName(),
                p.title(),
                id,
                name,
                "•••",
                p.agency(),
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                p.codes(),
                p.pages()));
    }

    Papers agency(String agency) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                p.dossier(),
                p.type(),
                p.typeName(),
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                agency,
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                p.codes(),
                p.pages()));
    }

    Papers dates(@Nullable String issued, @Nullable String validUntil) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                p.dossier(),
                p.type(),
                p.typeName(),
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                p.agency(),
                issued,
                validUntil,
                p.status(),
                p.codes(),
                p.pages()));
    }

    Papers codes(String dossier, String... codes) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                dossier,
                p.type(),
                p.typeName(),
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                p.agency(),
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                List.of(codes),
                p.pages()));
    }

    Papers pages(String... pages) {
        IndexedDocument p = paper;
        return new Papers(new IndexedDocument(
                p.document(),
                p.version(),
                p.dossier(),
                p.type(),
                p.typeName(),
                p.title(),
                p.ownerId(),
                p.ownerName(),
                p.ownerMasked(),
                p.agency(),
                p.issuedDate(),
                p.validUntil(),
                p.status(),
                p.codes(),
                List.of(pages)));
    }
}
