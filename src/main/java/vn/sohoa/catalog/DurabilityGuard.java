package vn.sohoa.catalog;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Looks at every data source before anybody uses it: is it a commit point? H2 with its default settings is none: it writes half
 * a second late, and after a kill acknowledged commits were gone. PostgreSQL is none either once one of its safeguards is off.
 *
 * <p>Problems: CONFIGURATION_INVALID, ANOTHER_RUN, DATABASE_UNAVAILABLE.
 */
final class DurabilityGuard implements BeanPostProcessor {
    private static final String WRITE_DELAY = "WRITE_DELAY";
    private static final List<String> SAFEGUARDS = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final String CLOSE_ON_EXIT = "DB_CLOSE_ON_EXIT";
    /** {@code org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1}. */
    private static final int LOCKED_BY_ANOTHER_PROCESS = 90020;

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            checkUrl(pool.getJdbcUrl());
        }
        if (bean instanceof DataSource dataSource) {
            prove(dataSource);
        }
        return bean;
    }

    /** Refuses an H2 address that is not durable; others are none of its business. */
    static void checkUrl(String url) {
        String upper = url.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("JDBC:H2:")) {
            return;
        }
        Map<String, String> settings = new HashMap<>();
        String[] parts = upper.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                settings.put(
                        parts[i].substring(0, equals).strip(),
                        parts[i].substring(equals + 1).strip());
            }
        }
        if (upper.startsWith("JDBC:H2:MEM:")) {
            throw invalid("an H2 database in memory keeps nothing; use jdbc:h2:file:");
        }
        if (!"0".equals(settings.get(WRITE_DELAY))) {
            throw invalid("the H2 address lacks " + WRITE_DELAY + "=0");
        }
        if (!"FALSE".equals(settings.get(CLOSE_ON_EXIT))) {
            throw invalid("the H2 address lacks " + CLOSE_ON_EXIT + "=FALSE");
        }
    }

    /** Opens the database and reads what is in force, whatever the address says. */
    static void prove(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            switch (connection.getMetaData().getDatabaseProductName()) {
                case "H2" -> proveH2(statement);
                case "PostgreSQL" -> provePostgres(statement);
                default -> throw invalid("neither H2 nor PostgreSQL");
            }
        } catch (SQLException | PoolInitializationException failure) {
            throw problem(failure, dataSource);
        }
    }

    private static void proveH2(Statement statement) throws SQLException {
        // H2 lists the setting more than once: every line has to say 0
        Set<String> delays = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            while (rows.next()) {
                delays.add(rows.getString(1));
            }
        }
        if (!delays.equals(Set.of("0"))) {
            throw invalid("not in force in H2: " + WRITE_DELAY + "=0");
        }
    }

    private static void provePostgres(Statement statement) throws SQLException {
        for (String safeguard : SAFEGUARDS) {
            try (ResultSet row = statement.executeQuery("show " + safeguard)) {
                row.next();
                // local: written by this server, whatever its replicas do; off: acknowledged before it is written
                if (row.getString(1).equals("off")) {
                    throw invalid("PostgreSQL runs with " + safeguard + " = off; set it to on");
                }
            }
        }
    }

    private static DigitisationException problem(Exception failure, DataSource dataSource) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == LOCKED_BY_ANOTHER_PROCESS) {
                return new DigitisationException(Problem.ANOTHER_RUN, "tệp cơ sở dữ liệu đang được tiến trình khác mở");
            }
        }
        return new DigitisationException(Problem.DATABASE_UNAVAILABLE, address(dataSource) + said(failure), failure);
    }

    /** The class of the answer, in words; the answer itself may quote the user. */
    private static String said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                String words = state.startsWith("28")
                        ? ": sai người dùng hoặc mật khẩu (user or password refused)"
                        : state.equals("3D000")
                                ? ": chưa có cơ sở dữ liệu này (no such database)"
                                : state.startsWith("08") ? ": không có máy chủ trả lời (no answer)" : "";
                return words + ", SQLSTATE " + state;
            }
        }
        return "";
    }

    /** Where the database was looked for, without user and password. */
    private static String address(DataSource dataSource) {
        return dataSource instanceof HikariDataSource pool && pool.getJdbcUrl() != null
                ? pool.getJdbcUrl().replaceFirst("[?;].*", "")
                : "the database";
    }

    private static DigitisationException invalid(String what) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, what);
    }
}
