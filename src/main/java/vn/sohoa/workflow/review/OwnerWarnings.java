package vn.sohoa.workflow.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;

/**
 * Compares the personal id with the year of birth. It warns and never refuses: what digits 4 to 6 mean is common knowledge, not
 * law.
 */
final class OwnerWarnings {
    private static final String BIRTH_DATE = "birthDate";

    private OwnerWarnings() {}

    static List<String> of(Document paper) {
        List<String> warnings = new ArrayList<>();
        Optional<Integer> year = paper.value(BIRTH_DATE)
                .filter(date -> date.matches("\\d{4}.*"))
                .map(date -> Integer.valueOf(date.substring(0, 4)));
        Optional<Integer> expected = paper.value(FieldName.OWNER_ID)
                .flatMap(CodeFormat.CITIZEN::match)
                .map(id -> {
                    int century = 1900 + 100 * (Integer.parseInt(id.group("g")) / 2);
                    return century + Integer.parseInt(id.group("yy"));
                });
        if (year.isPresent() && expected.isPresent() && !year.equals(expected)) {
            warnings.add("Số định danh ứng với năm sinh " + expected.get() + ", giấy ghi " + year.get() + ".");
        }
        return warnings;
    }
}
