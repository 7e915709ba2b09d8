/**
 * Judges a scan by a named profile.
 *
 * <p>Enters: measurements. Leaves: a verdict with coded faults.
 *
 * <p>May use: dossier, page. Library: Jackson.
 */
@NullMarked
package vn.sohoa.quality;

import org.jspecify.annotations.NullMarked;
