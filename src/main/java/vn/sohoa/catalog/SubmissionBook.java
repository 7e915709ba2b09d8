package vn.sohoa.catalog;

import java.time.Instant;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Sha256;

/** Which dossiers came over the network, under the keys that their senders chose. */
public interface SubmissionBook {

    /**
     * One request.
     *
     * @param key hash of the sender and the key chosen
     * @param content hash of all that was sent
     */
    record Submission(Sha256 key, Sha256 content, DossierCode dossier, String account, Instant at) {}

    /** Enters a request unless its key is known; returns what stands under the key from then on. */
    Submission enter(Submission submission);

    /**
     * Keeps the units of whoever hands in a dossier first under its code.
     *
     * @return false if it was handed in for other units before; two agencies' papers must not meet in one dossier
     */
    boolean isFor(Dossier dossier);
}
