package vn.sohoa.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.ers.ERSException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/** Keeps proof by time-stamps: made with one library, checked with another before it counts. */
final class StampedProof implements ProofKeeper {

    private static final String PDF = "application/pdf";

    private final StatusSources sources;
    private final SignatureVerifier verifier;
    private final EvidenceStamp authority;
    private final StampEnd end;
    private final EvidenceRecords records;
    private final EvidenceCheck check;

    StampedProof(StatusSources sources, SignatureVerifier verifier, EvidenceStamp authority) {
        this.sources = sources;
        this.verifier = verifier;
        this.authority = authority;
        end = new StampEnd(sources.algorithms());
        records = new EvidenceRecords(new EvidenceTree(authority, end));
        check = new EvidenceCheck(sources);
    }

    @Override
    public SignatureReport raise(Path file, Path target) {
        SignatureReport before = verifier.verify(file, PDF);
        if (before.signatures().isEmpty()) {
            throw new DigitisationException(Problem.NOT_SIGNABLE, "không có chữ ký");
        }
        MadeWell.demandUntouched(before);
        try {
            Sha256 original = Hashing.of(file);
            return NewFile.write(target, made -> {
                new PadesWriter(sources.verifier(List.of()), sources.tsp()).extend(file, made);
                Hashing.demandPrefix(made, original, Files.size(file));
                return demandNotWorse(before, verifier.verify(made, PDF));
            });
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.FILE_MISSING, "", unreadable);
        } catch (DSSException refused) {
            throw TokenSigner.translated(refused);
        } catch (AlertException refused) {
            throw TokenSigner.alert(refused);
        }
    }

    private static SignatureReport demandNotWorse(SignatureReport before, SignatureReport after) {
        boolean same = after.signatures().size() == before.signatures().size();
        if (!same
                || after.verdict() == SignatureVerdict.KHONG_HOP_LE
                || (before.verdict() == SignatureVerdict.HOP_LE && after.verdict() != SignatureVerdict.HOP_LE)) {
            throw new DigitisationException(
                    Problem.SIGNING_FAILED, after.reasons().get(0).code());
        }
        MadeWell.demandUntouched(after);
        return after;
    }

    @Override
    public Optional<Instant> lapses(Path file) {
        try {
            return end.in(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.FILE_MISSING, "", unreadable);
        }
    }

    @Override
    public List<Evidence> evidence(List<List<Sha256>> groups) {
        demandSet(groups.size());
        try {
            List<Evidence> made = records.make(groups);
            for (int i = 0; i < made.size(); i++) {
                demandProof(new Evidence.Renewal(made.get(i).record(), groups.get(i)));
            }
            return made;
        } catch (TSPException | ERSException | IOException failed) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "RFC 4998", failed);
        }
    }

    @Override
    public List<Evidence> renew(List<Evidence.Renewal> old) {
        demandSet(old.size());
        try {
            List<Evidence> renewed = records.renew(old);
            for (int i = 0; i < renewed.size(); i++) {
                Evidence.Renewal one = old.get(i);
                demandProof(new Evidence.Renewal(renewed.get(i).record(), one.objects(), one.strong()));
            }
            return renewed;
        } catch (TSPException | ERSException | IOException failed) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "RFC 4998", failed);
        }
    }

    private void demandProof(Evidence.Renewal record) {
        if (!proves(record)) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "bản ghi chứng cứ không chứng minh được tệp");
        }
    }

    private static void demandSet(int size) {
        if (size < 1 || size > LARGEST_SET) {
            throw new IllegalArgumentException("a set of " + size);
        }
    }

    @Override
    public Reach reach() {
        try {
            return new Reach(end.of(authority.one()), sources.algorithms().endOf(EvidenceHash.FIRST.listed()));
        } catch (TSPException | IOException failed) {
            throw new DigitisationException(
                    Problem.TSA_UNAVAILABLE, failed.getClass().getSimpleName(), failed);
        }
    }

    @Override
    public Evidence.Hashes hashes(byte[] record, Instant before) {
        EvidenceHash hash = EvidenceHash.of(EvidenceRecord.getInstance(record));
        if (hash == EvidenceHash.STRONG) {
            return Evidence.Hashes.STRONG;
        }
        return hash.endsBefore(before, sources.algorithms()) ? Evidence.Hashes.AGEING : Evidence.Hashes.FIRST;
    }

    @Override
    public boolean proves(Evidence.Renewal record) {
        return check.proves(record);
    }
}
