/**
 * The desk at which officers mend what the machine doubts (kiểm tra, hiệu đính): the queue, one paper with its doubts, decisions.
 *
 * <p>Enters: a paper that waits, an officer's decision. Leaves: doubts with readings and pictures; decisions in the book of review.
 *
 * <p>May use: extraction, quality, intake, reading, storage, catalog, workflow, dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.workflow.review;

import org.jspecify.annotations.NullMarked;
