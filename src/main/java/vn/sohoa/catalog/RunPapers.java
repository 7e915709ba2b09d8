package vn.sohoa.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;

/** Which papers a run answers for. Works inside a transaction that others have begun. */
final class RunPapers {
    private RunPapers() {}

    /** Enters a paper unless it is there. */
    static void plan(JdbcClient jdbc, long run, DocumentId document) {
        jdbc.sql("""
                        insert into run_paper (run_id, document_id)
                        select r.id, d.id from run r, document d where r.id = :run and d.id = :document and not exists
                          (select 1 from run_paper p where p.run_id = r.id and p.document_id = d.id)""").param("run", run).param("document", document.value()).update();
    }

    /** Counts an outcome, also for a paper that was not planned. */
    static void outcome(JdbcClient jdbc, long run, DocumentId document) {
        if (count(jdbc, run, document) == 0) {
            plan(jdbc, run, document);
            if (count(jdbc, run, document) == 0) {
                throw new IllegalArgumentException("no such run: " + run);
            }
        }
    }

    private static int count(JdbcClient jdbc, long run, DocumentId document) {
        return jdbc.sql("update run_paper set outcomes = outcomes + 1 where run_id = :run and document_id = :document")
                .param("run", run)
                .param("document", document.value())
                .update();
    }
}
