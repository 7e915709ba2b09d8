package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.List;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;

/**
 * One dossier (hồ sơ) as it lies in the inbox, complete and well described.
 *
 * @param folder where it lies; it stays there until {@link Inbox#done}
 * @param papers in the order of the manifest, then the files that it does not name, by name; at least one
 */
public record Delivery(Path folder, Dossier dossier, Handling handling, List<DeliveredPaper> papers) {

    public Delivery {
        papers = List.copyOf(papers);
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("a delivery without papers: " + dossier.code());
        }
    }
}
