/**
 * Issues codes and file names.
 *
 * <p>Enters: a dossier, a type, an owner. Leaves: codes.
 *
 * <p>May use: dossier, page. Library: Jackson.
 */
@NullMarked
package vn.sohoa.codes;

import org.jspecify.annotations.NullMarked;
