package vn.sohoa.reuse;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.VerdictAge;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.storage.ObjectStore;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReuseSettings.class)
class ReuseConfiguration {

    @Bean
    FindReusable findReusable(
            Catalog catalog, ReuseSettings settings, FreshEvidence evidence, VerdictAge age, Clock clock) {
        VerdictBook verdicts = new VerdictBook(catalog, clock);
        return new FindReusable(catalog, new ReusePolicy(ValidityRules.load(settings.rules())), paper -> {
            SignatureReport earlier = paper.signature();
            boolean stale = earlier != null && age.stale().test(earlier);
            if (stale) {
                verdicts.enter(paper, evidence.look(paper));
            }
            return stale;
        });
    }

    @Bean
    PaperSearch paperSearch(DocumentIndex index, Catalog catalog) {
        return new PaperSearch(index, catalog);
    }

    @Bean
    FreshEvidence freshEvidence(ObjectStore store, DocumentReader reader, ReuseSettings settings) {
        return new FreshEvidence(store, reader, settings.working());
    }

    @Bean
    ApproveReusable approveReusable(Catalog catalog, AuditTrail audit, FreshEvidence evidence, Clock clock) {
        return new ApproveReusable(catalog, audit, evidence, clock);
    }

    @Bean
    DeliverReusable deliverReusable(
            FindReusable find, Catalog catalog, FreshEvidence evidence, ReuseBook book, Clock clock) {
        return new DeliverReusable(find, catalog, evidence, book, clock);
    }
}
