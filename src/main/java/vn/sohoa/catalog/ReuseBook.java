package vn.sohoa.catalog;

import java.util.List;
import vn.sohoa.dossier.DocumentId;

/** The book of reuse (sổ tái sử dụng), append-only. */
public interface ReuseBook {

    /** Enters an act and its history entry in one transaction. The same document, dossier and officer on one day: once. */
    void enter(ReuseEntry entry);

    /** Who used a paper, the oldest first. */
    List<ReuseEntry> of(DocumentId document);
}
