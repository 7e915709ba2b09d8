package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.jaxb.XmlCertificate;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sohoa.signing.TrustAnchors.Anchor;
import vn.sohoa.testpki.TestPki;

/** For what, and when, an anchor vouches. */
class AnchorCheckTest {

    private static final X509Certificate ROOT = root();
    private static final Instant FROM = SaidByDss.FROM;
    private static final Instant TO = SaidByDss.TO;

    private static X509Certificate root() {
        try (TestPki pki = TestPki.start()) {
            return pki.root();
        }
    }

    private static XmlCertificate anchor() {
        return SaidByDss.certificate(new CertificateToken(ROOT).getDSSIdAsString(), "Gốc Thử", "CN=Gốc Thử");
    }

    private static List<String> of(SaidByDss said, Instant now, AnchorPurpose... purposes) {
        Anchor anchor = new Anchor(ROOT, Set.of(purposes), FROM, TO);
        TrustAnchors trust = new TrustAnchors(List.of(anchor), List.of(), false, Algorithms.NONE, "");
        return new AnchorCheck(trust)
                .of(said.wrapper(), said.report(), Clock.fixed(now, ZoneOffset.UTC)).stream()
                        .map(finding -> finding.code() + " " + finding.message())
                        .toList();
    }

    private static SaidByDss signed() {
        return new SaidByDss().chain(SaidByDss.certificate("S", "Cán bộ", "CN=Gốc Thử"), anchor());
    }

    @Test
    void anchorsOfAgenciesAndOfThePublicVouchForSigners() {
        assertThat(of(signed(), FROM, AnchorPurpose.AGENCY_CA)).isEmpty();
        assertThat(of(signed(), FROM, AnchorPurpose.PUBLIC_CA)).isEmpty();
        assertThat(of(signed(), FROM, AnchorPurpose.TSA)).singleElement().satisfies(found -> assertThat(found)
                .startsWith("NO_TRUST_ANCHOR")
                .contains("Gốc Thử"));
    }

    @Test
    void theDaysCountForTheProvenTimeElseForNow() {
        assertThat(of(signed(), FROM.minusSeconds(1), AnchorPurpose.AGENCY_CA)).hasSize(1);
        assertThat(of(signed(), TO.minusSeconds(1), AnchorPurpose.AGENCY_CA)).isEmpty();
        assertThat(of(signed(), TO, AnchorPurpose.AGENCY_CA)).hasSize(1);
        assertThat(of(signed().best(TO.minusSeconds(1)), TO, AnchorPurpose.AGENCY_CA))
                .isEmpty();
        assertThat(of(signed().best(TO), FROM, AnchorPurpose.AGENCY_CA)).hasSize(1);
    }

    @Test
    void aTimeStampAsksForAnAnchorOfTimeAtItsOwnTime() {
        SaidByDss stamped = signed().stampedBy(FROM, SaidByDss.certificate("T", "TSA", "CN=Gốc Thử"), anchor());
        assertThat(of(stamped, FROM, AnchorPurpose.AGENCY_CA)).singleElement().satisfies(found -> assertThat(found)
                .startsWith("TIMESTAMP_BAD"));
        assertThat(of(stamped, FROM, AnchorPurpose.AGENCY_CA, AnchorPurpose.TSA))
                .isEmpty();
        SaidByDss late = signed().stampedBy(TO, anchor());
        assertThat(of(late, FROM, AnchorPurpose.AGENCY_CA, AnchorPurpose.TSA)).hasSize(1);
    }

    @Test
    void aChainWithoutAnyAnchorIsForDssToComplainOf() {
        SaidByDss foreign = new SaidByDss().stampedBy(FROM, SaidByDss.certificate("T", "TSA", "CN=X"));
        assertThat(of(foreign, FROM, AnchorPurpose.TSA)).isEmpty();
        assertThat(of(new SaidByDss().chain(), FROM, AnchorPurpose.TSA)).isEmpty();
    }
}
