/**
 * Sends what others wait for.
 *
 * <p>Enters: outbox rows, declared handling, reuse. Leaves: payloads in a folder or at the portal, what it says of them.
 *
 * <p>May use: catalog, dossier. Library: none.
 */
@NullMarked
package vn.sohoa.sync;

import org.jspecify.annotations.NullMarked;
