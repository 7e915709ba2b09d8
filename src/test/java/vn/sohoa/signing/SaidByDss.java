package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlBasicSignature;
import eu.europa.esig.dss.diagnostic.jaxb.XmlByteRange;
import eu.europa.esig.dss.diagnostic.jaxb.XmlCertificate;
import eu.europa.esig.dss.diagnostic.jaxb.XmlCertificateRevocation;
import eu.europa.esig.dss.diagnostic.jaxb.XmlChainItem;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestAlgoAndValue;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDistinguishedName;
import eu.europa.esig.dss.diagnostic.jaxb.XmlFoundTimestamp;
import eu.europa.esig.dss.diagnostic.jaxb.XmlModification;
import eu.europa.esig.dss.diagnostic.jaxb.XmlModificationDetection;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModifications;
import eu.europa.esig.dss.diagnostic.jaxb.XmlPDFRevision;
import eu.europa.esig.dss.diagnostic.jaxb.XmlPDFSignatureDictionary;
import eu.europa.esig.dss.diagnostic.jaxb.XmlRevocation;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignature;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSigningCertificate;
import eu.europa.esig.dss.diagnostic.jaxb.XmlTimestamp;
import eu.europa.esig.dss.diagnostic.jaxb.XmlTrusted;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlDetails;
import eu.europa.esig.dss.simplereport.jaxb.XmlMessage;
import eu.europa.esig.dss.simplereport.jaxb.XmlSimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamps;
import eu.europa.esig.dss.simplereport.jaxb.XmlToken;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What DSS could say of one signature, put together by hand: a signature that passed, until a test says otherwise. */
final class SaidByDss {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
    static final Instant CLAIMED = Instant.parse("2026-06-01T03:00:00Z");

    final XmlSignature signature = new XmlSignature();
    final XmlCertificate signer = certificate("S", "Cán bộ Thử", "C=VN,CN=CA Thử");
    private final eu.europa.esig.dss.simplereport.jaxb.XmlSignature told =
            new eu.europa.esig.dss.simplereport.jaxb.XmlSignature();
    private final XmlObjectModifications objects = new XmlObjectModifications();
    private final XmlModificationDetection detection = new XmlModificationDetection();
    private @Nullable Instant checked;

    SaidByDss() {
        signature.setId("SIG");
        told.setId("SIG");
        told.setIndication(Indication.TOTAL_PASSED);
        XmlBasicSignature basic = new XmlBasicSignature();
        basic.setSignatureIntact(true);
        basic.setSignatureValid(true);
        basic.setEncryptionAlgoUsedToSignThisToken(EncryptionAlgorithm.RSA);
        basic.setDigestAlgoUsedToSignThisToken(DigestAlgorithm.SHA1);
        signature.setBasicSignature(basic);
        signature.setClaimedSigningTime(Date.from(CLAIMED));
        XmlSigningCertificate signing = new XmlSigningCertificate();
        signing.setCertificate(signer);
        signature.setSigningCertificate(signing);
        chain(signer, certificate("C", "CA Thử", "CN=Gốc Thử,O=Cơ quan"));
        XmlPDFRevision revision = new XmlPDFRevision();
        detection.setObjectModifications(objects);
        revision.setModificationDetection(detection);
        signature.setPDFRevision(revision);
    }

    static XmlCertificate certificate(String id, String name, String issuer) {
        XmlCertificate certificate = new XmlCertificate();
        certificate.setId(id);
        certificate.setCommonName(name);
        certificate.setNotBefore(Date.from(FROM));
        certificate.setNotAfter(Date.from(TO));
        XmlDistinguishedName dn = new XmlDistinguishedName();
        dn.setFormat("RFC2253");
        dn.setValue(issuer);
        certificate.getIssuerDistinguishedName().add(dn);
        return certificate;
    }

    SaidByDss chain(XmlCertificate... certificates) {
        signature.setCertificateChain(items(certificates));
        return this;
    }

    private static List<XmlChainItem> items(XmlCertificate... certificates) {
        return java.util.Arrays.stream(certificates)
                .map(certificate -> {
                    XmlChainItem item = new XmlChainItem();
                    item.setCertificate(certificate);
                    return item;
                })
                .toList();
    }

    SaidByDss range(long... range) {
        XmlPDFSignatureDictionary dictionary = new XmlPDFSignatureDictionary();
        dictionary.setSignatureByteRange(new XmlByteRange());
        LongStream.of(range)
                .mapToObj(BigInteger::valueOf)
                .forEach(dictionary.getSignatureByteRange().getValue()::add);
        signature.getPDFRevision().setPDFSignatureDictionary(dictionary);
        return this;
    }

    SaidByDss says(Indication indication, @Nullable SubIndication sub) {
        told.setIndication(indication);
        told.setSubIndication(sub);
        return this;
    }

    SaidByDss indeterminate(SubIndication sub) {
        return says(Indication.INDETERMINATE, sub);
    }

    SaidByDss broken(boolean intact, boolean valid) {
        signature.getBasicSignature().setSignatureIntact(intact);
        signature.getBasicSignature().setSignatureValid(valid);
        return this;
    }

    SaidByDss claims(@Nullable Instant time) {
        signature.setClaimedSigningTime(time == null ? null : Date.from(time));
        return this;
    }

    SaidByDss trusted() {
        XmlTrusted trusted = new XmlTrusted();
        trusted.setValue(true);
        signature.getCertificateChain().get(1).getCertificate().setTrusted(trusted);
        return this;
    }

    /** @param since null: it has not been revoked */
    SaidByDss revocation(@Nullable Instant since) {
        XmlCertificateRevocation revocation = new XmlCertificateRevocation();
        revocation.setRevocation(new XmlRevocation());
        revocation.setRevocationDate(since == null ? null : Date.from(since));
        signer.getRevocations().add(revocation);
        return this;
    }

    SaidByDss error(String key) {
        XmlDetails details =
                told.getAdESValidationDetails() == null ? new XmlDetails() : told.getAdESValidationDetails();
        XmlMessage message = new XmlMessage();
        message.setKey(key);
        message.setValue("");
        details.getError().add(message);
        told.setAdESValidationDetails(details);
        return this;
    }

    /** Another id than the usual one: a file has several signatures. */
    SaidByDss as(String id) {
        signature.setId(id);
        told.setId(id);
        return this;
    }

    SaidByDss checked(Instant time) {
        checked = time;
        return this;
    }

    static XmlDigestAlgoAndValue digest(DigestAlgorithm algorithm, byte[] value) {
        XmlDigestAlgoAndValue digest = new XmlDigestAlgoAndValue();
        digest.setDigestMethod(algorithm);
        digest.setDigestValue(value);
        return digest;
    }

    SaidByDss best(Instant time) {
        told.setBestSignatureTime(Date.from(time));
        return this;
    }

    SaidByDss stamp(Indication indication, @Nullable SubIndication sub) {
        XmlTimestamps all = told.getTimestamps() == null ? new XmlTimestamps() : told.getTimestamps();
        eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp stamp =
                new eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp();
        stamp.setId("T" + all.getTimestamp().size());
        stamp.setIndication(indication);
        stamp.setSubIndication(sub);
        all.getTimestamp().add(stamp);
        told.setTimestamps(all);
        return this;
    }

    /** A time-stamp that is in the file, made at that time by whoever the chain says. */
    SaidByDss stampedBy(Instant time, XmlCertificate... chain) {
        XmlTimestamp stamp = new XmlTimestamp();
        stamp.setId("TS");
        stamp.setProductionTime(Date.from(time));
        stamp.setCertificateChain(items(chain));
        XmlFoundTimestamp found = new XmlFoundTimestamp();
        found.setTimestamp(stamp);
        signature.getFoundTimestamps().add(found);
        return this;
    }

    /** No change of any object was found. */
    SaidByDss unmodified() {
        detection.setObjectModifications(null);
        return this;
    }

    private static XmlObjectModification change(String field) {
        XmlObjectModification change = new XmlObjectModification();
        change.setValue("/x");
        change.setFieldName(field);
        return change;
    }

    SaidByDss filled(String field) {
        objects.getSignatureOrFormFill().add(change(field));
        return this;
    }

    SaidByDss undefined() {
        objects.getUndefined().add(change(""));
        return this;
    }

    SaidByDss annotated() {
        objects.getAnnotationChanges().add(change(""));
        return this;
    }

    SaidByDss otherPicture(int... pages) {
        for (int page : pages) {
            XmlModification change = new XmlModification();
            change.setPage(BigInteger.valueOf(page));
            detection.getVisualDifference().add(change);
        }
        return this;
    }

    SaidByDss pages(int page) {
        XmlModification change = new XmlModification();
        change.setPage(BigInteger.valueOf(page));
        detection.getPageDifference().add(change);
        return this;
    }

    SignatureWrapper wrapper() {
        return new SignatureWrapper(signature);
    }

    SimpleReport report() {
        return reportOf(this);
    }

    /** What is said of several signatures of one file. */
    static SimpleReport reportOf(SaidByDss... said) {
        XmlSimpleReport report = new XmlSimpleReport();
        List<XmlToken> tokens = report.getSignatureOrTimestampOrEvidenceRecord();
        for (SaidByDss each : said) {
            tokens.add(each.told);
            report.setValidationTime(each.checked == null ? null : Date.from(each.checked));
        }
        return new SimpleReport(report);
    }
}
