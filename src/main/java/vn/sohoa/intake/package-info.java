/**
 * Takes deliveries from an inbox, decides what is in scope and proposes how mixed batches fall into papers.
 *
 * <p>Enters: folders. Leaves: dossiers with their files, coded refusals.
 *
 * <p>May use: dossier, page. Library: Jackson.
 */
@NullMarked
package vn.sohoa.intake;

import org.jspecify.annotations.NullMarked;
