/**
 * The only way from signatures to the network, in the main process alone: hosts of the allow-list, nothing that a document chooses.
 *
 * <p>Enters: settings, questions that a verifier could not answer. Leaves: answers on disk, bytes of time-stamps.
 *
 * <p>May use: dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.signing.network;

import org.jspecify.annotations.NullMarked;
