package vn.sohoa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A place of its own on each of the four servers, and the environment that leads {@code --profile server} there. The database is
 * dropped when closed; buckets, indexes and queues carry the same name and are left to the servers' data folder.
 */
public final class ServerHouse implements AutoCloseable {
    private final PostgresDatabase database = new PostgresDatabase();
    private final Map<String, String> environment = new TreeMap<>();

    /** @param folder for the key file */
    public ServerHouse(Path folder) throws IOException {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        Path key = Files.write(folder.resolve("store.key"), new byte[32]);
        RealServers.S3 s3 = RealServers.s3();
        environment.put("SOHOA_PROFILE", "server");
        environment.put("SOHOA_DB_URL", database.url());
        environment.put("SOHOA_DB_USER", parameter(database.url(), "user"));
        environment.put("SOHOA_DB_PASSWORD", parameter(database.url(), "password"));
        environment.put("SOHOA_S3_URL", s3.url());
        environment.put("SOHOA_S3_ACCESS", s3.access());
        environment.put("SOHOA_S3_SECRET", s3.secret());
        environment.put("SOHOA_S3_BUCKET", "sohoa-" + name);
        environment.put("SOHOA_S3_CREATE_BUCKET", "true");
        environment.put("SOHOA_STORE_KEY_FILE", key.toString());
        environment.put("SOHOA_ES_URL", RealServers.elasticsearch());
        environment.put("SOHOA_ES_ALIAS", "sohoa-" + name);
        environment.put("SOHOA_AMQP_URL", RealServers.rabbitmq());
        environment.put("SOHOA_AMQP_QUEUE", "sohoa-" + name);
        environment.put("SOHOA_READERS", "1");
    }

    private static String parameter(String url, String name) {
        return url.contains(name + "=") ? url.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1") : "";
    }

    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    public PostgresDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
