package vn.sohoa.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;

/** The work list in an SQL database. Time is the database's. */
final class JdbcWorkList implements WorkList {
    private static final String DUE = """
             d.status = :status
            and (d.lease_until is null or d.lease_until <= current_timestamp)
            and (d.not_before is null or d.not_before <= current_timestamp)
            """;

    private static final String TURNS = """
            select id from (
              select d.id, s.due_on, d.dossier_code, d.ordinal, row_number() over (
                partition by s.receiving_unit order by s.due_on nulls last, d.dossier_code, d.ordinal, d.id) as turn
              from document d join dossier s on s.code = d.dossier_code where %s) waiting
            order by turn, due_on nulls last, dossier_code, ordinal, id limit :limit""";

    private final Database database;

    JdbcWorkList(Database database) {
        this.database = database;
    }

    @Override
    public List<DocumentId> pending(DigitisationStatus status, int limit) {
        return database.call(jdbc -> jdbc.sql(TURNS.formatted(DUE))
                .param("status", status.name())
                .param("limit", limit)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public long count(DigitisationStatus status) {
        return database.call(jdbc -> jdbc.sql("select count(*) from document where status = :status")
                .param("status", status.name())
                .query(Long.class)
                .single());
    }

    @Override
    public boolean inHand(DigitisationStatus status) {
        return database.call(jdbc -> jdbc.sql("select exists (select 1 from document where status = :status"
                        + " and lease_until > current_timestamp)")
                .param("status", status.name())
                .query(Boolean.class)
                .single());
    }

    @Override
    public Optional<Claim> claim(DocumentId id, DigitisationStatus expected, Duration lease) {
        return database.call(jdbc -> {
            Optional<Papers.Locked> free = jdbc.sql(
                            "select d.* from document d where d.id = :id and" + DUE + "for update skip locked")
                    .param("id", id.value())
                    .param("status", expected.name())
                    .query(Papers.LOCKED)
                    .optional();
            return free.map(row -> claim(jdbc, row, lease));
        });
    }

    private static Claim claim(JdbcClient jdbc, Papers.Locked row, Duration lease) {
        Instant until = Database.now(jdbc).plus(lease);
        long epoch = row.epoch() + 1;
        int deaths = row.deaths() + (row.leaseUntil() == null ? 0 : 1);
        jdbc.sql("update document set lease_until = :until, lease_epoch = :epoch, deaths = :deaths where id = :id")
                .param("until", Database.timestamp(until))
                .param("epoch", epoch)
                .param("deaths", deaths)
                .param("id", row.document().id().value())
                .update();
        return new Claim(row.document(), epoch, row.attempts(), deaths);
    }

    @Override
    public void renew(Collection<Claim> claims, Duration lease) {
        database.call(jdbc -> {
            OffsetDateTime until = Database.timestamp(Database.now(jdbc).plus(lease));
            claims.stream()
                    .sorted(Comparator.comparing(claim -> claim.document().id().value()))
                    .forEach(claim -> jdbc.sql("update document set lease_until = :until where id = :id"
                                    + " and lease_epoch = :epoch and lease_until is not null")
                            .param("until", until)
                            .param("id", claim.document().id().value())
                            .param("epoch", claim.epoch())
                            .update());
            return true;
        });
    }

    @Override
    public boolean record(Claim claim, Document changed, ProvenanceEvent event, long run) {
        DocumentId id = claim.document().id();
        if (!changed.id().equals(id)) {
            throw new IllegalArgumentException("a claim on " + id + " does not entitle to " + changed.id());
        }
        return database.call(jdbc -> ifOurs(jdbc, claim, row -> {
            Papers.writeByClaim(jdbc, row, changed, event);
            RunPapers.outcome(jdbc, run, id);
        }));
    }

    @Override
    public void takeOver() {
        database.call(jdbc -> jdbc.sql("update document set lease_until = null, lease_epoch = lease_epoch + 1"
                        + " where lease_until is not null")
                .update());
    }

    @Override
    public boolean postpone(Claim claim, Problem problem, Duration wait, long run) {
        DocumentId id = claim.document().id();
        return database.call(jdbc -> ifOurs(jdbc, claim, row -> {
            jdbc.sql("""
                            update document set attempts = attempts + 1, not_before = :not_before,
                              last_problem = :problem, lease_until = null where id = :id""")
                    .param("not_before", Database.timestamp(Database.now(jdbc).plus(wait)))
                    .param("problem", problem.name())
                    .param("id", id.value())
                    .update();
            RunPapers.outcome(jdbc, run, id);
        }));
    }

    private static boolean ifOurs(JdbcClient jdbc, Claim claim, Consumer<Papers.Locked> write) {
        Optional<Papers.Locked> ours = Papers.lock(jdbc, claim.document().id()).filter(row -> row.isClaimedBy(claim));
        ours.ifPresent(write);
        return ours.isPresent();
    }
}
