package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A signed paper that names one address wherever a certificate, a signature or a PDF can name one, in every scheme. */
public final class CanaryPaper {
    private static final List<String> SCHEMES = List.of("http", "https", "ldap", "ftp");

    private final String place;
    private final KeyPair keys;
    private final X509Certificate root;
    private final X509Certificate signer;
    private final X509Certificate issuer;

    /** @param place host and port that nobody is to visit */
    public CanaryPaper(String place) {
        this.place = place;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
            KeyPair upper = generator.generateKeyPair();
            KeyPair top = generator.generateKeyPair();
            root = certificate("CN=Canary Root", top, "CN=Canary Root", top, true);
            issuer = certificate("CN=Canary CA", upper, "CN=Canary Root", top, true);
            signer = certificate("CN=Canary", keys, "CN=Canary CA", upper, false);
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** To be trusted, so that everything below is worth asking for. */
    public X509Certificate root() {
        return root;
    }

    private GeneralName[] uris(String path) {
        return SCHEMES.stream()
                .map(scheme ->
                        new GeneralName(GeneralName.uniformResourceIdentifier, scheme + "://" + place + "/" + path))
                .toArray(GeneralName[]::new);
    }

    private X509Certificate certificate(String name, KeyPair own, String by, KeyPair byKeys, boolean ca)
            throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(by),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(300))),
                new X500Name(name),
                own.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(byKeys.getPublic()));
        AccessDescription[] access = Stream.concat(
                        Stream.of(uris("ocsp")).map(uri -> new AccessDescription(AccessDescription.id_ad_ocsp, uri)),
                        Stream.of(uris("ca.cer"))
                                .map(uri -> new AccessDescription(AccessDescription.id_ad_caIssuers, uri)))
                .toArray(AccessDescription[]::new);
        builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access));
        DistributionPoint[] points = {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uris("ca.crl"))), null, null)
        };
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        builder.addExtension(Extension.freshestCRL, false, new CRLDistPoint(points));
        builder.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2"),
                        new DERSequence(new PolicyQualifierInfo("http://" + place + "/cps")))));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(byKeys.getPrivate())));
    }

    private byte[] page() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                content.newLineAtOffset(72, 700);
                content.showText("QUYET DINH 123/QD-UBND");
                content.endText();
            }
            PDActionURI action = new PDActionURI();
            action.setURI("http://" + place + "/open");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(action);
            page.setAnnotations(new ArrayList<>(List.of(link)));
            document.getDocumentCatalog().setOpenAction(action);
            COSDictionary base = new COSDictionary();
            base.setString("Base", "http://" + place + "/");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.URI, base);
            String xmp = "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'http://" + place
                    + "/x.dtd' [<!ENTITY e SYSTEM 'http://" + place + "/e'>]><x>&e;</x>";
            document.getDocumentCatalog()
                    .setMetadata(
                            new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
            COSDictionary file = new COSDictionary();
            file.setItem(COSName.FS, COSName.getPDFName("URL"));
            file.setString(COSName.F, "http://" + place + "/content");
            var stream = document.getDocument().createCOSStream();
            try (var content = stream.createOutputStream()) {
                content.write("q Q".getBytes(StandardCharsets.US_ASCII));
            }
            stream.setItem(COSName.F, file);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Elsewhere"), stream);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** The paper. @param chain whether the certificate of the issuer lies in the signature; without it, it has to be fetched */
    public byte[] signed(boolean chain) {
        try {
            PAdESSignatureParameters parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
            parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
            parameters.setSigningCertificate(new CertificateToken(signer));
            if (chain) {
                parameters.setCertificateChain(new CertificateToken(signer), new CertificateToken(issuer));
            }
            Policy policy = new Policy();
            policy.setId("1.3.6.1.4.1.99999.3");
            policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
            policy.setDigestValue(new byte[32]);
            policy.setSpuri("http://" + place + "/policy");
            parameters.bLevel().setSignaturePolicy(policy);
            CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
            PAdESService service = new PAdESService(verifier);
            InMemoryDocument document = new InMemoryDocument(page(), "page.pdf");
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(service.getDataToSign(document, parameters).getBytes());
            SignatureValue value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
            try (var in = service.signDocument(document, parameters, value).openStream()) {
                return in.readAllBytes();
            }
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
    }
}
