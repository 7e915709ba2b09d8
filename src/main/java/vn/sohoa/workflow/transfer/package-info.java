/**
 * Moves whole installations: to other engines, into a back-up, out of one.
 *
 * <p>Enters: an installation or a back-up. Leaves: the same rows, objects and history elsewhere, compared one by one.
 *
 * <p>May use: storage, catalog, codes, workflow, dossier. Library: none.
 */
@NullMarked
package vn.sohoa.workflow.transfer;

import org.jspecify.annotations.NullMarked;
