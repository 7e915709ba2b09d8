/**
 * The corridor: what happens to a paper, in the law's order.
 *
 * <p>Enters: pending papers. Leaves: outcomes.
 *
 * <p>May use: reading, intake, quality, extraction, codes, pdfa, signing, storage, catalog, search, dossier, page. Library: Micrometer.
 */
@NullMarked
package vn.sohoa.workflow;

import org.jspecify.annotations.NullMarked;
