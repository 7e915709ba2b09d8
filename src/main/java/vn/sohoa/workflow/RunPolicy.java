package vn.sohoa.workflow;

/**
 * What a job asks of its papers.
 *
 * @param qualityProfile id of a profile in {@code jobs/reference/quality-profiles.yml}
 * @param typeConfidence below it the kind of paper is a person's decision, 0 to 100
 * @param textConfidence mean word confidence below which a person reads, 0 to 100
 * @param fieldConfidence confidence below which a required field is a person's decision, 0 to 100
 */
public record RunPolicy(
        String qualityProfile,
        ScannerSignature scannerSignature,
        double typeConfidence,
        double textConfidence,
        double fieldConfidence) {

    public RunPolicy {
        share("typeConfidence", typeConfidence);
        share("textConfidence", textConfidence);
        share("fieldConfidence", fieldConfidence);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException(name + " is not within 0 to 100: " + value);
        }
    }
}
