package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.event;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;

/** Each contradiction is planted by hand, with the constraints out of the way, and must be found. */
class H2CatalogCheckTest {
    private final Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
    private final Document first = TestCatalog.paper(dossier, 1, "mot.pdf");
    private final Document second = TestCatalog.paper(dossier, 2, "hai.pdf");

    private TestCatalog db;

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        db = TestCatalog.open(folder);
        db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));
        long run = db.runLedger()
                .open("nightly", LocalDate.parse("2026-11-02"), TestCatalog.NOON)
                .id();
        db.runLedger().plan(run, List.of(first.id()));
        db.runLedger().close(run, Run.Status.COMPLETED, TestCatalog.NOON);
        assertThat(db.check().violations()).isEmpty();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void plant(String sql) {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        jdbc.sql("set referential_integrity false").update();
        jdbc.sql(sql.replace("FIRST", "'" + first.id() + "'").replace("SECOND", "'" + second.id() + "'"))
                .update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paper without its dossier      | delete from dossier
            paper without receipt          | delete from receipt where document_id = FIRST
            receipt without its paper      | delete from document where id = FIRST
            history of an unknown paper    | delete from document where id = FIRST
            run without its paper          | delete from document where id = FIRST
            receipt differs from its paper | update receipt set bytes = bytes + 1 where document_id = FIRST
            duplicate of an unknown paper  | update document set duplicate_of = random_uuid() where id = FIRST
            outbox row of an unknown paper | insert into outbox (topic, document_id, version) values ('INDEX', random_uuid(), 1)
            outbox row ahead of its paper  | insert into outbox (topic, document_id, version) values ('INDEX', FIRST, 2)
            stored paper without outbox row| update document set stored_at = current_timestamp where id = FIRST
            stored without code            | update document set status = 'STORED' where id = FIRST
            stored without master          | update document set status = 'STORED', code = 'X' where id = FIRST
            changes without history        | update document set version = 2 where id = FIRST
            run left open                  | update run set status = 'RUNNING', ended_at = null
            run left open                  | update run set ended_at = null
            paper planned by an unknown run| delete from run
            refusal of an unknown run      | insert into run_refusal values (99, 'f', 'MANIFEST_INVALID', '')
            reuse of an unknown paper      | insert into reuse_entry (document_id, sha256, for_dossier, officer, purpose, \
            basis, happened_at, business_day) values (random_uuid(), '', '', '', '', '', current_timestamp, current_date)
            recall of an unknown reuse     | insert into reuse_recall (entry_id, document_id, document_version, standing, \
            raised_at) values (99, FIRST, 1, 'REVOKED', current_timestamp)
            withdrawn paper not recalled   | insert into reuse_entry (document_id, sha256, for_dossier, officer, purpose, \
            basis, happened_at, business_day) values (FIRST, '', '', '', '', '', current_timestamp, current_date); \
            update document set standing = 'REVOKED' where id = FIRST
            print of an unknown paper      | insert into paper_print (document_id, print) values (random_uuid(), '')
            pair with an unknown paper     | insert into duplicate_pair (first_id, second_id, likeness, same_key, found_at) \
            values (FIRST, random_uuid(), 0, false, current_timestamp)
            replaced paper still offered   | insert into duplicate_pair values (FIRST, random_uuid(), 0, false, current_timestamp, \
            'NEWER', random_uuid(), 'x', current_timestamp); update document set standing = 'CANDIDATE' where id = FIRST
            machine reading of an unknown  | insert into machine_reading values (random_uuid(), 1, 'X', '', 0, '[]')
            review decision of an unknown  | insert into review_decision (document_id, document_version, subject, verdict, \
            type_code, officer, decided_at) values (random_uuid(), 1, 'x', 'ACCEPTED', 'X', '', current_timestamp)
            review decision without machine| insert into review_decision (document_id, document_version, subject, verdict, \
            type_code, officer, decided_at) values (FIRST, 1, 'x', 'ACCEPTED', 'X', '', current_timestamp)
            entry 1 was changed            | update document_event set actor = 'x' where seq = 1
            entry 1 was changed            | update document_event set happened_at = happened_at + interval '1' second where seq = 1
            entry 2 does not follow        | update document_event set hash = prev_hash where seq = 1
            gap before entry 2             | delete from document_event where seq = 1
            ends with entry 1              | delete from document_event where seq = 2
            ends with entry 2              | update chain_head set hash = 'x'
            """)
    void finds(String violation, String sql) {
        plant(sql);

        assertThat(db.check().violations()).anySatisfy(line -> assertThat(line).contains(violation));
    }

    @Test
    void findsCodeGivenTwiceWhereTheConstraintIsGone() {
        plant("alter table document drop constraint document_code_once");
        plant("update document set code = 'H15.12-261102-0042-KQ1'");

        assertThat(db.check().violations()).containsExactly("code given twice: H15.12-261102-0042-KQ1");
    }

    @Test
    void findsRewrittenHistoryThatWasHashedAnew() {
        db.auditTrail().append(first.id(), event("XEM", "trang 1"));
        plant("update document_event set actor = 'x' where seq = 1");
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        EventChain.Entry forged = jdbc.sql("select * from document_event where seq = 1")
                .query(EventChain.ENTRY)
                .single();
        jdbc.sql("update document_event set hash = :hash where seq = 1")
                .param("hash", forged.recomputed())
                .update();

        assertThat(db.check().violations()).containsExactly("history: entry 2 does not follow the one before");
    }

    @Test
    void isCleanWhileARunWorksOnAPaper() {
        db.runLedger().open("nightly", LocalDate.parse("2026-11-03"), TestCatalog.NOON);
        db.workList().claim(first.id(), DigitisationStatus.RECEIVED, java.time.Duration.ofHours(1));

        assertThat(db.check().violations()).isEmpty();
    }

    @Test
    void knowsEveryStatusAndStandingInItsConstraints() {
        for (DigitisationStatus status : DigitisationStatus.values()) {
            plant("update document set status = '" + status + "' where id = FIRST");
        }
        for (var standing : vn.sohoa.dossier.ReuseStanding.values()) {
            plant("update document set standing = '" + standing + "' where id = FIRST");
        }
        for (var copy : vn.sohoa.dossier.CopyForm.values()) {
            plant("update document set copy_form = '" + copy + "' where id = FIRST");
        }
        for (var kind : vn.sohoa.dossier.OwnerId.Kind.values()) {
            plant("update document set owner_number = '1', owner_kind = '" + kind + "' where id = FIRST");
        }
        assertThat(db.catalog().document(second.id())).contains(second);
    }
}
