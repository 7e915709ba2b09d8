/**
 * Sends what others wait for.
 *
 * <p>Enters: outbox rows. Leaves: payload files.
 *
 * <p>May use: catalog, dossier. Library: none.
 */
@NullMarked
package vn.sohoa.sync;

import org.jspecify.annotations.NullMarked;
