package vn.sohoa.quality;

import java.util.List;
import vn.sohoa.dossier.PageFault;

/**
 * What a profile says of one scan.
 *
 * @param pass whether no fault is hard
 * @param faults hard ones first, then by page
 * @param profile id and version of the profile that judged, such as {@code ND30-COPY v2.1}
 */
public record Verdict(boolean pass, List<PageFault> faults, String profile) {

    public Verdict {
        faults = List.copyOf(faults);
        if (pass == faults.stream().anyMatch(PageFault::hard)) {
            throw new IllegalArgumentException("a verdict that contradicts its faults: " + faults);
        }
    }
}
