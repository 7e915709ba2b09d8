package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules on a file of a hundred bytes made by hand. */
class ByteRangeRulesTest {

    private static final byte[] CMS = HexFormat.of().parseHex("3003020105000000");

    private static List<String> codes(String file, SignatureDictionary signature) {
        return ByteRangeRules.check(file.getBytes(StandardCharsets.ISO_8859_1), signature).stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    private static String file(String gap) {
        return "junk\n9 0 obj\n<< /Contents " + gap + " >>\nendobj\nstartxref\n0\n%%EOF\n";
    }

    private static SignatureDictionary signature(String file, byte[] contents) {
        long from = file.indexOf('<', file.indexOf("/Contents"));
        long to = file.indexOf(" >>", (int) from);
        return new SignatureDictionary("", false, 5, List.of(0L, from, to, file.length() - to), contents);
    }

    @Test
    void aWholeSignatureIsClean() {
        for (String gap : new String[] {"<3003020105000000>", "<3003 0201\n05000000>"}) {
            assertThat(codes(file(gap), signature(file(gap), CMS))).isEmpty();
        }
    }

    @Test
    void theGapIsTheContentsAndNothingElse() {
        String file = file("<3003020105000000>");
        SignatureDictionary good = signature(file, CMS);
        assertThat(codes(file.replace("<3003", "<3004"), good)).contains("GAP_BAD");
        assertThat(codes(file.replace("0000>", "00z0>"), good)).containsExactly("GAP_BAD");
        assertThat(codes(file.replace("/Contents <", "/Contents ("), good)).containsExactly("GAP_BAD");
        assertThat(codes(file.replace("000> >>", "0000 >>"), good)).containsExactly("GAP_BAD");
    }

    @Test
    void anOddDigitIsFilledUp() {
        String file = file("<300302010500000>");
        assertThat(codes(file, signature(file, CMS))).isEmpty();
    }

    @Test
    void contentsSayWhatTheyAre() {
        assertThat(codes(file("<0000>"), signature(file("<0000>"), new byte[2])))
                .containsExactly("CONTENTS_EMPTY");
        byte[] more = HexFormat.of().parseHex("300302010501");
        assertThat(codes(file("<300302010501>"), signature(file("<300302010501>"), more)))
                .containsExactly("DATA_AFTER_CMS");
        byte[] none = HexFormat.of().parseHex("30FF");
        assertThat(codes(file("<30FF>"), signature(file("<30FF>"), none))).containsExactly("CMS_UNREADABLE");
    }

    @Test
    void aRangeLiesInTheFile() {
        String file = file("<3003020105000000>");
        long n = file.length();
        for (List<Long> range : List.of(
                List.<Long>of(),
                List.of(1L, 5L, 9L, 9L),
                List.of(0L, 0L, 9L, 9L),
                List.of(0L, 9L, 9L, 9L),
                List.of(0L, 9L, 20L, 0L),
                List.of(0L, 9L, n + 1, 1L),
                List.of(0L, 9L, 20L, n - 19))) {
            assertThat(codes(file, new SignatureDictionary("", false, 5, range, CMS)))
                    .containsExactly("BYTERANGE_BAD");
        }
        assertThat(new SignatureDictionary("", false, 5, List.of(0L, 9L, 20L, n - 20), CMS).sane(n))
                .isTrue();
        assertThat(new SignatureDictionary("", false, 5, List.of(0L, 9L, 20L, n - 20), CMS).end())
                .isEqualTo((int) n);
    }

    @Test
    void theGapLiesInItsOwnObject() {
        String file = file("<3003020105000000>");
        SignatureDictionary good = signature(file, CMS);
        assertThat(codes(file, new SignatureDictionary("", false, -1, good.range(), CMS)))
                .containsExactly("GAP_ELSEWHERE");
        assertThat(codes(file, new SignatureDictionary("", false, good.gapStart(), good.range(), CMS)))
                .containsExactly("GAP_ELSEWHERE");
        assertThat(codes(file, new SignatureDictionary("", false, 0, good.range(), CMS)))
                .isEmpty();
        String other = file.replace("<< /Con", "endobj ");
        assertThat(codes(other, good)).containsExactly("GAP_ELSEWHERE");
    }

    @Test
    void coverageEndsWhereARevisionEnds() {
        String file = file("<3003020105000000>");
        SignatureDictionary good = signature(file, CMS);
        List<Long> brief = List.of(
                0L, good.range().get(1), good.range().get(2), good.range().get(3) - 3);
        assertThat(codes(file, new SignatureDictionary("", false, 5, brief, CMS)))
                .containsExactly("COVER_NOT_A_REVISION");
    }

    @Test
    void aFileOfBlanksHasNoRevision() {
        String blanks = " ".repeat(40);
        SignatureDictionary signature = new SignatureDictionary("", false, 5, List.of(0L, 10L, 12L, 8L), CMS);
        assertThat(codes(blanks, signature)).containsExactly("GAP_BAD", "COVER_NOT_A_REVISION");
    }

    @Test
    void aGapOfOneByteHoldsNothing() {
        String file = file("<");
        assertThat(codes(file, signature(file, CMS))).containsExactly("GAP_BAD");
    }

    @Test
    void signaturesAreEqualByPlaceRangeAndContents() {
        List<Long> range = List.of(0L, 10L, 20L, 30L);
        SignatureDictionary one = new SignatureDictionary("a", false, 5, range, CMS);
        assertThat(one)
                .isEqualTo(new SignatureDictionary("b", true, 5, List.copyOf(range), CMS.clone()))
                .hasSameHashCodeAs(new SignatureDictionary("b", true, 5, List.copyOf(range), CMS.clone()))
                .isNotEqualTo(new SignatureDictionary("a", false, 6, range, CMS))
                .isNotEqualTo(new SignatureDictionary("a", false, 5, List.of(0L, 10L, 20L, 31L), CMS))
                .isNotEqualTo(new SignatureDictionary("a", false, 5, range, new byte[1]))
                .isNotEqualTo(range);
    }

    @Test
    void laterSignaturesBeginBehindEarlierOnes() {
        SignatureDictionary first = new SignatureDictionary("", false, 5, List.of(0L, 10L, 20L, 30L), CMS);
        SignatureDictionary second = new SignatureDictionary("", false, 5, List.of(0L, 50L, 60L, 30L), CMS);
        SignatureDictionary inside = new SignatureDictionary("", false, 5, List.of(0L, 49L, 60L, 30L), CMS);
        assertThat(ByteRangeRules.collide(List.of(second, first))).isFalse();
        assertThat(ByteRangeRules.collide(List.of(first))).isFalse();
        assertThat(ByteRangeRules.collide(List.of(inside, first))).isTrue();
        assertThat(ByteRangeRules.collide(List.of(first, first))).isTrue();
    }
}
