package vn.sohoa.servers;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** An empty database of a PostgreSQL server, dropped when closed. */
public final class PostgresDatabase implements AutoCloseable {
    private final String server = RealServers.postgresql();
    private final String name =
            "sohoa_it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final HikariDataSource pool = new HikariDataSource();

    public PostgresDatabase() {
        onServer("create database " + name);
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(24);
        pool.setMinimumIdle(0);
    }

    /** JDBC address with user and password. */
    public String url() {
        return server.replaceFirst("(jdbc:postgresql://[^/]+)/[^?]*", "$1/" + name);
    }

    public HikariDataSource dataSource() {
        return pool;
    }

    private void onServer(String statement) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement work = connection.createStatement()) {
            work.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    /** A server too busy to end its sessions within its five seconds keeps the database: said, and no failure of what was tested. */
    @Override
    public void close() {
        pool.close();
        try {
            onServer("drop database " + name + " with (force)");
        } catch (IllegalStateException stays) {
            System.err.println(
                    name + " stays on the server: " + stays.getCause().getMessage());
        }
    }
}
