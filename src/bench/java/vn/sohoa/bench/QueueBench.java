package vn.sohoa.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.SohoaApplication;
import vn.sohoa.workflow.review.ReviewQueue;

/** {@code QueueBench [10000]}: the queue of review with so many papers on the embedded default, first asked and asked again. */
public final class QueueBench {
    private QueueBench() {}

    public static void main(String[] arguments) throws Exception {
        int papers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path data = Path.of("target/bench-queue-" + papers).toAbsolutePath();
        new CounterArchive(papers).fill(data, 1);
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--sohoa.home=" + Path.of("").toAbsolutePath(), "--sohoa.data=" + data)) {
            try (Connection connection = house.getBean(DataSource.class).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update document set status = 'IN_REVIEW'");
            }
            ReviewQueue queue = house.getBean(ReviewQueue.class);
            System.out.println("| asked | papers | ms | CPU ms |\n|---|---|---|---|");
            for (int i = 1; i <= 10; i++) {
                long cpu = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
                long begin = System.nanoTime();
                int found = queue.entries(null, null).size();
                long end = System.nanoTime();
                cpu = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() - cpu;
                System.out.printf("| %d | %d | %.0f | %.0f |%n", i, found, (end - begin) / 1e6, cpu / 1e6);
            }
        }
    }
}
