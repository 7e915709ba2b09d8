package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.page.Box;
import vn.sohoa.workflow.review.OwnerLinkDesk;
import vn.sohoa.workflow.review.ReviewDesk;

/** What papers say of a person's two numbers is kept with its evidence; an officer has the last word. */
class LinkOwnersTest {
    private static final String OLD = "012345678";
    private static final String OWNER = "001085000123"; // of Corridor.DOSSIER
    private static final String OTHER = "001190000017";
    private static final String CODE = OWNER + "|" + OLD + "|Nguyễn Thị Mẫu|01011985|Nữ|Hà Nội|01012021";

    @TempDir
    Path folder;

    private Corridor house;
    private LinkOwners links;
    private OwnerLinkDesk desk;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        links = house.links();
        desk = new ReviewDesk(house.rows, house.store, house.masters, house.reader, Corridor.EXTRACTION, Corridor.CLOCK)
                .owners;
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static ExtractedValue value(String field, String value, String raw, int line, Method method) {
        return new ExtractedValue(field, raw, value, 1, new Box(300, 100 + 40 * line, 200, 30), 99, method);
    }

    private static List<ExtractedValue> qr(String owner, String old) {
        return List.of(
                value(FieldName.OWNER_ID, owner, CODE, 0, Method.QR), value(FieldName.OLD_ID, old, CODE, 0, Method.QR));
    }

    private static List<ExtractedValue> printed(String owner, String old, int apart) {
        return List.of(
                value(FieldName.OWNER_ID, owner, owner, 0, Method.OCR),
                value(FieldName.OLD_ID, old, old, apart, Method.OCR));
    }

    private Document stored(String file, List<ExtractedValue> values) {
        Document paper = house.change(
                house.receive(file),
                c -> c.values(values, OwnerId.find(values.get(0).value()).orElseThrow()));
        links.stored(paper);
        return paper;
    }

    private List<OwnerLink> kept() {
        return house.rows.ownerLinkBook().all();
    }

    @Test
    void oneCodeWithBothNumbersProvesThem() {
        stored("a.pdf", qr(OWNER, OLD));
        assertThat(kept()).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo(OwnerLink.State.PROVEN);
            assertThat(link.old().value()).isEqualTo(OLD);
            assertThat(link.owner().value()).isEqualTo(OWNER);
            assertThat(link.page()).isEqualTo(1);
        });
        assertThat(desk.links(true)).isEmpty();
        assertThat(desk.links(false)).singleElement().matches(OwnerLinkDesk.Line::stands);
    }

    @Test
    void twoNumbersPrintedBesideEachOtherArePutBeforeAnOfficer() {
        Document paper = stored("a.pdf", printed(OWNER, OLD, 2));
        assertThat(desk.links(true)).hasSize(1);
        assertThat(desk.decide(paper.id(), true, "lan.pham")).singleElement().matches(OwnerLinkDesk.Line::stands);
        assertThat(desk.links(true)).isEmpty();
        assertThat(desk.decide(paper.id(), false, "lan.pham")).singleElement().matches(line -> !line.stands());
    }

    @Test
    void numbersFarApartOrReadInTwoWaysSayNothing() {
        stored("a.pdf", printed(OWNER, OLD, 9));
        List<ExtractedValue> twice = new java.util.ArrayList<>(printed(OWNER, OLD, 2));
        twice.add(value("oldId.conflict", "012345679", "012345679", 5, Method.OCR));
        stored("b.pdf", twice);
        assertThat(kept()).isEmpty();
    }

    @Test
    void twoPersonsForOneOldNumberWaitForAnOfficer() {
        stored("a.pdf", qr(OWNER, OLD));
        Document other = stored("b.pdf", printed(OTHER, OLD, 1));
        assertThat(desk.links(true))
                .hasSize(2)
                .allMatch(OwnerLinkDesk.Line::ambiguous)
                .noneMatch(OwnerLinkDesk.Line::stands);
        desk.decide(other.id(), false, "lan.pham");
        assertThat(desk.links(true)).isEmpty();
        assertThat(desk.links(false)).filteredOn(OwnerLinkDesk.Line::stands).hasSize(1);
    }

    @Test
    void anOfficerSeesWhatOtherPapersSayOfTheSameOldNumber() {
        Document proof = stored("a.pdf", qr(OWNER, OLD));
        Document other = stored("b.pdf", printed(OTHER, OLD, 1));
        OwnerLinkDesk.Sayings said = desk.of(proof.id());
        assertThat(said.here())
                .singleElement()
                .matches(line -> line.link().document().equals(proof.id()));
        assertThat(said.others()).singleElement().satisfies(line -> {
            assertThat(line.link().document()).isEqualTo(other.id());
            assertThat(line.ambiguous()).isTrue();
        });
        assertThat(said.hidden()).isZero();
    }

    @Test
    void papersOfOtherAgenciesSpeakAgainstALinkAndAreNotShown() {
        Document ours = stored("a.pdf", printed(OWNER, OLD, 1));
        AgencyCode unit = new AgencyCode("H20.07");
        Dossier foreign =
                new Dossier(new DossierCode("H20.07-261102-0001"), null, null, null, null, null, unit, unit, null);
        Document theirs = TestCatalog.paper(foreign, 1, "b.pdf");
        house.rows.catalog().receive(foreign, List.of(theirs), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        links.stored(house.change(
                theirs, c -> c.values(qr(OTHER, OLD), OwnerId.find(OTHER).orElseThrow())));
        CurrentScope.Held held = CurrentScope.narrow(AgencyScope.of("H15"));
        try {
            assertThat(desk.links(true)).singleElement().matches(OwnerLinkDesk.Line::ambiguous);
            assertThat(desk.of(ours.id()).others()).isEmpty();
            assertThat(desk.of(ours.id()).hidden()).isEqualTo(1);
            assertThatThrownBy(() -> desk.of(theirs.id())).isInstanceOf(DigitisationException.class);
            assertThatThrownBy(() -> desk.decide(theirs.id(), false, "lan.pham"))
                    .isInstanceOf(DigitisationException.class);
        } finally {
            held.close();
        }
        assertThat(desk.of(theirs.id()).here()).noneMatch(line -> line.link().state() == OwnerLink.State.REFUSED);
    }

    @Test
    void ofACardThatIsShownOnlyTheNumbersOfTheDossiersOwnerAreKept() {
        Document card = house.receive("the.jpg");
        links.shown(card, Corridor.DOSSIER, qr(OTHER, OLD));
        links.shown(card, Corridor.DOSSIER, printed(OWNER, OLD, 1));
        assertThat(kept()).isEmpty();
        links.shown(card, Corridor.DOSSIER, qr(OWNER, OLD));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void nothingIsDecidedOnAPaperThatSaysNothing() {
        Document paper = house.receive("a.pdf");
        assertThatThrownBy(() -> desk.decide(paper.id(), true, "lan.pham")).isInstanceOf(DigitisationException.class);
    }
}
