/**
 * What officers' decisions teach about the machine: how often it was right at which confidence, and which thresholds follow.
 *
 * <p>Enters: the book of review. Leaves: labelled cases, a table, a proposal that a second person has to accept.
 *
 * <p>May use: catalog, workflow, dossier. Library: none.
 */
@NullMarked
package vn.sohoa.workflow.learning;

import org.jspecify.annotations.NullMarked;
