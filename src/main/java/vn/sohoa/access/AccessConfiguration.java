package vn.sohoa.access;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.sohoa.catalog.AccessLog;
import vn.sohoa.catalog.AccountBook;

/** Wires the room. Lazily what hashes: commands that need no account pay nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    @Lazy
    Passwords passwords(AccessSettings settings) {
        return new Passwords(settings.hashesAtOnce());
    }

    @Bean
    Looks looks(AccessLog log, Clock clock) {
        return new Looks(log, clock);
    }

    @Bean
    AuditLog auditLog(AccessLog log) {
        return new AuditLog(log);
    }

    @Bean
    Rates rates(AccessSettings settings, Clock clock) {
        return new Rates(settings, clock);
    }

    @Bean
    @Lazy
    Accounts accounts(AccountBook book, Passwords passwords, Looks looks, Clock clock) {
        return new Accounts(book, passwords, looks, clock);
    }

    @Bean
    @Lazy
    SignIn signIn(AccountBook book, Passwords passwords, Looks looks, AccessSettings settings, Clock clock) {
        return new SignIn(book, passwords, looks, settings, clock);
    }
}
