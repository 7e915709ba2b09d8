package vn.sohoa.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The two ways of hashing that records are made with: the first, which the store uses too, and the one it gives way to. */
enum EvidenceHash {
    FIRST("SHA256", "SHA-256", NISTObjectIdentifiers.id_sha256),
    STRONG("SHA512", "SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String name;
    private final String java;
    private final String identifier;

    EvidenceHash(String name, String java, ASN1ObjectIdentifier identifier) {
        this.name = name;
        this.java = java;
        this.identifier = identifier.getId();
    }

    /** Of the newest time-stamp of a record. */
    static EvidenceHash of(EvidenceRecord record) {
        String found =
                last(record).getDigestAlgorithmIdentifier().getAlgorithm().getId();
        return Arrays.stream(values())
                .filter(each -> each.identifier.equals(found))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a record by " + found));
    }

    static ArchiveTimeStamp last(EvidenceRecord record) {
        ArchiveTimeStampChain[] chains = record.getArchiveTimeStampSequence().getArchiveTimeStampChains();
        ArchiveTimeStamp[] stamps = chains[chains.length - 1].getArchiveTimestamps();
        return stamps[stamps.length - 1];
    }

    /** As lists of algorithms call it. */
    String listed() {
        return name;
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(identifier));
    }

    byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(java);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    boolean endsBefore(Instant time, Algorithms stated) {
        return stated.endOf(name).filter(end -> end.isBefore(time)).isPresent();
    }
}
