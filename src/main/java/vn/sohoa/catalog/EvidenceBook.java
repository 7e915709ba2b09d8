package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;

/** Which stored papers have an evidence record, and until when it is good (Circular 05/2025/TT-BNV, Article 26). */
public interface EvidenceBook {

    /** Stored papers without one, or whose objects have changed since. */
    List<DocumentId> missing(int limit);

    /** Papers whose record has to be renewed before that time, the most urgent first. */
    List<DocumentId> lapsing(Instant before, int limit);

    /**
     * Enters a record, made anew or renewed, with the paper that names it and its history, in one transaction.
     *
     * @return false if somebody else was faster; nothing has changed then
     */
    boolean enter(Document changed, ProvenanceEvent event, Instant madeAt, Instant lapsesAt);

    /** Changes the objects of a paper likewise: from now on its record is missing. */
    boolean reopen(Document changed, ProvenanceEvent event);
}
