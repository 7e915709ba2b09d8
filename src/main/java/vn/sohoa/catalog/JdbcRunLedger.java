package vn.sohoa.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;

/** The ledger of runs in an SQL database. */
final class JdbcRunLedger implements RunLedger {
    private static final RowMapper<Run> RUN = (row, n) -> new Run(
            row.getLong("id"),
            row.getString("job"),
            row.getObject("business_day", LocalDate.class),
            Database.instant(row, "started_at"),
            Database.instantOrNull(row, "ended_at"),
            Run.Status.valueOf(row.getString("status")));
    private static final RowMapper<RunResult.Paper> PAPER = (row, n) -> new RunResult.Paper(
            new DocumentId(row.getObject("id", UUID.class)),
            new DossierCode(row.getString("dossier_code")),
            new AgencyCode(row.getString("receiving_unit")),
            row.getString("title"),
            row.getString("source_name"),
            row.getInt("pages"),
            DigitisationStatus.valueOf(row.getString("status")),
            row.getInt("outcomes") > 0,
            DocumentRows.ifPresent(row.getString("last_problem"), Problem::valueOf),
            DocumentRows.ifPresent(row.getString("scope_reason"), ScopeReason::valueOf),
            row.getString("problem_detail"));
    private static final RowMapper<RunResult.Refused> REFUSED = (row, n) -> new RunResult.Refused(
            row.getString("folder"), Problem.valueOf(row.getString("problem")), row.getString("detail"));

    private final Database database;

    JdbcRunLedger(Database database) {
        this.database = database;
    }

    @Override
    public Run open(String job, LocalDate businessDay, Instant at) {
        return database.call(jdbc -> {
            jdbc.sql("select name from run_door where name = 'open' for update")
                    .query(String.class)
                    .single();
            long id = unended(jdbc, job, businessDay).orElseGet(() -> insert(jdbc, job, businessDay, at));
            jdbc.sql("update run set status = 'RUNNING', ended_at = null, stop_requested_at = null where id = :id")
                    .param("id", id)
                    .update();
            return get(jdbc, id).orElseThrow();
        });
    }

    private static Optional<Long> unended(JdbcClient jdbc, String job, LocalDate day) {
        return jdbc.sql("""
                        select id from run where job = :job and business_day = :day
                          and (ended_at is null or status in ('STOPPED', 'FAILED')) order by id desc limit 1""")
                .param("job", job)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    private static long insert(JdbcClient jdbc, String job, LocalDate day, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into run (job, business_day, started_at, status)
                        values (:job, :day, :started, 'RUNNING')""")
                .param("job", job)
                .param("day", day)
                .param("started", Database.timestamp(at))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    @Override
    public void plan(long run, Collection<DocumentId> papers) {
        database.call(jdbc -> {
            papers.forEach(paper -> RunPapers.plan(jdbc, run, paper));
            return true;
        });
    }

    @Override
    public void refuse(long run, String folder, Problem problem, String detail) {
        database.call(jdbc -> jdbc.sql("""
                        insert into run_refusal (run_id, folder, problem, detail)
                        select r.id, cast(:folder as varchar(1000)), cast(:problem as varchar(60)),
                          cast(:detail as varchar(100000)) from run r where r.id = :run and not exists
                          (select 1 from run_refusal x where x.run_id = r.id and x.folder = :folder
                            and x.problem = :problem)""")
                .param("run", run)
                .param("folder", folder)
                .param("problem", problem.name())
                .param("detail", detail)
                .update());
    }

    @Override
    public void close(long run, Run.Status status, Instant at) {
        if (status == Run.Status.RUNNING) {
            throw new IllegalArgumentException("a run does not end as " + status);
        }
        database.call(jdbc -> jdbc.sql("update run set status = :status, ended_at = :at where id = :run")
                .param("status", status.name())
                .param("at", Database.timestamp(at))
                .param("run", run)
                .update());
    }

    @Override
    public Optional<Run> find(long run) {
        return database.call(jdbc -> get(jdbc, run));
    }

    @Override
    public List<Run> recent(int limit) {
        return database.call(jdbc -> jdbc.sql("select * from run order by started_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(RUN)
                .list());
    }

    @Override
    public RunResult result(long run) {
        return database.call(jdbc -> new RunResult(
                get(jdbc, run).orElseThrow(() -> new IllegalArgumentException("no such run: " + run)),
                jdbc.sql("""
                                select d.*, s.receiving_unit, p.outcomes from run_paper p
                                join document d on d.id = p.document_id join dossier s on s.code = d.dossier_code
                                where p.run_id = :run and %s order by d.dossier_code, d.ordinal, d.id""".formatted(CurrentScope.ofUnits("s")))
                        .param("run", run)
                        .query(PAPER)
                        .list(),
                jdbc.sql("select * from run_refusal where run_id = :run order by folder, problem")
                        .param("run", run)
                        .query(REFUSED)
                        .list()));
    }

    private static Optional<Run> get(JdbcClient jdbc, long id) {
        return jdbc.sql("select * from run where id = :id")
                .param("id", id)
                .query(RUN)
                .optional();
    }
}
