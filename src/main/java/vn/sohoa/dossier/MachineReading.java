package vn.sohoa.dossier;

import java.util.List;

/**
 * What the machine had made of a paper before an officer touched it, never changed.
 *
 * @param version of the paper with which the reading came, or was first touched
 */
public record MachineReading(
        DocumentId document, long version, DocumentType type, double typeConfidence, List<ExtractedValue> values) {

    public MachineReading {
        values = List.copyOf(values);
    }
}
