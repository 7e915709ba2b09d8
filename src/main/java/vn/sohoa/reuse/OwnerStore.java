package vn.sohoa.reuse;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * The electronic store of one organisation or person (kho quản lý dữ liệu điện tử của tổ chức, cá nhân; Circular 01/2023/TT-VPCP,
 * Article 24; R-49): dossiers, papers with what they are worth today, results, history, who used them.
 */
public final class OwnerStore {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Catalog catalog;
    private final AuditTrail audit;
    private final OwnerNumbers numbers;
    private final FindReusable find;
    private final ReuseLedger ledger;
    private final Clock clock;

    OwnerStore(
            Catalog catalog,
            AuditTrail audit,
            OwnerNumbers numbers,
            FindReusable find,
            ReuseLedger ledger,
            Clock clock) {
        this.numbers = numbers;
        this.catalog = catalog;
        this.audit = audit;
        this.find = find;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A paper of the owner.
     *
     * @param today judged as if handed in today, by the rule for any procedure
     * @param uses the newest first
     */
    public record Paper(
            Document document, ReuseDecision today, List<ReuseLedger.Use> uses, List<ProvenanceEvent> history) {}

    /**
     * Everything.
     *
     * @param numbers his number with the others that papers prove to be his
     * @param name as the newest dossier that he owns writes it
     * @param papers in the order of dossiers; papers in quarantine are not among them
     */
    public record Content(
            OwnerNumbers.Known numbers,
            Optional<String> name,
            LocalDate day,
            List<Dossier> dossiers,
            List<Paper> papers) {

        /** The number that was asked for. */
        public OwnerId owner() {
            return numbers.asked();
        }

        /** What is shown, for the log of looks. */
        public List<DocumentId> documents() {
            return papers.stream().map(paper -> paper.document().id()).toList();
        }

        /** Results of procedures among the papers. */
        public List<Paper> results() {
            return papers.stream().filter(paper -> paper.document().result()).toList();
        }
    }

    /** Opens the store; whoever shows it enters the look, with its purpose, into the log of looks before. */
    public Content open(OwnerId owner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        OwnerNumbers.Known known = numbers.of(owner);
        List<Dossier> dossiers = known.all().stream()
                .flatMap(number -> catalog.dossiersOf(number).stream())
                .distinct()
                .toList();
        List<Paper> papers = known.all().stream()
                .flatMap(number -> catalog.documents(DocumentFilter.ofOwner(number, Optional.empty())).stream())
                .filter(paper -> paper.status() != DigitisationStatus.QUARANTINED)
                .map(paper -> paper(owner, paper, today))
                .toList();
        return new Content(known, name(known, dossiers), today, dossiers, papers);
    }

    private Paper paper(OwnerId owner, Document paper, LocalDate today) {
        return new Paper(
                paper,
                find.check(new ReuseRequest(owner, paper.type().code(), null, today), paper),
                ledger.uses(Optional.of(paper.id()), Optional.empty()),
                audit.history(paper.id()));
    }

    private static Optional<String> name(OwnerNumbers.Known owner, List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(dossier -> dossier.dossierOwner().stream())
                .filter(person -> person.ownerId().filter(owner.all()::contains).isPresent())
                .map(Person::name)
                .reduce((earlier, later) -> later);
    }
}
