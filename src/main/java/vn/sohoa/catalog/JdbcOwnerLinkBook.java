package vn.sohoa.catalog;

import static vn.sohoa.catalog.DocumentRows.ifPresent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.ProvenanceEvent;

/** Links of owners in an SQL database. */
final class JdbcOwnerLinkBook implements OwnerLinkBook {
    private static final String IN_ORDER = " order by found_at, document_id, old_number, owner_number";

    private final Database database;

    JdbcOwnerLinkBook(Database database) {
        this.database = database;
    }

    @Override
    public void keep(DocumentId paper, List<OwnerLink> sayings) {
        database.call(jdbc -> {
            Papers.lock(jdbc, paper);
            jdbc.sql("delete from owner_link where document_id = :paper and officer is null")
                    .param("paper", paper.value())
                    .update();
            List<OwnerLink> decided = jdbc.sql("select * from owner_link where document_id = :paper")
                    .param("paper", paper.value())
                    .query(JdbcOwnerLinkBook::link)
                    .list();
            sayings.stream()
                    .filter(link -> decided.stream().noneMatch(known -> isSame(known, link)))
                    .forEach(link -> insert(jdbc, link));
            return sayings.size();
        });
    }

    private static boolean isSame(OwnerLink one, OwnerLink other) {
        return one.old().equals(other.old()) && one.owner().equals(other.owner());
    }

    private static void insert(JdbcClient jdbc, OwnerLink link) {
        jdbc.sql("""
                        insert into owner_link (document_id, old_number, owner_number, page, field, method, state, found_at)
                        values (:paper, :old, :owner, :page, :field, :method, :state, :found)""")
                .param("paper", link.document().value())
                .param("old", link.old().value())
                .param("owner", link.owner().value())
                .param("page", link.page())
                .param("field", link.field())
                .param("method", link.method().name())
                .param("state", link.state().name())
                .param("found", Database.timestamp(link.found()))
                .update();
    }

    @Override
    public List<OwnerLink> of(OwnerId number) {
        return database.call(jdbc -> jdbc.sql("""
                        select * from owner_link where old_number = :number or owner_number = :number
                          or owner_number in (select owner_number from owner_link where old_number = :number)
                          or old_number in (select old_number from owner_link where owner_number = :number)""" + IN_ORDER)
                .param("number", number.value())
                .query(JdbcOwnerLinkBook::link)
                .list());
    }

    @Override
    public List<OwnerLink> all() {
        return database.call(
                jdbc -> jdbc.sql("select * from owner_link where " + CurrentScope.ofPaper("document_id") + IN_ORDER)
                        .query(JdbcOwnerLinkBook::link)
                        .list());
    }

    @Override
    public List<OwnerLink> of(DocumentId paper) {
        return database.call(jdbc -> jdbc.sql("select * from owner_link where document_id = :paper and "
                        + CurrentScope.ofPaper("document_id") + IN_ORDER)
                .param("paper", paper.value())
                .query(JdbcOwnerLinkBook::link)
                .list());
    }

    /** Papers are those of whoever asks, what speaks for and against them is everybody's. */
    @Override
    public List<Waiting> waiting() {
        String seen = CurrentScope.ofPaper("document_id");
        return CurrentScope.unbounded(() -> database.call(jdbc -> jdbc.sql("""
                        select l.*, n.persons from owner_link l join (
                            select old_number as number_said, count(distinct owner_number) as persons from owner_link
                            where state <> 'REFUSED' group by old_number
                            having count(distinct owner_number) > 1 or max(case when state in ('PROVEN', 'CONFIRMED') then 1 else 0 end) = 0
                          ) n on n.number_said = l.old_number
                        where state <> 'REFUSED' and""" + " " + seen + IN_ORDER)
                .query((row, n) -> new Waiting(link(row, n), row.getInt("persons")))
                .list()));
    }

    @Override
    public boolean decide(DocumentId paper, OwnerLink.State as, ProvenanceEvent event) {
        return database.call(jdbc -> {
            Papers.lock(jdbc, paper); // whoever also appends to the history locks the paper first
            int decided = jdbc.sql("""
                            update owner_link set state = :state, officer = :officer, decided_at = :at
                            where document_id = :paper and state <> :state""")
                    .param("state", as.name())
                    .param("officer", event.actor())
                    .param("at", Database.timestamp(event.at()))
                    .param("paper", paper.value())
                    .update();
            if (decided > 0) {
                EventChain.append(jdbc, paper, null, event);
            }
            return decided > 0;
        });
    }

    private static OwnerLink link(ResultSet row, int number) throws SQLException {
        return new OwnerLink(
                new OwnerId(OwnerId.Kind.OLD_CARD, row.getString("old_number")),
                new OwnerId(OwnerId.Kind.CITIZEN, row.getString("owner_number")),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("page"),
                row.getString("field"),
                ExtractedValue.Method.valueOf(row.getString("method")),
                Database.instant(row, "found_at"),
                OwnerLink.State.valueOf(row.getString("state")),
                ifPresent(row.getString("officer"), text -> text),
                Database.instantOrNull(row, "decided_at"));
    }
}
