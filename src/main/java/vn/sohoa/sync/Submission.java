package vn.sohoa.sync;

import java.util.List;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;

/** All that the portal is told of one dossier: its stored papers, and papers of others that were used again in it. */
record Submission(Dossier dossier, Handling handling, List<Paper> components, List<Paper> results) {

    /** A paper and what is declared of it. */
    record Paper(Document document, PaperHandling handling) {}
}
