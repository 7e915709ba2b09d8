package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The beans as Spring Boot puts them together. */
class CatalogWiringIT {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    BatchJdbcAutoConfiguration.class))
            .withUserConfiguration(CatalogConfiguration.class);

    @Test
    void keepsOurTablesAndTheBatchEnginesInOneDatabase(@TempDir Path folder) {
        application
                .withPropertyValues("spring.datasource.url=" + TestCatalog.url(folder))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    for (Class<?> port : List.of(
                            Catalog.class,
                            WorkList.class,
                            Outbox.class,
                            AuditTrail.class,
                            ReuseBook.class,
                            RunLedger.class,
                            CatalogCheck.class)) {
                        assertThat(context).hasSingleBean(port);
                    }
                    JobRepository repository = context.getBean(JobRepository.class);
                    assertThat(repository).isNotInstanceOf(ResourcelessJobRepository.class);
                    assertThat(repository.getJobNames()).isEmpty();
                    assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("select count(*) from batch_job_instance")
                                    .query(Long.class)
                                    .single())
                            .isZero();
                    assertThat(context.getBean(CatalogCheck.class).violations()).isEmpty();
                });
    }

    @Test
    void doesNotStartOnAnAddressThatMayLoseCommits(@TempDir Path folder) {
        application
                .withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("x"))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                                    .isEqualTo(Problem.CONFIGURATION_INVALID));
                    assertThat(folder).isEmptyDirectory();
                });
    }
}
