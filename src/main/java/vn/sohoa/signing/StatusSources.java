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
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;

/** What proves a signature later: status of certificates and time-stamps, all asked for through one loader. */
final class StatusSources {

    private final NetworkLoader network;
    private final NetworkSettings limits;
    private final TrustAnchors anchors;
    private final TsaSettings tsa;

    StatusSources(NetworkSettings limits, TrustAnchors anchors, TsaSettings tsa) {
        this.limits = limits;
        network = new NetworkLoader(limits);
        this.anchors = anchors;
        this.tsa = tsa;
    }

    /** Ends of algorithms that the operator has stated. */
    Algorithms algorithms() {
        return anchors.algorithms();
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
                new OnlineTSPSource(tsa.url(), new DssLoader(network, "application/timestamp-query", (int)
                        limits.maxOcsp().toBytes()));
        if (tsa.policy() != null) {
            source.setPolicyOid(tsa.policy());
        }
        return source;
    }

    OnlineOCSPSource ocsp() {
        return new OnlineOCSPSource(new DssLoader(
                network, "application/ocsp-request", (int) limits.maxOcsp().toBytes()));
    }

    OnlineCRLSource crl() {
        return new OnlineCRLSource(
                new DssLoader(network, "", (int) limits.maxCrl().toBytes()));
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
