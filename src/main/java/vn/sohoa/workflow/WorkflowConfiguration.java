package vn.sohoa.workflow;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.QualityProfiles;

/** Loads the reference data that the steps work by; a fault in it stops the start, with file and line. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkflowSettings.class)
class WorkflowConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WorkFolders workFolders(WorkflowSettings settings) {
        return WorkFolders.under(settings.data());
    }

    @Bean
    Leases leases(WorkList work, WorkflowSettings settings) {
        return new Leases(work, settings.lease());
    }

    @Bean
    Patience patience(WorkflowSettings settings, Clock clock) {
        return new Patience(settings.patience(), clock);
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
    RetentionSchedule retentionSchedule(WorkflowSettings settings) {
        return ReferenceData.retention(settings.reference());
    }
}
