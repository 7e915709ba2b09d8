package vn.sohoa.workflow.acceptance;

import java.util.List;

/**
 * The pages that were drawn for an accuracy check (mẫu nghiệm thu; R-14): the same run, seed and size draw the same pages as long
 * as the papers of the run stand where they stand.
 *
 * @param day business day of the run
 * @param size pages wanted; fewer are drawn where there are no more
 * @param checker who compares the texts with the papers
 * @param drawnAt instant in UTC
 * @param papers papers drawn from
 * @param pagesInAll pages drawn from
 */
public record AcceptanceSample(
        long run,
        String job,
        String day,
        long seed,
        int size,
        String checker,
        String drawnAt,
        int papers,
        int pagesInAll,
        List<Drawn> pages) {

    /**
     * One drawn page.
     *
     * @param number from 1, names the text file
     * @param file name of the scan as delivered
     * @param page from 1
     * @param master key of the scan in the store
     */
    public record Drawn(
            int number, String unit, String dossier, String document, String file, int page, String master) {

        /** Name of its text file. */
        public String text() {
            return String.format("%03d.txt", number);
        }
    }

    public AcceptanceSample {
        pages = List.copyOf(pages);
        if (size < 1 || checker.isBlank()) {
            throw new IllegalArgumentException("no sample: " + size);
        }
    }
}
