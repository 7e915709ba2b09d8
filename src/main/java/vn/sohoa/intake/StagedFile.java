package vn.sohoa.intake;

import java.nio.file.Path;
import vn.sohoa.dossier.Sha256;

/**
 * A private copy of a delivered file, on disk before anything is said about it.
 *
 * @param file the copy
 * @param sha256 of the bytes of the copy
 * @param bytes its length
 */
public record StagedFile(Path file, Sha256 sha256, long bytes) {}
