package vn.sohoa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper for tests, of no unit and no owner until it is said; all people are invented. */
final class Papers {
    private final String id;
    private final String title;
    private long version = 1;
    private String dossier = "H15.12-261102-0001";
    private String type = "QUYET_DINH";
    private String typeName = "Quyết định";
    private @Nullable String ownerId;
    private @Nullable String ownerName;
    private String ownerMasked = "";
    private @Nullable String agency;
    private @Nullable String issued;
    private @Nullable String validUntil;
    private List<String> codes = List.of();
    private List<String> pages = List.of();
    private List<String> units = List.of();

    private Papers(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Papers paper(String id, String title) {
        return new Papers(id, title);
    }

    Papers version(long of) {
        version = of;
        return this;
    }

    Papers type(String code) {
        type = code;
        typeName = code;
        return this;
    }

    Papers owner(String digits, String name) {
        ownerId = digits;
        ownerName = name;
        ownerMasked = "•••";
        return this;
    }

    Papers agency(String name) {
        agency = name;
        return this;
    }

    Papers dates(@Nullable String issuedDate, @Nullable String until) {
        issued = issuedDate;
        validUntil = until;
        return this;
    }

    Papers codes(String ofDossier, String... all) {
        dossier = ofDossier;
        codes = List.of(all);
        return this;
    }

    Papers units(String... all) {
        units = List.of(all);
        return this;
    }

    Papers pages(String... texts) {
        pages = List.of(texts);
        return this;
    }

    IndexedDocument paper() {
        return new IndexedDocument(
                id,
                version,
                dossier,
                type,
                typeName,
                title,
                ownerId,
                ownerName,
                ownerMasked,
                agency,
                issued,
                validUntil,
                "STORED",
                codes,
                pages,
                units);
    }
}
