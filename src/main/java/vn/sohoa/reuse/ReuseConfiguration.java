package vn.sohoa.reuse;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DuplicateBook;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.Procedures;
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
    ReusePolicy reusePolicy(ReuseSettings settings, DuplicateBook duplicates) {
        return new ReusePolicy(ValidityRules.load(settings.rules()), new LastInChain(duplicates));
    }

    @Bean
    OwnerNumbers ownerNumbers(OwnerLinkBook links) {
        return new OwnerNumbers(links);
    }

    @Bean
    FindReusable findReusable(
            Catalog catalog,
            OwnerNumbers numbers,
            ReusePolicy policy,
            FreshEvidence evidence,
            VerdictAge age,
            Clock clock) {
        VerdictBook verdicts = new VerdictBook(catalog, clock);
        return new FindReusable(catalog, numbers, policy, paper -> {
            SignatureReport earlier = paper.signature();
            boolean stale = earlier != null && age.stale().test(earlier);
            if (stale) {
                verdicts.enter(paper, evidence.look(paper));
            }
            return stale;
        });
    }

    @Bean
    PaperSearch paperSearch(DocumentIndex index, Catalog catalog, OwnerNumbers numbers) {
        return new PaperSearch(index, catalog, numbers);
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

    @Bean
    WithdrawReusable withdrawReusable(Catalog catalog, Clock clock) {
        return new WithdrawReusable(catalog, clock);
    }

    @Bean
    ReuseLedger reuseLedger(ReuseBook book, Clock clock) {
        return new ReuseLedger(book, clock);
    }

    @Bean
    PrecheckProcedure precheckProcedure(Procedures procedures, FindReusable find) {
        return new PrecheckProcedure(procedures, find);
    }

    @Bean
    AskAgain askAgain(PrecheckProcedure precheck, ReuseBook book, Clock clock) {
        return new AskAgain(precheck, book, clock);
    }

    @Bean
    OwnerStore ownerStore(
            Catalog catalog,
            AuditTrail audit,
            OwnerNumbers numbers,
            FindReusable find,
            ReuseLedger ledger,
            Clock clock) {
        return new OwnerStore(catalog, audit, numbers, find, ledger, clock);
    }
}
