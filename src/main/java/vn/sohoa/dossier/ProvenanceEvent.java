package vn.sohoa.dossier;

import java.time.Instant;

/**
 * One entry of the history of a paper, kept for ever.
 *
 * @param actor user name, or {@code system}
 * @param step legal step or act, such as {@code SAO_CHUP} or {@code REUSE}
 * @param event status reached or act done
 * @param detail codes and hashes only, no personal data
 */
public record ProvenanceEvent(Instant at, String actor, String step, String event, String detail) {}
