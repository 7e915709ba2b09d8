package vn.sohoa.testpki;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs PDFs for tests at PAdES levels B, T, LT or LTA, with what {@link TestPki} provides. Each call appends one revision and
 * leaves the earlier bytes as they are. Wishes are added by the {@code with…} methods, each giving a new object.
 */
public final class PdfSigning {

    private final TestPki pki;
    private final TestPki.Entity signer;
    private final @Nullable String field;
    private final @Nullable Seal seal;
    private final @Nullable Instant claimedTime;
    private final int permission;
    private String tsa;

    private record Seal(int page, float x, float y, float width, float height, String text) {}

    private PdfSigning(
            TestPki pki,
            TestPki.Entity signer,
            @Nullable String field,
            @Nullable Seal seal,
            @Nullable Instant claimedTime,
            int permission) {
        this.permission = permission;
        this.pki = pki;
        tsa = pki.tsaAddress();
        this.signer = signer;
        this.field = field;
        this.seal = seal;
        this.claimedTime = claimedTime;
    }

    public static PdfSigning by(TestPki pki, TestPki.Entity signer) {
        return new PdfSigning(pki, signer, null, null, null, 0);
    }

    /** Puts the signature into a field of that name, which must exist: see {@link #addField}. */
    public PdfSigning withField(String name) {
        return new PdfSigning(pki, signer, name, seal, claimedTime, permission);
    }

    /** Shows a text in a rectangle (points, from the top left of the page, pages from 1), in Liberation Serif 10. */
    public PdfSigning withText(int page, float x, float y, float width, float height, String text) {
        return new PdfSigning(pki, signer, field, new Seal(page, x, y, width, height, text), claimedTime, permission);
    }

    /** The time the signer states, instead of now. */
    public PdfSigning withClaimedTime(Instant time) {
        return new PdfSigning(pki, signer, field, seal, time, permission);
    }

    /** Time-stamps from another address than the usual one. */
    public PdfSigning withTsa(String address) {
        PdfSigning other = new PdfSigning(pki, signer, field, seal, claimedTime, permission);
        other.tsa = address;
        return other;
    }

    /** Certifies the document: 1 nothing may follow, 2 forms and signatures, 3 annotations too ({@code /P} of DocMDP). */
    public PdfSigning withCertification(int allowed) {
        return new PdfSigning(pki, signer, field, seal, claimedTime, allowed);
    }

    /** @param level {@code PAdES_BASELINE_B}, {@code _T}, {@code _LT} or {@code _LTA} */
    public byte[] sign(byte[] pdf, SignatureLevel level) {
        PAdESSignatureParameters parameters = parameters(level);
        PAdESService service = service();
        DSSDocument document = new InMemoryDocument(pdf, "page.pdf");
        // the same parameters in both calls, or the signature is broken without any exception
        ToBeSigned data = service.getDataToSign(document, parameters);
        return bytes(service.signDocument(document, parameters, value(data)));
    }

    /** Raises the signatures of a file to a higher level. */
    public byte[] extend(byte[] pdf, SignatureLevel level) {
        return bytes(service().extendDocument(new InMemoryDocument(pdf, "page.pdf"), parameters(level)));
    }

    /** Adds an empty, unsigned field (a revision of its own). */
    public byte[] addField(byte[] pdf, String name, int page, float x, float y, float width, float height) {
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setFieldId(name);
        place.setPage(page);
        place.setOriginX(x);
        place.setOriginY(y);
        place.setWidth(width);
        place.setHeight(height);
        return bytes(service().addNewSignatureField(new InMemoryDocument(pdf, "page.pdf"), place));
    }

    private PAdESSignatureParameters parameters(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setContentSize(16_384);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        List<CertificateToken> chain =
                pki.chain(signer).stream().map(CertificateToken::new).toList();
        parameters.setCertificateChain(chain);
        if (claimedTime != null) {
            parameters.bLevel().setSigningDate(Date.from(claimedTime));
        }
        if (permission > 0) {
            parameters.setPermission(CertificationPermission.fromCode(permission));
        }
        if (seal != null) {
            parameters.setImageParameters(image(seal));
        }
        if (field != null) {
            parameters.getImageParameters().getFieldParameters().setFieldId(field);
        }
        return parameters;
    }

    private static SignatureImageParameters image(Seal seal) {
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setPage(seal.page());
        place.setOriginX(seal.x());
        place.setOriginY(seal.y());
        place.setWidth(seal.width());
        place.setHeight(seal.height());
        DSSFileFont font = new DSSFileFont(font());
        font.setSize(10);
        font.setEmbedFontSubset(true);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(seal.text());
        text.setFont(font);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setFieldParameters(place);
        image.setTextParameters(text);
        return image;
    }

    private static InputStream font() {
        InputStream font = PdfSigning.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf");
        if (font == null) {
            throw new IllegalStateException("the test font is missing");
        }
        return font;
    }

    private SignatureValue value(ToBeSigned data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(data.getBytes());
            return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
        } catch (GeneralSecurityException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private PAdESService service() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(new OnlineOCSPSource(new OCSPDataLoader()));
        verifier.setCrlSource(new OnlineCRLSource(new CommonsDataLoader()));
        // a test may sign with what no careful signer would: expired, or revoked
        verifier.setAlertOnExpiredCertificate(alert -> {});
        verifier.setAlertOnNotYetValidCertificate(alert -> {});
        verifier.setAlertOnRevokedCertificate(alert -> {});
        PAdESService service = new PAdESService(verifier);
        PdfSignatureFieldPositionChecker places = new PdfSignatureFieldPositionChecker();
        places.setAlertOnSignatureFieldOverlap(alert -> {}); // the seal of an agency covers the signer's picture
        IPdfObjFactory objects = new PdfBoxNativeObjectFactory();
        objects.setPdfSignatureFieldPositionChecker(places);
        service.setPdfObjFactory(objects);
        service.setTspSource(new OnlineTSPSource(tsa, new TimestampDataLoader()));
        return service;
    }

    private static byte[] bytes(DSSDocument document) {
        try (InputStream in = document.openStream()) {
            return in.readAllBytes();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
