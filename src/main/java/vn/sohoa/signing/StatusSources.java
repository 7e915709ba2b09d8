package vn.sohoa.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proves a signature later: status of certificates and time-stamps, all asked for through one {@link Fetch}. */
final class StatusSources {

    private static final int SHORT_ANSWER = 64 << 10;
    private static final int LIST = 20 << 20;

    private final Fetch fetch;
    private final TrustAnchors anchors;
    private final TsaSettings tsa;

    StatusSources(Fetch fetch, TrustAnchors anchors, TsaSettings tsa) {
        this.fetch = fetch;
        this.anchors = anchors;
        this.tsa = tsa;
    }

    /** Whether time-stamps can be asked for. */
    boolean stamps() {
        return tsa.url() != null;
    }

    /** The authority as DSS asks it, or null. */
    @Nullable
    TSPSource tsp() {
        if (tsa.url() == null) {
            return null;
        }
        OnlineTSPSource source =
                new OnlineTSPSource(tsa.url(), new FetchLoader(fetch, "application/timestamp-query", SHORT_ANSWER));
        if (tsa.policy() != null) {
            source.setPolicyOid(tsa.policy());
        }
        return source;
    }

    OnlineOCSPSource ocsp() {
        return new OnlineOCSPSource(new FetchLoader(fetch, "application/ocsp-request", SHORT_ANSWER));
    }

    OnlineCRLSource crl() {
        return new OnlineCRLSource(new FetchLoader(fetch, null, LIST));
    }

    /** Whoever may have issued a certificate: what the token holds, and the anchors. */
    List<CertificateToken> issuers(List<CertificateToken> chain) {
        List<CertificateToken> all = new ArrayList<>(chain);
        anchors.certificates().forEach(anchor -> all.add(new CertificateToken(anchor)));
        return all;
    }

    /** For signing: knows the anchors, never follows an address of an issuer's certificate. */
    CommonCertificateVerifier verifier(List<CertificateToken> chain) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (X509Certificate anchor : anchors.certificates()) {
            trusted.addCertificate(new CertificateToken(anchor));
        }
        verifier.setTrustedCertSources(trusted);
        CommonCertificateSource known = new CommonCertificateSource();
        chain.forEach(known::addCertificate);
        verifier.setAdjunctCertSources(known);
        verifier.setOcspSource(ocsp());
        verifier.setCrlSource(crl());
        return verifier;
    }
}
