package vn.sohoa.servers;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The servers that integration tests talk to. Their addresses come from the environment, so that the same tests can be pointed
 * at a cloud or a cluster; {@code ./sohoa test} starts those that are installed ({@code storage-config/dev/servers}) and sets
 * the variables. Where one is missing the test is skipped and says why.
 */
public final class RealServers {
    private RealServers() {}

    /** Object store of {@code SOHOA_IT_S3_URL}, {@code SOHOA_IT_S3_ACCESS}, {@code SOHOA_IT_S3_SECRET}. */
    public record S3(String url, String access, String secret) {}

    /** An S3 store whose user may make buckets. */
    public static S3 s3() {
        return new S3(need("SOHOA_IT_S3_URL"), need("SOHOA_IT_S3_ACCESS"), need("SOHOA_IT_S3_SECRET"));
    }

    /** Address of Elasticsearch: {@code SOHOA_IT_ES_URL}. */
    public static String elasticsearch() {
        return need("SOHOA_IT_ES_URL");
    }

    /**
     * PostgreSQL: {@code SOHOA_IT_PG_URL}, a JDBC address with user and password in it; the user may make databases and schemas.
     */
    public static String postgresql() {
        return need("SOHOA_IT_PG_URL");
    }

    /** RabbitMQ: {@code SOHOA_IT_AMQP_URL}, an amqp address with user and password in it. */
    public static String rabbitmq() {
        return need("SOHOA_IT_AMQP_URL");
    }

    private static String need(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> {
                    String reason =
                            "skipped: " + variable + " is not set; storage-config/dev/servers starts such a server";
                    System.err.println(reason);
                    return new TestAbortedException(reason);
                });
    }
}
