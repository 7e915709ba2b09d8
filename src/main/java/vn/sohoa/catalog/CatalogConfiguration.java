package vn.sohoa.catalog;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Order at start: the data source is made; {@link DurabilityGuard} looks at it before anybody gets it; Flyway makes the tables, ours
 * and those of the batch engine; then the ports and the batch engine's repository.
 */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    static DurabilityGuard durabilityGuard() {
        return new DurabilityGuard();
    }

    @Bean
    JavaMigration batchTables() {
        return new BatchTables();
    }

    @Bean
    JavaMigration rowSecurity() {
        return RowSecurity.ofFirstTables();
    }

    @Bean
    JavaMigration rowSecurityOfOwnerLinks() {
        return RowSecurity.ofOwnerLinks();
    }

    @Bean
    JavaMigration rowSecurityOfFurtherTables() {
        return RowSecurity.ofFurtherTables();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Database catalogDatabase(DataSource dataSource) {
        return new Database(dataSource);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FileUpkeep fileUpkeep(DataSource dataSource) {
        return new FileUpkeep(dataSource).begin();
    }

    @Bean
    Catalog catalog(Database database) {
        return new JdbcCatalog(database);
    }

    @Bean
    WorkList workList(Database database) {
        return new JdbcWorkList(database);
    }

    @Bean
    Outbox outbox(Database database) {
        return new JdbcOutbox(database);
    }

    @Bean
    AuditTrail auditTrail(Database database) {
        return new JdbcAuditTrail(database);
    }

    @Bean
    ReuseBook reuseBook(Database database) {
        return new JdbcReuseBook(database);
    }

    @Bean
    EvidenceBook evidenceBook(Database database) {
        return new JdbcEvidenceBook(database);
    }

    @Bean
    ReviewBook reviewBook(Database database) {
        return new JdbcReviewBook(database);
    }

    @Bean
    DuplicateBook duplicateBook(Database database) {
        return new JdbcDuplicateBook(database);
    }

    @Bean
    OwnerLinkBook ownerLinkBook(Database database) {
        return new JdbcOwnerLinkBook(database);
    }

    @Bean
    AccountBook accountBook(Database database) {
        return new JdbcAccountBook(database);
    }

    @Bean
    AccessLog accessLog(Database database) {
        return new JdbcAccessLog(database);
    }

    @Bean
    ReferenceBook referenceBook(Database database) {
        return new JdbcReferenceBook(database);
    }

    @Bean
    SubmissionBook submissionBook(Database database) {
        return new JdbcSubmissionBook(database);
    }

    @Bean
    HandlingBook handlingBook(Database database) {
        return new JdbcHandlingBook(database);
    }

    @Bean
    IndicatorBook indicatorBook(Database database) {
        return new JdbcIndicatorBook(database);
    }

    @Bean
    PortalBook portalBook(Database database) {
        return new JdbcPortalBook(database);
    }

    @Bean
    RunLedger runLedger(Database database) {
        return new JdbcRunLedger(database);
    }

    @Bean(destroyMethod = "leave")
    RunDoor runDoor(Database database, DataSource dataSource) {
        return new JdbcRunDoor(database, dataSource);
    }

    /** Looks at a database that may be away or have no tables yet: it must not need them to exist. */
    @Bean
    DatabaseCheck databaseCheck(ObjectProvider<DataSource> sources, ObjectProvider<Flyway> migrations) {
        return new JdbcDatabaseCheck(sources::getObject, migrations::getIfAvailable);
    }

    @Bean
    CatalogCheck catalogCheck(Database database) {
        return new JdbcCatalogCheck(database);
    }
}
