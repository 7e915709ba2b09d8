package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.page.Box;

/** What the dossier says of its owner vouches for what was read, or speaks against it. */
class DeclaredOwnerTest {
    /** Nguyễn Thị Mẫu, 001085000123. */
    private static final DeclaredOwner OWNER = DeclaredOwner.of(TestCatalog.dossier("H15.12-261102-0042"));

    private static double weighed(String field, String value, double confidence, Method method) {
        return OWNER.weigh(List.of(new ExtractedValue(field, value, value, 1, Box.NONE, confidence, method)))
                .get(0)
                .confidence();
    }

    private static double name(String value) {
        return weighed(FieldName.OWNER_NAME, value, 80, Method.OCR);
    }

    private static double id(String value) {
        return weighed(FieldName.OWNER_ID, value, 80, Method.OCR);
    }

    @Test
    void theSameToTheLetterIsVouchedFor() {
        assertThat(name("Nguyễn Thị Mẫu")).isEqualTo(99);
        assertThat(name(Normalizer.normalize("NGUYỄN THỊ MẪU", Normalizer.Form.NFD)))
                .isEqualTo(99);
        assertThat(id("001085000123")).isEqualTo(99);
    }

    @Test
    void whatIsNearlyTheSameWasMisreadByOneOfThem() {
        assertThat(name("Nguyên Thị Mẫu")).isEqualTo(10);
        assertThat(name("Nguyễn Thị Mâu")).isEqualTo(10);
        assertThat(id("001085000128")).isEqualTo(10);
        assertThat(id("001095000128")).isEqualTo(10);
    }

    @Test
    void aPaperOfSomebodyElseStaysAsItWasRead() {
        assertThat(name("Trần Văn Thử")).isEqualTo(80);
        assertThat(id("034190004567")).isEqualTo(80);
        assertThat(id("012345678")).isEqualTo(80);
        assertThat(weighed(FieldName.SIGNER, "Nguyễn Thị Mẫu", 80, Method.OCR)).isEqualTo(80);
    }

    @Test
    void aMachineProofAndWhatContradictsItselfAreLeftAlone() {
        assertThat(weighed(FieldName.OWNER_ID, "001085000128", 100, Method.QR)).isEqualTo(100);
        assertThat(weighed(FieldName.OWNER_ID, "001085000123", 10, Method.OCR)).isEqualTo(10);
    }

    @Test
    void whereTheDossierNamesNobodyNothingChanges() {
        List<ExtractedValue> values =
                List.of(new ExtractedValue(FieldName.OWNER_NAME, "Nguyên", "Nguyên", 1, Box.NONE, 70, Method.OCR));
        assertThat(DeclaredOwner.nobody().weigh(values)).isEqualTo(values);
    }
}
