/**
 * Who asks, and what they may see: accounts, sign-in, roles, the scope of agencies, the log of looks.
 *
 * <p>Enters: names, passwords, six-digit codes; looks. Leaves: a Visitor, or a refusal that says no more than it must.
 *
 * <p>May use: catalog, dossier. Library: Spring Security (Argon2 over Bouncy Castle), ZXing (writing).
 */
@NullMarked
package vn.sohoa.access;

import org.jspecify.annotations.NullMarked;
