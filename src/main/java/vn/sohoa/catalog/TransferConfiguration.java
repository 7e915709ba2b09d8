package vn.sohoa.catalog;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The port for migration, back-up and restore. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    TableTransfer tableTransfer(DataSource dataSource) {
        return new JdbcTableTransfer(dataSource);
    }
}
