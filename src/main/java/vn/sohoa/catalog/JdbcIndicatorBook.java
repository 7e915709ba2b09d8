package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Sha256;

/** Facts for indicators out of an SQL database, and closed periods in it. */
final class JdbcIndicatorBook implements IndicatorBook {
    private static final int FETCH = 5_000;
    private static final int BATCH = 500;

    /** One row a paper; the columns of papers stand in an index, so that their wide rows are not read. */
    private static final String FACTS = """
            select d.code, d.procedure_code, d.received_on, d.receiving_unit, d.processing_unit, d.issuing_unit,
              h.finished_on, h.returned_on, x.is_result, x.status, p.reuse, p.national_store,
              case when x.is_result = true and x.status = 'STORED' and exists (select 1 from outbox o
                where o.document_id = x.id and o.topic = 'PORTAL' and o.sent_at is not null) then 1 else 0 end as pushed,
              case when exists (select 1 from reuse_entry r where r.for_dossier = d.code) then 1 else 0 end as taken
            from dossier d
              left join dossier_handling h on h.dossier_code = d.code
              left join document x on x.dossier_code = d.code
              left join paper_handling p on p.document_id = x.id
            where %s and %s order by d.received_on, d.code""";

    private static final String RECEIVED = "d.received_on between :from and :to";
    private static final String FINISHED_TOO = "d.received_on is not null and d.code in (select code from dossier"
            + " where received_on between :from and :to union select dossier_code from dossier_handling"
            + " where finished_on between :from and :to)";

    private final Database database;

    JdbcIndicatorBook(Database database) {
        this.database = database;
    }

    @Override
    public List<CaseFacts> facts(LocalDate from, LocalDate to, boolean finishedToo) {
        return database.call(jdbc -> {
            Fold fold = new Fold();
            jdbc.sql(FACTS.formatted(finishedToo ? FINISHED_TOO : RECEIVED, CurrentScope.ofUnits("d")))
                    .withFetchSize(FETCH)
                    .param("from", from)
                    .param("to", to)
                    .query((RowCallbackHandler) fold::add);
            return fold.end();
        });
    }

    /** Rows of papers as facts of dossiers; the rows of a dossier follow each other. */
    private static final class Fold {
        private final List<CaseFacts> cases = new ArrayList<>();
        private final Map<String, String> same = new LinkedHashMap<>();
        private final Set<CaseFacts.Mark> marks = EnumSet.noneOf(CaseFacts.Mark.class);
        private @Nullable CaseFacts open;

        void add(ResultSet row) throws SQLException {
            String code = row.getString("code");
            if (open == null || !open.dossier().equals(code)) {
                close();
                open = new CaseFacts(
                        code,
                        text(row, "procedure_code"),
                        row.getObject("received_on", LocalDate.class),
                        text(row, "receiving_unit"),
                        text(row, "processing_unit"),
                        text(row, "issuing_unit"),
                        row.getObject("finished_on", LocalDate.class),
                        Set.of());
            }
            mark(row);
        }

        private void mark(ResultSet row) throws SQLException {
            boolean stored = "STORED".equals(row.getString("status"));
            boolean result = row.getBoolean("is_result");
            boolean ended = row.getObject("finished_on") != null || row.getObject("returned_on") != null;
            String reuse = row.getString("reuse");
            mark(stored && !result, CaseFacts.Mark.COMPONENT_DIGITISED);
            mark(stored && result, CaseFacts.Mark.RESULT_DIGITISED);
            mark(ended || (stored && result), CaseFacts.Mark.SOLVED);
            mark(row.getInt("taken") == 1 || (reuse != null && !reuse.equals("NONE")), CaseFacts.Mark.REUSED);
            mark(row.getBoolean("national_store"), CaseFacts.Mark.NATIONAL_STORE);
            mark(row.getInt("pushed") == 1, CaseFacts.Mark.RESULT_PUSHED);
        }

        private void mark(boolean holds, CaseFacts.Mark mark) {
            if (holds) {
                marks.add(mark);
            }
        }

        private void close() {
            CaseFacts last = open;
            if (last != null) {
                cases.add(new CaseFacts(
                        last.dossier(),
                        last.procedure(),
                        last.received(),
                        last.receiving(),
                        last.processing(),
                        last.issuing(),
                        last.finished(),
                        marks));
            }
            marks.clear();
        }

        /** Codes of units and procedures come a hundred thousand times: one text for each. */
        private String text(ResultSet row, String column) throws SQLException {
            String text = Objects.requireNonNullElse(row.getString(column), "");
            return same.computeIfAbsent(text, itself -> itself);
        }

        List<CaseFacts> end() {
            close();
            return cases;
        }
    }

    @Override
    public long undated() {
        return database.call(jdbc -> jdbc.sql(
                        "select count(*) from dossier d where d.received_on is null and " + CurrentScope.ofUnits("d"))
                .query(Long.class)
                .single());
    }

    @Override
    public List<PeriodAct> acts() {
        return database.call(jdbc -> jdbc.sql("select * from period_act order by made_at, period_key, turn")
                .query((row, n) -> new PeriodAct(
                        row.getString("period_key"),
                        row.getInt("turn"),
                        PeriodAct.Act.valueOf(row.getString("act")),
                        row.getString("officer"),
                        row.getString("note"),
                        Database.instant(row, "made_at"),
                        row.getString("formula"),
                        row.getString("rules"),
                        row.getString("figures"),
                        row.getLong("cases"),
                        new Sha256(row.getString("digest"))))
                .list());
    }

    @Override
    public boolean enter(PeriodAct act, List<CaseFacts> frozen) {
        return database.call(jdbc -> {
            int turns = jdbc.sql("select count(*) from period_act where period_key = :period")
                    .param("period", act.period())
                    .query(Integer.class)
                    .single();
            if (turns != act.turn() - 1) {
                return false;
            }
            insert(jdbc, act);
            for (int from = 0; from < frozen.size(); from += BATCH) {
                insert(jdbc, act, frozen.subList(from, Math.min(frozen.size(), from + BATCH)));
            }
            return true;
        });
    }

    private static void insert(JdbcClient jdbc, PeriodAct act) {
        jdbc.sql("""
                        insert into period_act (period_key, turn, act, officer, note, made_at, formula, rules, figures,
                          cases, digest)
                        values (:period, :turn, :act, :officer, :note, :at, :formula, :rules, :figures, :cases, :digest)""")
                .param("period", act.period())
                .param("turn", act.turn())
                .param("act", act.act().name())
                .param("officer", act.officer())
                .param("note", act.note())
                .param("at", Database.timestamp(act.at()))
                .param("formula", act.formula())
                .param("rules", act.rules())
                .param("figures", act.figures())
                .param("cases", act.cases())
                .param("digest", act.digest().hex())
                .update();
    }

    private static void insert(JdbcClient jdbc, PeriodAct act, List<CaseFacts> cases) {
        StringBuilder sql =
                new StringBuilder("insert into period_case (period_key, turn, dossier_code, facts) values ");
        List<Object> values = new ArrayList<>();
        for (CaseFacts each : cases) {
            sql.append(values.isEmpty() ? "(?, ?, ?, ?)" : ", (?, ?, ?, ?)");
            values.addAll(List.of(act.period(), act.turn(), each.dossier(), each.line()));
        }
        jdbc.sql(sql.toString()).params(values).update();
    }

    @Override
    public List<CaseFacts> frozen(String period, int turn) {
        return database.call(jdbc -> jdbc.sql("select facts from period_case where period_key = :period"
                        + " and turn = :turn order by dossier_code")
                .withFetchSize(FETCH)
                .param("period", period)
                .param("turn", turn)
                .query((row, n) -> CaseFacts.parse(row.getString("facts")))
                .list());
    }
}
