/**
 * Takes deliveries from an inbox and decides what is in scope.
 *
 * <p>Enters: folders. Leaves: dossiers with their files, coded refusals.
 *
 * <p>May use: dossier, page. Library: Jackson.
 */
@NullMarked
package vn.sohoa.intake;

import org.jspecify.annotations.NullMarked;
