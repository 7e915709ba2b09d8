package vn.sohoa.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProvenanceEvent;

/** The catalogue in an SQL database. */
final class JdbcCatalog implements Catalog {
    private final Database database;

    JdbcCatalog(Database database) {
        this.database = database;
    }

    @Override
    public List<DocumentId> receive(Dossier dossier, List<Document> papers, ProvenanceEvent event) {
        for (Document paper : papers) {
            if (!paper.dossier().equals(dossier.code()) || paper.status() != DigitisationStatus.RECEIVED) {
                throw new IllegalArgumentException(
                        "not a newly received paper of " + dossier.code() + ": " + paper.id() + ", " + paper.status());
            }
        }
        // a duplicate may name a paper of the same delivery, which must stand before it
        List<Document> originalsFirst = papers.stream()
                .sorted(Comparator.comparing(paper -> paper.duplicateOf() != null))
                .toList();
        return database.call(jdbc -> {
            if (findDossier(jdbc, dossier.code()).isEmpty()) {
                insert(jdbc, dossier);
            }
            List<DocumentId> taken = new ArrayList<>();
            for (Document paper : originalsFirst) {
                if (find(jdbc, paper.id()).isEmpty()) {
                    Papers.insert(jdbc, paper, event);
                    taken.add(paper.id());
                }
            }
            return List.copyOf(taken);
        });
    }

    @Override
    public Optional<Document> document(DocumentId id) {
        return database.call(jdbc -> jdbc.sql(
                        "select * from document where id = :id and " + CurrentScope.ofDossier("document.dossier_code"))
                .param("id", id.value())
                .query(DocumentRows::read)
                .optional());
    }

    @Override
    public Set<DocumentId> stored(Collection<DocumentId> papers) {
        if (papers.isEmpty()) {
            return Set.of();
        }
        List<UUID> ids = papers.stream().map(DocumentId::value).toList();
        return database.call(jdbc -> jdbc.sql("select id from document where id in (:ids) and status = 'STORED' and "
                        + CurrentScope.ofDossier("document.dossier_code"))
                .param("ids", ids)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .set());
    }

    @Override
    public Map<DocumentId, Long> versions(DigitisationStatus status) {
        return database.call(jdbc -> jdbc
                .sql("select id, version from document where status = :status and "
                        + CurrentScope.ofDossier("document.dossier_code"))
                .param("status", status.name())
                .query((row, n) -> Map.entry(new DocumentId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Optional<Dossier> dossier(DossierCode code) {
        return database.call(
                jdbc -> jdbc.sql("select * from dossier where code = :code and " + CurrentScope.ofUnits("dossier"))
                        .param("code", code.value())
                        .query(DossierRows::read)
                        .optional());
    }

    @Override
    public List<Document> documents(DocumentFilter filter) {
        Criteria criteria = Criteria.of(filter);
        return database.call(
                jdbc -> jdbc.sql("select * from document" + criteria.where() + " order by dossier_code, ordinal, id")
                        .params(criteria.values())
                        .query(DocumentRows::read)
                        .list());
    }

    @Override
    public List<Dossier> dossiers(DocumentFilter filter) {
        Criteria criteria = Criteria.of(filter);
        return database.call(jdbc -> jdbc.sql("select * from dossier where code in (select dossier_code from document"
                        + criteria.where() + ") order by code")
                .params(criteria.values())
                .query(DossierRows::read)
                .list());
    }

    @Override
    public List<Dossier> dossiersOf(OwnerId owner) {
        return database.call(jdbc -> jdbc.sql("""
                        select * from dossier where code in (
                          select code from dossier where owner_number = :number and owner_kind = :kind
                          union select dossier_code from document where owner_number = :number and owner_kind = :kind
                            and status <> 'QUARANTINED')
                        and""" + " " + CurrentScope.ofUnits("dossier") + " order by code")
                .param("number", owner.value())
                .param("kind", owner.kind().name())
                .query(DossierRows::read)
                .list());
    }

    @Override
    public boolean change(Document changed, ProvenanceEvent event) {
        return database.call(jdbc -> {
            Optional<Papers.Locked> current =
                    Papers.lock(jdbc, changed.id()).filter(row -> row.document().version() == changed.version());
            current.ifPresent(row -> Papers.writeByPerson(jdbc, row, changed, event));
            return current.isPresent();
        });
    }

    private static Optional<Document> find(JdbcClient jdbc, DocumentId id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id.value())
                .query(DocumentRows::read)
                .optional();
    }

    private static Optional<Dossier> findDossier(JdbcClient jdbc, DossierCode code) {
        return jdbc.sql("select * from dossier where code = :code")
                .param("code", code.value())
                .query(DossierRows::read)
                .optional();
    }

    private static void insert(JdbcClient jdbc, Dossier dossier) {
        jdbc.sql("""
                        insert into dossier (code, procedure_code, procedure_name, owner_kind, owner_number, owner_name,
                          received_on, due_on, receiving_unit, processing_unit, issuing_unit)
                        values (:code, :procedure_code, :procedure_name, :owner_kind, :owner_number, :owner_name,
                          :received_on, :due_on, :receiving_unit, :processing_unit, :issuing_unit)""").params(DossierRows.columns(dossier)).update();
    }

    /** A filter, and whose papers may be seen, as SQL over {@code document}. */
    private record Criteria(String where, Map<String, @Nullable Object> values) {

        static Criteria of(DocumentFilter filter) {
            Map<String, @Nullable Object> wanted = new HashMap<>();
            wanted.put(
                    "dossier_code",
                    filter.dossier() == null ? null : filter.dossier().value());
            wanted.put(
                    "status", filter.status() == null ? null : filter.status().name());
            wanted.put("type_code", filter.type());
            wanted.put(
                    "source_sha256",
                    filter.sha256() == null ? null : filter.sha256().hex());
            wanted.putAll(DocumentRows.ownerColumns(filter.owner()));
            wanted.values().removeIf(value -> value == null);
            String terms = wanted.keySet().stream()
                    .sorted()
                    .map(column -> column + " = :" + column + " and ")
                    .collect(Collectors.joining());
            return new Criteria(" where " + terms + CurrentScope.ofDossier("document.dossier_code"), wanted);
        }
    }
}
