package vn.sohoa.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** Checks bytes and signature of a paper now; what was said of them before does not count. */
final class FreshEvidence {
    private final ObjectStore store;
    private final DocumentReader reader;
    private final Path folder;

    FreshEvidence(ObjectStore store, DocumentReader reader, Path folder) {
        this.store = store;
        this.reader = reader;
        this.folder = folder;
    }

    /** Problems: STORE_CORRUPT, SIGNATURE_INVALID, SIGNATURE_DOUBT. An unsigned file has nothing to prove. */
    SignatureReport require(Document paper) {
        Path copy = folder.resolve(UUID.randomUUID().toString());
        try {
            copy(paper, copy);
            return judge(copy);
        } finally {
            remove(copy);
        }
    }

    /** Copies the master, hashed on the way. */
    void copy(Document paper, Path target) {
        StoredObject master = paper.object(ObjectRole.MASTER.name())
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no master of " + paper.id()));
        store.copyTo(new ObjectKey(master.key()), master.sha256(), target);
    }

    /** What is to be said of the signature of a paper now, whatever it is. Problem: STORE_CORRUPT. */
    SignatureReport look(Document paper) {
        Path copy = folder.resolve(UUID.randomUUID().toString());
        try {
            copy(paper, copy);
            return report(copy);
        } finally {
            remove(copy);
        }
    }

    /** The signature of a copy, whatever it is. */
    SignatureReport report(Path copy) {
        return reader.read(copy, ReadingRequest.of(Part.SIGNATURES)).signature().orElseThrow();
    }

    /** The signature of a copy; problems as in {@link #require}. */
    SignatureReport judge(Path copy) {
        return demand(report(copy));
    }

    /** Problems: SIGNATURE_INVALID, SIGNATURE_DOUBT. */
    static SignatureReport demand(SignatureReport report) {
        switch (report.verdict()) {
            case HOP_LE, KHONG_CO_CHU_KY -> {}
            case KHONG_HOP_LE ->
                throw new DigitisationException(
                        Problem.SIGNATURE_INVALID, report.reasons().get(0).code());
            case CAN_XEM_XET ->
                throw new DigitisationException(
                        Problem.SIGNATURE_DOUBT, report.reasons().get(0).code());
        }
        return report;
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "working folder", cannot);
        }
    }
}
