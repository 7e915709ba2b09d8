package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.page.Box;

/** Links of owners, on any database. */
abstract class OwnerLinkContract extends DatabaseContract {
    private static final OwnerId OLD = id("012345678");
    private static final OwnerId OTHER_OLD = id("023456789");
    private static final OwnerId LAN = id("001190000017");
    private static final OwnerId MAI = id("001185000123");

    private final Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
    private final Document first = TestCatalog.paper(dossier, 1, "the.jpg");
    private final Document second = TestCatalog.paper(dossier, 2, "giay-xac-nhan.pdf");

    @BeforeEach
    void twoPapers() {
        db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));
    }

    private static OwnerId id(String number) {
        return OwnerId.find(number).orElseThrow();
    }

    private static OwnerLink said(Document paper, OwnerId old, OwnerId owner, Method method) {
        ExtractedValue value = new ExtractedValue(FieldName.OLD_ID, old.value(), old.value(), 2, Box.NONE, 99, method);
        return OwnerLink.found(old, owner, paper.id(), value, NOON);
    }

    private static ProvenanceEvent word(OwnerLink.State state) {
        return new ProvenanceEvent(NOON, "lan.pham", "LIEN_KET_CHU", state.name(), "");
    }

    @Test
    void whatAPaperSaysIsFoundByEitherNumber() {
        OwnerLink link = said(first, OLD, LAN, Method.QR);
        db.ownerLinkBook().keep(first.id(), List.of(link));
        db.ownerLinkBook().keep(first.id(), List.of(link));
        assertThat(db.ownerLinkBook().of(OLD)).containsExactly(link);
        assertThat(db.ownerLinkBook().of(LAN)).containsExactly(link);
        assertThat(db.ownerLinkBook().of(MAI)).isEmpty();
        assertThat(OwnerLink.standing(db.ownerLinkBook().of(OLD))).contains(link);
    }

    @Test
    void otherOldNumbersOfTheSamePersonAndOtherPersonsOfTheSameNumberComeToo() {
        db.ownerLinkBook().keep(first.id(), List.of(said(first, OLD, LAN, Method.QR)));
        db.ownerLinkBook().keep(second.id(), List.of(said(second, OTHER_OLD, LAN, Method.OCR)));
        assertThat(db.ownerLinkBook().of(OLD)).hasSize(2);
        db.ownerLinkBook().keep(second.id(), List.of(said(second, OLD, MAI, Method.OCR)));
        assertThat(db.ownerLinkBook().of(LAN)).hasSize(2);
        assertThat(OwnerLink.standing(db.ownerLinkBook().of(OLD)))
                .as("two persons for one old number")
                .isEmpty();
    }

    @Test
    void aPaperReadAnewSaysWhatItSaysNow() {
        db.ownerLinkBook().keep(first.id(), List.of(said(first, OLD, MAI, Method.OCR)));
        db.ownerLinkBook().keep(first.id(), List.of(said(first, OLD, LAN, Method.OCR)));
        assertThat(db.ownerLinkBook().of(OLD)).extracting(OwnerLink::owner).containsExactly(LAN);
        db.ownerLinkBook().keep(first.id(), List.of());
        assertThat(db.ownerLinkBook().all()).isEmpty();
    }

    @Test
    void anOfficersWordStaysAndStandsInTheHistory() {
        OwnerLink link = said(first, OLD, LAN, Method.OCR);
        db.ownerLinkBook().keep(first.id(), List.of(link));
        assertThat(OwnerLink.standing(db.ownerLinkBook().of(OLD))).isEmpty();
        assertThat(db.ownerLinkBook().decide(first.id(), OwnerLink.State.CONFIRMED, word(OwnerLink.State.CONFIRMED)))
                .isTrue();
        assertThat(db.ownerLinkBook().decide(first.id(), OwnerLink.State.CONFIRMED, word(OwnerLink.State.CONFIRMED)))
                .isFalse();
        OwnerLink confirmed = link.decided(OwnerLink.State.CONFIRMED, "lan.pham", NOON);
        db.ownerLinkBook().keep(first.id(), List.of(link));
        assertThat(db.ownerLinkBook().all()).containsExactly(confirmed);
        db.ownerLinkBook().decide(first.id(), OwnerLink.State.REFUSED, word(OwnerLink.State.REFUSED));
        assertThat(OwnerLink.standing(db.ownerLinkBook().of(OLD))).isEmpty();
        assertThat(db.auditTrail().history(first.id()))
                .extracting(ProvenanceEvent::event)
                .containsExactly("RECEIVED", "CONFIRMED", "REFUSED");
        assertThat(db.check().violations()).isEmpty();
    }

    /** Every combination of what two papers may say of one old number, with officers' words on it. */
    @Test
    void whatWaitsIsWhatJoinsNothingAndIsNotRefused() {
        for (Method one : List.of(Method.QR, Method.OCR)) {
            for (Method other : List.of(Method.QR, Method.OCR)) {
                for (OwnerId owner : List.of(LAN, MAI)) {
                    for (OwnerLink.State word : OwnerLink.State.values()) {
                        db.ownerLinkBook().keep(first.id(), List.of(said(first, OLD, LAN, one)));
                        db.ownerLinkBook().keep(second.id(), List.of(said(second, OLD, owner, other)));
                        if (word == OwnerLink.State.CONFIRMED || word == OwnerLink.State.REFUSED) {
                            db.ownerLinkBook().decide(second.id(), word, word(word));
                        }
                        List<OwnerLink> all = db.ownerLinkBook().of(OLD);
                        List<OwnerLink> expected = OwnerLink.standing(all).isPresent()
                                ? List.of()
                                : all.stream()
                                        .filter(link -> link.state() != OwnerLink.State.REFUSED)
                                        .toList();
                        assertThat(db.ownerLinkBook().waiting())
                                .as(one + " " + other + " " + owner + " " + word)
                                .extracting(OwnerLinkBook.Waiting::link)
                                .containsExactlyElementsOf(expected);
                        forget();
                    }
                }
            }
        }
    }

    private void forget() {
        JdbcClient.create(db.dataSource()).sql("delete from owner_link").update();
    }

    @Test
    void twoPersonsAreCountedAlsoWhereOneIsNamedByAnotherAgencysPaper() {
        AgencyCode unit = new AgencyCode("H20.07");
        Dossier foreign =
                new Dossier(new DossierCode("H20.07-261102-0001"), null, null, null, null, null, unit, unit, null);
        Document theirs = TestCatalog.paper(foreign, 1, "cua-ho.pdf");
        db.catalog().receive(foreign, List.of(theirs), event("TIEP_NHAN", "RECEIVED"));
        OwnerLink ours = said(first, OLD, LAN, Method.QR);
        db.ownerLinkBook().keep(first.id(), List.of(ours));
        assertThat(db.ownerLinkBook().waiting()).isEmpty();
        db.ownerLinkBook().keep(theirs.id(), List.of(said(theirs, OLD, MAI, Method.OCR)));
        assertThat(within("H15", () -> db.ownerLinkBook().waiting()))
                .containsExactly(new OwnerLinkBook.Waiting(ours, 2));
        assertThat(within("H15", () -> db.ownerLinkBook().of(theirs.id()))).isEmpty();
        assertThat(within("H20", () -> db.ownerLinkBook().of(theirs.id()))).hasSize(1);
    }

    @Test
    void aVisitorSeesWhatPapersOfHisAgencySay() {
        db.ownerLinkBook().keep(first.id(), List.of(said(first, OLD, LAN, Method.QR)));
        assertThat(within("H15.12", () -> db.ownerLinkBook().all())).hasSize(1);
        assertThat(within("H20", () -> db.ownerLinkBook().all())).isEmpty();
        assertThat(within(
                        "H20",
                        () -> CurrentScope.unbounded(() -> db.ownerLinkBook().of(OLD))))
                .hasSize(1);
    }

    private static <T> List<T> within(String unit, Supplier<List<T>> work) {
        CurrentScope.Held held = CurrentScope.narrow(AgencyScope.of(unit));
        try {
            return work.get();
        } finally {
            held.close();
        }
    }
}
