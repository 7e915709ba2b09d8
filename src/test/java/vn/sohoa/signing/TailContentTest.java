package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.forger.Increment;

/** What may follow the judged signature and what may not, on files of a few hundred bytes, with a table and packed. */
class TailContentTest {

    private static final String FIELD = "/Type /Annot /Subtype /Widget /FT /Sig /T (TS) /F 132 /P 3 0 R";
    private static final String VRI_KEY = "/0123456789ABCDEF0123456789ABCDEF01234567";

    private static List<String> codes(byte[] base, byte[] file) {
        TailWalker.Tail tail = TailWalker.walk(file, base.length);
        assertThat(tail.found()).isEmpty();
        return TailContent.check(tail.before().orElseThrow(), tail.updates()).stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    /** Bodies by number, as text: {@code "20=<< … >>"}. */
    private static List<String> after(String... objects) {
        Increment table = HandMade.update(HandMade.TABLE);
        Increment packed = HandMade.update(HandMade.PACKED);
        for (String object : objects) {
            int number = Integer.parseInt(object.substring(0, object.indexOf('=')));
            String value = object.substring(object.indexOf('=') + 1);
            table.object(number, value);
            packed.object(number, value);
        }
        List<String> codes = codes(HandMade.TABLE, table.table());
        assertThat(codes(HandMade.PACKED, packed.stream())).isEqualTo(codes);
        return codes;
    }

    private static String stream(int number) {
        return number + "=" + HandMade.stream("/Harmless true");
    }

    private static String catalog(String more) {
        return "1=<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " + more + " >>";
    }

    @Test
    void anEmptyUpdateAddsNothing() {
        assertThat(after()).isEmpty();
    }

    @Nested
    class Trailer {

        private List<String> trailer(Increment update) {
            return codes(HandMade.TABLE, update.table());
        }

        @Test
        void namesTheSameCatalogueAndInformation() {
            assertThat(trailer(HandMade.update(HandMade.TABLE).root("8 0 R"))).containsExactly("TAIL_UNLISTED");
            assertThat(trailer(new Increment(HandMade.TABLE))).containsExactly("TAIL_UNLISTED");
            assertThat(trailer(new Increment(HandMade.TABLE).trailer(" /Info 8 0 R")))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(trailer(new Increment(HandMade.TABLE).trailer(" /Info 4 0 R /Encrypt 4 0 R")))
                    .containsExactly("TAIL_UNLISTED");
        }

        @Test
        void mayNameAnotherIdentifierAndSize() {
            assertThat(trailer(new Increment(HandMade.TABLE).trailer(" /Info 4 0 R /ID [(a) (b)]")))
                    .isEmpty();
        }

        @Test
        void keepsTheFirstHalfOfTheIdentifier() {
            byte[] named = HandMade.bytes(
                    HandMade.text(HandMade.TABLE).replace("/Info 4 0 R >>", "/Info 4 0 R /ID [(a) <6263>] >>"));
            assertThat(codes(
                            named,
                            new Increment(named)
                                    .trailer(" /Info 4 0 R /ID [<61> (x)]")
                                    .table()))
                    .isEmpty();
            assertThat(codes(named, new Increment(named).trailer(" /Info 4 0 R").table()))
                    .isEmpty();
            assertThat(codes(
                            named,
                            new Increment(named)
                                    .trailer(" /Info 4 0 R /ID [(b) <6263>]")
                                    .table()))
                    .containsExactly("TAIL_UNLISTED");
        }
    }

    @Nested
    class RevocationData {

        @Test
        void mayBeAdded() {
            assertThat(after(
                            catalog("/DSS 20 0 R /Extensions 34 0 R"),
                            "20=<< /Type /DSS /Certs [21 0 R] /OCSPs [26 0 R] /CRLs 25 0 R /VRI 22 0 R >>",
                            stream(21),
                            "22=<< /Type /VRI " + VRI_KEY + " 23 0 R >>",
                            "23=<< /Type /VRI /Cert [21 0 R] /OCSP 27 0 R /CRL [29 0 R] /TU (D:2026) /TS 28 0 R >>",
                            "34=<< /ESIC << /ExtensionLevel 5 >> >>",
                            "25=[29 0 R]",
                            stream(26),
                            "27=[26 0 R]",
                            stream(28),
                            stream(29)))
                    .isEmpty();
        }

        @Test
        void mayStandInTheCatalogue() {
            assertThat(after(
                            catalog("/DSS << /Certs [21 0 R] /VRI << " + VRI_KEY + " << /Cert [26 0 R] >> >> >>"),
                            stream(21),
                            stream(26)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "20=<< /Certs [21 0 R] /Evil 1 >>",
                    "20=<< /Evil [21 0 R] >>",
                    "20=<< /VRI << /Evil << /Cert [21 0 R] >> >> >>",
                    "20=<< /Certs [21 0 R] /VRI << /0123 << /TU (D) >> >> >>",
                    "20=<< /Certs [21 0 R] /VRI << /0123456789abcdef0123456789abcdef01234567 << /TU (D) >> >> >>",
                    "20=<< /Certs [21 0 R] /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 << /Evil 1 >> >> >>",
                    "20=<< /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 << /Evil 1 /Cert [21 0 R] >> >> >>",
                    "20=<< /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 << /TU [21 0 R] >> >> >>"
                })
        void ofAnotherKindMayNot(String store) {
            assertThat(after(catalog("/DSS 20 0 R"), store, stream(21))).containsExactly("TAIL_UNLISTED");
        }

        @Test
        void isKeptInStreams() {
            assertThat(after(catalog("/DSS 20 0 R"), "20=<< /Certs [21 0 R] >>", "21=<< /Harmless true >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after(catalog("/DSS 20 0 R"), "20=<< /Certs 21 0 R >>", "21=<< /Harmless true >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after(catalog("/DSS 20 0 R"), "20=<< /Certs [10 0 R] /CRLs [99 0 R] >>"))
                    .isEmpty();
        }

        @Test
        void explainsNoOtherChangeOfTheCatalogue() {
            assertThat(after("1=<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Lang (vi) >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after("1=<< /Type /Catalog /Pages 3 0 R /AcroForm 5 0 R >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after("1=<< /Type /Catalog /AcroForm 5 0 R >>")).containsExactly("TAIL_UNLISTED");
        }
    }

    @Nested
    class TimeStamps {

        private static final String FORM = "5=<< /Fields [6 0 R 20 0 R] /SigFlags 3 >>";
        private static final String PAGE =
                "3=<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [6 0 R 20 0 R] >>";
        private static final String STAMP = "21=<< /Type /DocTimeStamp >>";

        private static List<String> field(String more, String... objects) {
            List<String> all = new java.util.ArrayList<>(List.of(FORM, PAGE, STAMP));
            all.add("20=<< " + FIELD + " /V 21 0 R " + more + " >>");
            all.addAll(List.of(objects));
            return after(all.toArray(String[]::new));
        }

        @Test
        void mayBeAddedWithAFieldThatIsNotSeen() {
            assertThat(field("/Rect [0 0 0 0]")).isEmpty();
            assertThat(field("/Rect [5 7 5 90.5]")).isEmpty();
            assertThat(field("/Rect [5 7 90 7.0]")).isEmpty();
            assertThat(field("/Rect 12 0 R")).isEmpty();
            assertThat(field("/Rect 22 0 R", "22=[0 0 0 0]")).containsExactly("TAIL_UNLISTED"); // nobody keeps it so
            assertThat(field("/MK << >> /DR << >> /BS << >> /Border [0 0 0] /H /N /Ff 1"))
                    .isEmpty();
        }

        @Test
        void mayStandInArraysOfTheirOwn() {
            assertThat(after(
                            "5=<< /Fields 11 0 R /SigFlags 3 >>",
                            "11=[6 0 R 20 0 R]",
                            "3=<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 22 0 R >>",
                            "22=[6 0 R 20 0 R]",
                            STAMP,
                            "20=<< " + FIELD + " /V 21 0 R >>"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/Rect [0 0 9 9]|OVERLAY",
                    "/Rect [0 0 9]|OVERLAY",
                    "/Rect [0 0 0 0 0]|OVERLAY",
                    "/Rect [(a) 0 0 0]|OVERLAY",
                    "/Rect [0 (a) 0 0]|OVERLAY",
                    "/Rect (flat)|OVERLAY",
                    "/Rect [0 0 0 0] /Kids [6 0 R]|TAIL_UNLISTED",
                    "/AA << >>|TAIL_UNLISTED",
                    "/Rect [0 0 0 0] /AP << /N 4 0 R /D 4 0 R >>|TAIL_UNLISTED",
                    "/Rect [0 0 0 0] /AP << /D 4 0 R >>|TAIL_UNLISTED",
                    "/Rect [0 0 0 0] /AP << /N << /BBox [0 0 9 9] >> >>|TAIL_UNLISTED",
                    "/Rect [0 0 0 0] /AP << /N << /BBox [0 0 0 0] /Resources << >> >> >>|TAIL_UNLISTED"
                })
        void mayNotBeSeenNorDoAnything(String more, String code) {
            assertThat(field(more)).contains(code);
        }

        @Test
        void mayHaveALookWithoutAnArea() {
            assertThat(field("/AP << >>")).isEmpty();
            assertThat(field("/AP << /N << >> >>")).isEmpty();
            assertThat(field(
                            "/AP 22 0 R",
                            "22=<< /N 23 0 R >>",
                            "23=" + HandMade.stream("/Type /XObject /Subtype /Form /BBox [0 0 0 0]")))
                    .isEmpty();
            assertThat(field(
                            "/AP 22 0 R",
                            "22=<< /N 23 0 R >>",
                            "23=" + HandMade.stream("/Type /XObject /BBox [0 0 9 9]")))
                    .contains("TAIL_UNLISTED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<< /FT /Tx /Rect [0 0 0 0] /V 21 0 R >>|<< /Type /DocTimeStamp >>",
                    "<< /Rect [0 0 0 0] /V 21 0 R >>|<< /Type /DocTimeStamp >>",
                    "<< /FT /Sig /Rect [0 0 0 0] /V 21 0 R >>|<< /Type /Sig >>",
                    "<< /FT /Sig /Rect [0 0 0 0] /V 21 0 R >>|<< /Nothing true >>",
                    "<< /FT /Sig /Rect [0 0 0 0] >>|<< /Type /DocTimeStamp >>"
                })
        void areToldFromOtherFields(String field, String value) {
            assertThat(after(FORM, PAGE, "20=" + field, "21=" + value)).containsExactly("TAIL_UNLISTED");
        }

        @Test
        void standBehindWhatWasThere() {
            String field = "20=<< " + FIELD + " /V 21 0 R >>";
            assertThat(after("5=<< /Fields [20 0 R 6 0 R] /SigFlags 3 >>", STAMP, field))
                    .contains("TAIL_UNLISTED");
            assertThat(after("5=<< /Fields [20 0 R] /SigFlags 3 >>", STAMP, field))
                    .contains("TAIL_UNLISTED");
            assertThat(after("5=<< /Fields [] /SigFlags 3 >>")).containsExactly("TAIL_UNLISTED");
            assertThat(after("5=<< /SigFlags 3 >>")).containsExactly("TAIL_UNLISTED");
            assertThat(after("5=<< /Fields [6 0 R 7 0 R] /SigFlags 3 >>")).containsExactly("TAIL_UNLISTED");
            assertThat(after("5=<< /Fields [6 0 R 20 0 R 7 0 R] /SigFlags 3 >>", STAMP, field))
                    .contains("TAIL_UNLISTED");
            assertThat(after("5=<< /Fields [6 0 R] >>")).isEmpty();
        }

        @Test
        void changeNothingElseOfFormAndPage() {
            assertThat(after("5=<< /Fields [6 0 R] /SigFlags 3 /NeedAppearances true >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after("3=<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 841] /Annots [6 0 R] >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after("3=<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(after("20=<< /Type /Page /Parent 2 0 R >>")).containsExactly("TAIL_UNLISTED");
            assertThat(after("3=<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [6 0 R 8 0 R] >>"))
                    .containsExactly("TAIL_UNLISTED");
        }

        @Test
        void aFormThatIsLeftOutIsAChange() {
            assertThat(after("1=<< /Type /Catalog /Pages 2 0 R >>")).containsExactly("TAIL_UNLISTED");
            assertThat(after("1=<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>"))
                    .isEmpty();
        }
    }

    @Nested
    class Objects {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 3] >>",
                    "4=<< /Parts [ 1 2.0 3 ] /Title <476961792070686570> /Width 2.50 /Marked true >>",
                    "9=3",
                    "9=3.0",
                    "7=<</Type/Sig>>",
                    "20=7"
                })
        void mayBeRepeated(String object) {
            assertThat(after(object)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4=<< /Title (Giay pheq) /Width 2.5 /Marked true /Parts [1 2 3] >>",
                    "4=<< /Title (Giay phep) /Width 2.6 /Marked true /Parts [1 2 3] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked false /Parts [1 2 3] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 4] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [9 2 3] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 3 4] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Ports [1 2 3] >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true >>",
                    "4=<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 3] /More 1 >>",
                    "4=<< /Title /Giay /Width 2.5 /Marked true /Parts [1 2 3] >>",
                    "9=4",
                    "9=(3)",
                    "10=<< /Length 3 >>\nstream\nabd\nendstream",
                    "20=<< >>",
                    "20=7.5",
                    "20=[6 0 R]"
                })
        void mayNotBeChangedNorAdded(String object) {
            assertThat(after(object)).containsExactly("TAIL_UNLISTED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<< /Subtype /Square /Rect [0 0 9 9] >>|OVERLAY",
                    "<< /FT /Tx /Rect [0 0 9 9] >>|OVERLAY",
                    "<< /Subtype /Square /Rect 2 0 R >>|OVERLAY",
                    "<< /Rect [0 0 9 9] >>|TAIL_UNLISTED",
                    "<< /Subtype /Square >>|TAIL_UNLISTED",
                    "<< /Subtype /Square /Rect [0 0 0 9] >>|TAIL_UNLISTED",
                    "<< /Subtype /Square /Rect [0 0 9 0] >>|TAIL_UNLISTED",
                    "<< /Subtype /Square /Rect 12 0 R >>|TAIL_UNLISTED"
                })
        void thatAreSeenAreHarm(String object, String code) {
            assertThat(after("20=" + object)).containsExactly(code);
        }
    }

    @Nested
    class SeveralUpdates {

        private static byte[] twice(String first, String second) {
            byte[] one = HandMade.update(HandMade.TABLE).object(4, first).table();
            return HandMade.update(one).object(4, second).table();
        }

        @Test
        void areLookedAtOneByOne() {
            String before = "<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 3] >>";
            assertThat(codes(HandMade.TABLE, twice(before, before))).isEmpty();
            assertThat(codes(HandMade.TABLE, twice("<< /Title (Khac) >>", before)))
                    .containsExactly("TAIL_UNLISTED");
            assertThat(codes(HandMade.TABLE, twice(before, "<< /Title (Khac) >>")))
                    .containsExactly("TAIL_UNLISTED");
        }

        @Test
        void mayRepeatWhatAnEarlierOneAdded() {
            byte[] one = HandMade.update(HandMade.TABLE)
                    .object(1, catalog("/DSS 20 0 R").substring(2))
                    .object(20, "<< /Certs [21 0 R] >>")
                    .object(21, HandMade.stream("/Harmless true"))
                    .table();
            Increment again =
                    HandMade.update(one).object(1, catalog("/DSS 20 0 R").substring(2));
            assertThat(codes(
                            HandMade.TABLE,
                            again.object(20, "<< /Certs [21 0 R] >>").table()))
                    .isEmpty();
            byte[] alone =
                    HandMade.update(one).object(20, "<< /Certs [21 0 R] >>").table();
            assertThat(codes(HandMade.TABLE, alone)).isEmpty();
            byte[] lost =
                    HandMade.update(one).object(21, "<< /Harmless true >>").table();
            assertThat(codes(HandMade.TABLE, lost)).containsExactly("TAIL_UNLISTED");
        }
    }
}
