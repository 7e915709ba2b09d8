package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.page.Word;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.Typeface;

/**
 * One invented paper.
 *
 * @param type code of its kind in {@code types.yml}, or {@code CHUA_RO}
 * @param copy how it was copied: {@code SAO_Y}, {@code TRICH_SAO}, {@code SAO_LUC}, {@code CHUNG_THUC}, {@code CHUNG_THUC_DIEN_TU};
 *     empty for an original
 * @param decoyOf the kind that it mentions and is not, or empty
 * @param layout name of the form and of its variant
 * @param fields by the names of the house
 * @param text to be drawn as an image
 * @param pages its words as a recogniser without faults gives them at 200 dpi
 * @param qr per page
 */
public record GeneratedPaper(
        PaperSet set,
        String type,
        String copy,
        String decoyOf,
        String layout,
        long seed,
        Map<String, FieldTruth> fields,
        PaperText text,
        Typeface letters,
        List<PageText> pages,
        List<List<QrPayload>> qr) {

    /** The class a classifier has to tell: the way of copying, or for originals the kind. */
    public String label() {
        return copy.isEmpty() ? type : copy;
    }

    /** The pages as a recogniser gives them that errs in so many of a hundred letters. */
    public List<PageText> misread(double percent, long seed) {
        Random random = new Random(set.seed(seed) ^ this.seed * 65_537);
        return pages.stream()
                .map(page -> new Misreading(random, percent / 100).of(page))
                .toList();
    }

    /** The pages as pictures, in the letters of this paper. */
    public List<SamplePages.Page> draw(int dpi, double stampInk) {
        return SamplePages.draw(text, letters, dpi, stampInk);
    }

    /** Where the printed value stands on a page (from 1), in pixels at 200 dpi; several places if it stands there more than once. */
    public List<Box> boxes(String field, int page) {
        FieldTruth truth = fields.get(field);
        List<Box> boxes = new ArrayList<>();
        if (truth == null) {
            return boxes;
        }
        String[] wanted = truth.printed().split("\\s+");
        List<Word> words = pages.get(page - 1).words();
        for (int i = 0; i + wanted.length <= words.size(); i++) {
            Box box = Box.NONE;
            int found = 0;
            while (found < wanted.length && sameLetters(words.get(i + found).text(), wanted[found])) {
                box = box.and(words.get(i + found).box());
                found++;
            }
            if (found == wanted.length) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    private static boolean sameLetters(String a, String b) {
        return a.replaceAll("[,.;:]$", "").equals(b.replaceAll("[,.;:]$", ""));
    }
}
