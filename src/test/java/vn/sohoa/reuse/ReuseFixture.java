package vn.sohoa.reuse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ProvenanceEvent;

/** Use cases of the room for the tests of its faces. */
public final class ReuseFixture {
    private ReuseFixture() {}

    /** With the rules of the house and an empty catalogue. */
    public static FindReusable nothingOnFile() {
        return new FindReusable(
                new Empty(), new ReusePolicy(ValidityRules.load(Path.of("jobs/reference/validity-rules.yml"))));
    }

    private static final class Empty implements Catalog {
        @Override
        public List<DocumentId> receive(Dossier dossier, List<Document> papers, ProvenanceEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Document> document(DocumentId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Dossier> dossier(DossierCode code) {
            return Optional.empty();
        }

        @Override
        public List<Document> documents(DocumentFilter filter) {
            return List.of();
        }

        @Override
        public List<Dossier> dossiers(DocumentFilter filter) {
            return List.of();
        }

        @Override
        public boolean change(Document changed, ProvenanceEvent event) {
            throw new UnsupportedOperationException();
        }
    }
}
