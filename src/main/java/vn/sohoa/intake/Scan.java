package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * What an inbox holds at one moment, each list by name.
 *
 * @param waiting what is still being copied, dossiers of a box manifest that have not arrived, and files that lie outside any
 *     dossier folder
 */
public record Scan(List<Delivery> deliveries, List<Refusal> refusals, List<Path> waiting) {

    public Scan {
        deliveries = List.copyOf(deliveries);
        refusals = List.copyOf(refusals);
        waiting = List.copyOf(waiting);
    }
}
