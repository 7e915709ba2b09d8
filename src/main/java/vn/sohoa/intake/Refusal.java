package vn.sohoa.intake;

import java.nio.file.Path;
import vn.sohoa.dossier.Problem;

/**
 * A dossier that cannot be taken as it lies; it stays in the inbox until somebody mends it.
 *
 * @param folder where it lies
 * @param detail all faults found, in Vietnamese, for the officer who sent it
 */
public record Refusal(Path folder, Problem problem, String detail) {}
