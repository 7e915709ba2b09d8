/**
 * Draws the sample dossiers: papers of invented people in real layouts, with every printed letter known.
 *
 * <p>Enters: paper texts and the dossier list under {@code samples/} of the test resources. Leaves: page images, files, the
 * sample inbox and its truth.
 * <p>May use: the JDK, PDFBox, ZXing and Jackson; test sources only.
 */
@NullMarked
package vn.sohoa.samples;

import org.jspecify.annotations.NullMarked;
