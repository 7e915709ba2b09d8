/**
 * Generator of invented papers of every kind with their truth: forms of three sets that share no layout, no letters and no person.
 *
 * <p>Enters: the forms of {@code src/test/resources/papers} and a seed. Leaves: GeneratedPaper.
 */
@NullMarked
package vn.sohoa.papers;

import org.jspecify.annotations.NullMarked;
