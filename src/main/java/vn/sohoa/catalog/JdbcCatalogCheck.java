package vn.sohoa.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Document;

/** The invariants of the catalogue, asked of the rows themselves and not of the constraints that should hold them. */
final class JdbcCatalogCheck implements CatalogCheck {
    private static final String MASTER = "MASTER";
    private static final String NO_DOCUMENT =
            " x where not exists (select 1 from document d where d.id = x.document_id)";

    /** Query of one text column → what its rows are. */
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "paper without its dossier",
                    "select cast(id as varchar(36)) from document x where not exists"
                            + " (select 1 from dossier s where s.code = x.dossier_code)"),
            Map.entry(
                    "paper without receipt",
                    "select cast(id as varchar(36)) from document x where not exists"
                            + " (select 1 from receipt r where r.document_id = x.id)"),
            Map.entry(
                    "duplicate of an unknown paper",
                    "select cast(id as varchar(36)) from document x where"
                            + " duplicate_of is not null and not exists"
                            + " (select 1 from document d where d.id = x.duplicate_of)"),
            Map.entry(
                    "receipt without its paper", "select cast(document_id as varchar(36)) from receipt" + NO_DOCUMENT),
            Map.entry(
                    "receipt differs from its paper",
                    "select cast(d.id as varchar(36)) from document d join receipt r"
                            + " on r.document_id = d.id where r.sha256 <> d.source_sha256 or r.bytes <> d.source_bytes"),
            Map.entry(
                    "history of an unknown paper", "select cast(seq as varchar(20)) from document_event" + NO_DOCUMENT),
            Map.entry("outbox row of an unknown paper", "select cast(id as varchar(20)) from outbox" + NO_DOCUMENT),
            Map.entry(
                    "outbox row ahead of its paper",
                    "select cast(o.id as varchar(20)) from outbox o join document d"
                            + " on d.id = o.document_id where o.version > d.version"),
            Map.entry(
                    "stored paper without outbox row",
                    "select cast(d.id as varchar(36)) from document d where"
                            + " d.stored_at is not null and not exists (select 1 from outbox o where o.document_id = d.id"
                            + " and o.topic = 'INDEX' and o.version = d.version)"),
            Map.entry("run without its paper", "select cast(run_id as varchar(20)) from run_paper" + NO_DOCUMENT),
            Map.entry(
                    "paper planned by an unknown run",
                    "select cast(run_id as varchar(20)) from run_paper x where"
                            + " not exists (select 1 from run r where r.id = x.run_id)"),
            Map.entry(
                    "refusal of an unknown run",
                    "select cast(run_id as varchar(20)) from run_refusal x where"
                            + " not exists (select 1 from run r where r.id = x.run_id)"),
            Map.entry(
                    "evidence of an unknown paper",
                    "select cast(document_id as varchar(36)) from evidence" + NO_DOCUMENT),
            Map.entry(
                    "print of an unknown paper",
                    "select cast(document_id as varchar(36)) from paper_print" + NO_DOCUMENT),
            Map.entry(
                    "owner link of an unknown paper",
                    "select cast(document_id as varchar(36)) from owner_link" + NO_DOCUMENT),
            Map.entry(
                    "pair with an unknown paper",
                    "select cast(first_id as varchar(36)) from duplicate_pair x where not exists (select 1 from document d"
                            + " where d.id = x.first_id) or not exists (select 1 from document d where d.id = x.second_id)"),
            Map.entry(
                    "replaced paper still offered",
                    "select cast(d.id as varchar(36)) from document d join duplicate_pair x on x.verdict = 'NEWER'"
                            + " and x.successor_id <> d.id and d.id in (x.first_id, x.second_id)"
                            + " where d.standing in ('CANDIDATE', 'VERIFIED')"),
            Map.entry(
                    "machine reading of an unknown paper",
                    "select cast(document_id as varchar(36)) from machine_reading" + NO_DOCUMENT),
            Map.entry(
                    "review decision of an unknown paper",
                    "select cast(id as varchar(20)) from review_decision" + NO_DOCUMENT),
            Map.entry(
                    "review decision without machine reading",
                    "select cast(id as varchar(20)) from review_decision x where not exists (select 1 from machine_reading m"
                            + " where m.document_id = x.document_id and m.document_version < x.document_version)"),
            Map.entry(
                    "recall of an unknown reuse",
                    "select cast(id as varchar(20)) from reuse_recall x where not exists"
                            + " (select 1 from reuse_entry e where e.id = x.entry_id and e.document_id = x.document_id)"),
            Map.entry(
                    "reuse of a withdrawn paper not recalled",
                    "select cast(e.id as varchar(20)) from reuse_entry e join document d on d.id = e.document_id"
                            + " where d.standing in ('SUSPECT', 'SUPERSEDED', 'REVOKED')"
                            + " and not exists (select 1 from reuse_recall r where r.entry_id = e.id)"),
            Map.entry("reuse of an unknown paper", "select cast(id as varchar(20)) from reuse_entry" + NO_DOCUMENT),
            Map.entry(
                    "code given twice",
                    "select code from document where code is not null group by code" + " having count(*) > 1"),
            Map.entry(
                    "changes without history",
                    "select cast(d.id as varchar(36)) from document d left join"
                            + " document_event e on e.document_id = d.id and e.document_version is not null"
                            + " group by d.id, d.version having count(e.seq) = 0 or max(e.document_version) <> d.version"
                            + " or count(e.seq) <> max(e.document_version) - min(e.document_version) + 1"),
            Map.entry(
                    "run left open",
                    "select cast(id as varchar(20)) from run where (status = 'RUNNING') <>"
                            + " (ended_at is null) or (status = 'RUNNING' and not exists (select 1 from document d where"
                            + " d.lease_until > current_timestamp))")));

    private final Database database;

    JdbcCatalogCheck(Database database) {
        this.database = database;
    }

    @Override
    public List<String> violations() {
        return database.call(jdbc -> {
            List<String> found = new ArrayList<>();
            QUERIES.forEach((what, query) ->
                    jdbc.sql(query).query(String.class).list().forEach(id -> found.add(what + ": " + id)));
            stored(jdbc, found);
            chain(jdbc, found);
            found.addAll(JdbcAccessLog.violations(jdbc));
            return List.copyOf(found);
        });
    }

    private static void stored(JdbcClient jdbc, List<String> found) {
        try (Stream<Document> papers =
                jdbc
                        .sql("select * from document where status = 'STORED' order by id")
                        .query(DocumentRows::read)
                        .stream()) {
            papers.forEach(paper -> {
                if (paper.code() == null) {
                    found.add("stored without code: " + paper.id());
                }
                if (paper.object(MASTER).isEmpty()) {
                    found.add("stored without master: " + paper.id());
                }
            });
        }
    }

    private static void chain(JdbcClient jdbc, List<String> found) {
        ChainHead.Walk walk = new ChainHead.Walk("history", found);
        try (Stream<EventChain.Entry> entries =
                jdbc.sql("select * from document_event order by seq").query(EventChain.ENTRY).stream()) {
            entries.forEach(entry -> walk.pass(entry.seq(), entry.previous(), entry.hash(), entry.recomputed()));
        }
        walk.end(EventChain.head(jdbc));
    }
}
