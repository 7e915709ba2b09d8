package vn.sohoa.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private final EvidenceRecords records;
    private final EvidenceCheck check;

    StampedProof(StatusSources sources, SignatureVerifier verifier, EvidenceStamp authority) {
        this.sources = sources;
        this.verifier = verifier;
        records = new EvidenceRecords(authority);
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
    public List<Evidence> evidence(List<List<Sha256>> groups) {
        demandSet(groups.size());
        try {
            List<Evidence> made = records.make(groups);
            for (int i = 0; i < made.size(); i++) {
                demandProof(made.get(i), groups.get(i));
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
            List<Evidence> renewed =
                    records.renew(old.stream().map(Evidence.Renewal::record).toList());
            for (int i = 0; i < renewed.size(); i++) {
                demandProof(renewed.get(i), old.get(i).objects());
            }
            return renewed;
        } catch (TSPException | ERSException | IOException failed) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "RFC 4998", failed);
        }
    }

    private void demandProof(Evidence evidence, List<Sha256> objects) {
        if (!proves(evidence.record(), objects)) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "bản ghi chứng cứ không chứng minh được tệp");
        }
    }

    private static void demandSet(int size) {
        if (size < 1 || size > LARGEST_SET) {
            throw new IllegalArgumentException("a set of " + size);
        }
    }

    @Override
    public boolean proves(byte[] record, List<Sha256> objects) {
        return check.proves(record, objects);
    }
}
