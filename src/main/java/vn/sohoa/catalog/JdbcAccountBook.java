package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.Role;

/** Accounts in an SQL database. */
final class JdbcAccountBook implements AccountBook {
    private final Database database;

    JdbcAccountBook(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Held> find(String name) {
        return database.call(jdbc -> jdbc.sql("select * from account where name = :name")
                .param("name", name)
                .query(JdbcAccountBook::read)
                .optional());
    }

    @Override
    public List<Held> all() {
        return database.call(jdbc -> jdbc.sql("select * from account order by name")
                .query(JdbcAccountBook::read)
                .list());
    }

    @Override
    public boolean add(Account account, String passwordHash, Instant at) {
        Map<String, @Nullable Object> columns = columns(new Held(account, passwordHash, true, null, null));
        columns.put("created_at", Database.timestamp(at));
        return database.call(jdbc -> {
            int known = jdbc.sql("select count(*) from account where name = :name")
                    .param("name", account.name())
                    .query(Integer.class)
                    .single();
            return known == 0 && jdbc.sql("""
                                    insert into account (name, display_name, roles, unit, enabled, version, password_hash,
                                      one_time, totp_secret, totp_step, failures, created_at)
                                    values (:name, :display_name, :roles, :unit, :enabled, :version, :password_hash,
                                      :one_time, :totp_secret, 0, 0, :created_at)""").params(columns).update() == 1;
        });
    }

    @Override
    public boolean change(Held changed) {
        return database.call(jdbc -> jdbc.sql("""
                                update account set display_name = :display_name, roles = :roles, unit = :unit,
                                  enabled = :enabled, version = version + 1, password_hash = :password_hash,
                                  one_time = :one_time, totp_secret = :totp_secret, failures = 0, locked_until = null
                                where name = :name and version = :version""").params(columns(changed)).update() == 1);
    }

    @Override
    public boolean failed(String name, Instant at, int most, Duration lock) {
        return database.call(jdbc -> {
            jdbc.sql("update account set failures = failures + 1 where name = :name")
                    .param("name", name)
                    .update();
            return jdbc.sql("update account set failures = 0, locked_until = :until"
                                    + " where name = :name and failures >= :most")
                            .param("name", name)
                            .param("most", most)
                            .param("until", Database.timestamp(at.plus(lock)))
                            .update()
                    == 1;
        });
    }

    @Override
    public void succeeded(String name) {
        database.call(jdbc -> jdbc.sql(
                        "update account set failures = 0, locked_until = null where name = :name and failures > 0")
                .param("name", name)
                .update());
    }

    @Override
    public boolean useStep(String name, long step) {
        return database.call(
                jdbc -> jdbc.sql("update account set totp_step = :step where name = :name and totp_step < :step")
                                .param("name", name)
                                .param("step", step)
                                .update()
                        == 1);
    }

    private static Map<String, @Nullable Object> columns(Held held) {
        Account account = held.account();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", account.name());
        columns.put("display_name", account.displayName());
        columns.put("roles", account.roles().stream().map(Role::name).collect(Collectors.joining(",")));
        columns.put("unit", account.unit());
        columns.put("enabled", account.enabled());
        columns.put("version", account.version());
        columns.put("password_hash", held.passwordHash());
        columns.put("one_time", held.oneTime());
        columns.put("totp_secret", held.totpSecret());
        return columns;
    }

    private static Held read(ResultSet row, int number) throws SQLException {
        return new Held(
                new Account(
                        row.getString("name"),
                        row.getString("display_name"),
                        Arrays.stream(row.getString("roles").split(","))
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("unit"),
                        row.getBoolean("enabled"),
                        row.getLong("version")),
                row.getString("password_hash"),
                row.getBoolean("one_time"),
                row.getString("totp_secret"),
                Database.instantOrNull(row, "locked_until"));
    }
}
