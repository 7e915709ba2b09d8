/**
 * What officers do at a screen: look at a paper page by page, see what is to be scanned again.
 *
 * <p>Enters: who looks, at what. Leaves: papers, pictures of pages, lists.
 *
 * <p>May use: extraction, reading, storage, catalog, workflow, dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.workflow.desk;

import org.jspecify.annotations.NullMarked;
