package vn.sohoa.workflow;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.sohoa.catalog.DatabaseCheck;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.codes.AgencyRegister;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.codes.ProcedureCatalogue;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.Procedures;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.ReadingSettings;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreCheck;

/** Loads the reference data that the steps work by; a fault in it stops the start, with file and line. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    WorkflowSettings.class,
    TokenSettings.class,
    TsaSettings.class,
    NetworkSettings.class,
    AgencySettings.class
})
class WorkflowConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WorkFolders workFolders(WorkflowSettings settings) {
        return WorkFolders.under(settings.data());
    }

    /** Opens no token until something is to be signed. */
    @Bean(destroyMethod = "close")
    SigningDesk signingDesk(
            WorkflowSettings settings,
            ReadingSettings reading,
            TokenSettings token,
            TsaSettings tsa,
            NetworkSettings network,
            AgencySettings agency,
            Clock clock) {
        Path profiles = settings.reference().resolve(SignatureProfiles.FILE);
        return new SigningDesk(new SigningDesk.Settings(token, tsa, network, agency, reading.trust(), profiles), clock);
    }

    @Bean
    Leases leases(WorkList work, WorkflowSettings settings) {
        return new Leases(work, settings.lease());
    }

    @Bean
    Patience patience(WorkflowSettings settings, Clock clock, PaperMetrics metrics) {
        return new Patience(settings.patience(), clock, metrics::outage);
    }

    /** Every reader of the house counts what it costs. */
    @Bean
    static BeanPostProcessor meteredReaders(ObjectProvider<MeterRegistry> registry) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DocumentReader reader ? new MeteredReader(reader, registry.getObject()) : bean;
            }
        };
    }

    @Bean
    @Order(1)
    EngineCheck databaseEngine(ObjectProvider<DatabaseCheck> check, ObjectProvider<Outbox> outbox) {
        return new Engines.OfDatabase(check, outbox);
    }

    @Bean
    @Order(2)
    EngineCheck storeEngine(ObjectProvider<ObjectStore> store, ObjectProvider<StoreCheck> check) {
        return new Engines.OfStore(store, check);
    }

    @Bean
    @Order(3)
    EngineCheck indexEngine(ObjectProvider<DocumentIndex> index) {
        return new Engines.OfIndex(index);
    }

    @Bean
    Extraction extraction(WorkflowSettings settings, Clock clock) {
        return Extraction.load(settings.reference(), clock);
    }

    @Bean
    QualityProfiles qualityProfiles(WorkflowSettings settings) {
        return QualityProfiles.load(settings.reference().resolve("quality-profiles.yml"));
    }

    @Bean
    CodeIssuer codeIssuer(WorkflowSettings settings) {
        return CodeIssuer.load(settings.reference().resolve("code-templates.yml"));
    }

    @Bean
    LearnedThresholds learnedThresholds(WorkflowSettings settings) {
        return LearnedThresholds.load(settings.reference());
    }

    @Bean
    AdministrativeUnits administrativeUnits(WorkflowSettings settings) {
        return AdministrativeUnits.load(settings.reference());
    }

    @Bean
    AgencyRegister agencyRegister(WorkflowSettings settings) {
        return AgencyRegister.load(settings.reference().resolve("agencies.yml"));
    }

    @Bean
    Procedures procedures(WorkflowSettings settings) {
        return ProcedureCatalogue.load(settings.reference());
    }

    @Bean
    RetentionSchedule retentionSchedule(WorkflowSettings settings) {
        return ReferenceData.retention(settings.reference());
    }
}
