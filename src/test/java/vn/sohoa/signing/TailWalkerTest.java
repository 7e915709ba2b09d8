package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.forger.Increment;
import vn.sohoa.signing.TailWalker.Found;

/** Each rule about what follows a signed revision, on files of a few hundred bytes. */
class TailWalkerTest {

    private static final byte[] TABLE = HandMade.TABLE;
    private static final byte[] PACKED = HandMade.PACKED;
    private static final String DEAD = "<< /A 1 >>";

    private static Increment update() {
        return HandMade.update(TABLE);
    }

    private static List<String> codes(byte[] file) {
        return codes(TABLE, file);
    }

    private static List<String> codes(byte[] base, byte[] file) {
        return HandMade.found(base, file).stream()
                .map(found -> found.code().name())
                .toList();
    }

    private static byte[] with(String tail) {
        return HandMade.appended(TABLE, tail);
    }

    @Test
    void whiteSpaceNeedsNoExplanation() {
        for (String blank : List.of("", " ", "\n", "\0\t\n\f\r ")) {
            TailWalker.Tail tail = TailWalker.walk(with(blank), TABLE.length);
            assertThat(tail.found()).isEmpty();
            assertThat(tail.updates()).isEmpty();
            assertThat(tail.before()).isEmpty();
        }
    }

    @Test
    void honestUpdatesAreReadOneAfterTheOther() {
        byte[] first = update().object(20, DEAD).table();
        byte[] second =
                HandMade.update(first).object(21, HandMade.stream("/B 2")).table();
        TailWalker.Tail tail = TailWalker.walk(HandMade.appended(second, "\n"), TABLE.length);
        assertThat(tail.found()).isEmpty();
        assertThat(tail.before()).isPresent();
        assertThat(tail.updates()).hasSize(2);
        assertThat(tail.updates().get(0).items()).containsOnlyKeys(20);
        assertThat(tail.updates().get(0).items().get(20).stream()).isFalse();
        assertThat(tail.updates().get(1).items().get(21).stream()).isTrue();
        assertThat(tail.before().orElseThrow().entry(20)).isEmpty();
    }

    @Test
    void packedUpdatesAreReadToo() {
        String packed = HandMade.objectStream(2, "20 0 21 11 ", DEAD + " true");
        byte[] file = HandMade.update(PACKED).object(30, packed).entry(20, 2, 30, 0).entry(21, 2, 30, 1).stream();
        TailWalker.Tail tail = TailWalker.walk(file, PACKED.length);
        assertThat(tail.found()).isEmpty();
        assertThat(tail.updates().get(0).items()).containsOnlyKeys(20, 21);
        assertThat(tail.updates().get(0).items().get(21)).isEqualTo(new TailWalker.Item(true, false));
    }

    @Test
    void aRevisionThatCannotBeReadIsNoProofOfHarm() {
        byte[] circle = HandMade.bytes(
                HandMade.text(TABLE).replace("/Info 4 0 R >>", "/Prev " + Increment.startxref(TABLE) + " >>"));
        assertThat(TailWalker.walk(HandMade.appended(circle, "x"), circle.length)
                        .found())
                .containsExactly(new Found(SignatureReason.XREF_LOOP, circle.length));
        byte[] none = HandMade.bytes("%PDF-1.7 nothing");
        assertThat(TailWalker.walk(HandMade.appended(none, "x"), none.length).found())
                .containsExactly(new Found(SignatureReason.CHECK_INCOMPLETE, none.length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "junk|TRAILING_BYTES",
                "0 ob|TRAILING_BYTES",
                "an o and an s|TRAILING_BYTES",
                "obj|TAIL_UNEXPLAINED",
                "junk obj|TAIL_UNEXPLAINED",
                "startxref|TAIL_UNEXPLAINED",
                "junk startxref|TAIL_UNEXPLAINED",
                "trailer << /Root 8 0 R >>|TRAILING_BYTES",
                "startxref 9 %%EOF|TAIL_UNEXPLAINED",
                "20 0 obj << /A 1 >> endobj startxref 9 %%EOF|TAIL_UNEXPLAINED"
            })
    void whatARecoveringReaderCouldTakeForAnObjectIsHarm(String tail, String code) {
        assertThat(HandMade.found(TABLE, with(tail)))
                .containsExactly(new Found(SignatureReason.valueOf(code), TABLE.length));
    }

    @Test
    void whatStandsBeforeTheUnexplainedDoesNotCount() {
        byte[] first = update().object(20, DEAD).table();
        assertThat(HandMade.found(TABLE, HandMade.appended(first, "junk")))
                .containsExactly(new Found(SignatureReason.TRAILING_BYTES, first.length - 1));
    }

    @Test
    void anUpdateEndsWithItsTable() {
        String good = HandMade.text(update().object(20, DEAD).table());
        assertThat(codes(HandMade.bytes(good))).isEmpty();
        int last = good.lastIndexOf("startxref");
        String behind = good.substring(0, last) + "21 0 obj 1 endobj\n" + good.substring(last);
        assertThat(codes(HandMade.bytes(behind))).containsExactly("TAIL_UNEXPLAINED");
        assertThat(codes(HandMade.bytes(good.substring(0, good.length() - 6)))).containsExactly("TAIL_UNEXPLAINED");
    }

    @Test
    void theCrossReferenceStreamIsTheLastObject() {
        String good = HandMade.text(HandMade.update(PACKED).object(20, DEAD).stream());
        int last = good.lastIndexOf("startxref");
        String behind = good.substring(0, last) + "21 0 obj 1 endobj\n" + good.substring(last);
        assertThat(codes(PACKED, HandMade.bytes(good))).isEmpty();
        assertThat(codes(PACKED, HandMade.bytes(behind))).containsExactly("TAIL_UNEXPLAINED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77", "4", "21"})
    void aLengthThatCannotBeLookedUpEndsTheCheck(String elsewhere) {
        Increment update = update().object(21, "(no number)");
        update.object(20, "<< /Length " + elsewhere + " 0 R >>\nstream\nabc\nendstream");
        assertThat(HandMade.found(TABLE, update.table()))
                .containsExactly(new Found(SignatureReason.CHECK_INCOMPLETE, TABLE.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "21"})
    void aLengthMayStandInAnObject(String where) {
        Increment update = update().object(21, "3");
        update.object(20, "<< /Length " + where + " 0 R >>\nstream\nabc\nendstream");
        assertThat(codes(update.table())).isEmpty();
    }

    @Test
    void theLengthOfAnUpdateStandsBeforeThatOfTheSignedRevision() {
        Increment update = update().object(9, "5");
        update.object(20, "<< /Length 9 0 R >>\nstream\nabcde\nendstream");
        assertThat(codes(update.table())).isEmpty();
    }

    @Test
    void namesTwiceAreFound() {
        byte[] first = update().object(20, DEAD).table();
        assertThat(HandMade.found(
                        TABLE,
                        HandMade.update(first).object(21, "<< /A 1 /A 2 >>").table()))
                .containsExactly(new Found(SignatureReason.DUPLICATE_KEY, first.length - 1));
        assertThat(codes(update().trailer(" /Info 4 0 R /Info 8 0 R").table())).containsExactly("DUPLICATE_KEY");
        assertThat(codes(update().object(20, DEAD).object(20, "<< /A 2 >>").table()))
                .containsExactly("DUPLICATE_OBJECT");
    }

    @Test
    void theChainLeadsFromUpdateToUpdate() {
        long last = Increment.startxref(TABLE);
        assertThat(codes(update().target(last).table())).containsExactly("STARTXREF_ELSEWHERE");
        assertThat(codes(update().target(9_999_999_999L).table())).containsExactly("STARTXREF_ELSEWHERE");
        assertThat(codes(update().previous(9).table())).containsExactly("PREV_ELSEWHERE");
        assertThat(codes(update().previous(9_999_999_999L).table())).containsExactly("PREV_ELSEWHERE");
        byte[] first = update().object(20, DEAD).table();
        byte[] second = HandMade.update(first).previous(last).table();
        assertThat(HandMade.found(TABLE, second))
                .containsExactly(new Found(SignatureReason.PREV_ELSEWHERE, first.length - 1));
        String none = HandMade.text(update().table()).replaceFirst("(?s)(.*)/Prev \\d+", "$1");
        assertThat(codes(HandMade.bytes(none))).containsExactly("PREV_ELSEWHERE");
    }

    @Test
    void aStartAtTheEndOfTheFileLeadsNowhere() {
        byte[] file = update().target(1_000).table();
        int length = HandMade.text(file).length();
        assertThat(codes(update().target(length).table())).containsExactly("STARTXREF_ELSEWHERE");
    }

    @Test
    void whiteSpaceInFrontOfATargetIsPassedOver() {
        long last = Increment.startxref(TABLE);
        assertThat(codes(update().previous(last - 1).table())).isEmpty();
        Increment update = update();
        long offset = update.unlisted(20, DEAD);
        assertThat(codes(update.entry(20, 1, offset - 1, 0).table())).isEmpty();
        byte[] early = HandMade.bytes(
                "\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\n" + "startxref\n0\n%%EOF");
        assertThat(codes(early, new Increment(early).table())).isEmpty();
    }

    /** An update whose only object has this entry. */
    private static List<String> entry(int number, long a, long generation) {
        Increment update = update();
        update.unlisted(20, DEAD);
        return codes(update.entry(number, 1, a, generation).table());
    }

    @Test
    void anEntryNamesABodyOfItsOwnUpdate() {
        long offset = TABLE.length + 1;
        assertThat(codes(update().entry(20, 1, 9, 0).table())).containsExactly("XREF_REDIRECT");
        assertThat(codes(update().entry(20, 1, offset, 0).table())).containsExactly("XREF_BAD");
        assertThat(entry(20, offset, 0)).isEmpty();
        assertThat(entry(20, offset, 1)).containsExactly("XREF_BAD");
        assertThat(entry(20, offset + 1, 0)).containsExactlyInAnyOrder("XREF_BAD", "OBJECT_NOT_IN_XREF");
        assertThat(codes(update().object(20, DEAD).entry(21, 1, offset, 0).table()))
                .containsExactly("XREF_BAD");
    }

    @Test
    void anEntryAtTheVeryBeginningOfItsUpdateIsItsOwn() {
        assertThat(entry(20, TABLE.length, 0)).isEmpty();
        assertThat(entry(20, TABLE.length - 1, 0)).containsExactlyInAnyOrder("XREF_REDIRECT", "OBJECT_NOT_IN_XREF");
    }

    @Test
    void anEntryThatIsRepeatedChangesNothing() {
        long info = HandMade.text(TABLE).indexOf("4 0 obj");
        assertThat(codes(update().entry(4, 1, info, 0).table())).isEmpty();
        assertThat(codes(update().entry(4, 1, info, 1).table())).containsExactly("XREF_REDIRECT");
        assertThat(codes(PACKED, HandMade.update(PACKED).entry(1, 2, 13, 0).stream()))
                .isEmpty();
    }

    @Test
    void aBodyNeedsAnEntry() {
        Increment update = update().object(20, DEAD);
        update.unlisted(21, DEAD);
        assertThat(HandMade.found(TABLE, update.table()))
                .containsExactly(new Found(SignatureReason.OBJECT_NOT_IN_XREF, TABLE.length));
        Increment packed = HandMade.update(PACKED);
        packed.unlisted(30, HandMade.objectStream(1, "30 0 ", DEAD));
        assertThat(codes(PACKED, packed.entry(30, 2, 30, 0).stream())).containsExactly("OBJECT_NOT_IN_XREF");
    }

    @Test
    void theStreamOfAHybridNeedsNoEntry() {
        Increment update = update().object(20, DEAD);
        long hidden =
                update.unlisted(30, "<< /Type /XRef /Size 1 /W [1 1 1] /Index [] /Length 0 >>\nstream\n\nendstream");
        assertThat(codes(update.trailer(" /XRefStm " + hidden).table())).isEmpty();
    }

    @Test
    void whatIsInUseMayNotBeFreed() {
        assertThat(codes(update().entry(4, 0, 0, 1).table())).containsExactly("XREF_FREES");
        assertThat(codes(PACKED, HandMade.update(PACKED).entry(4, 0, 0, 1).stream()))
                .containsExactly("XREF_FREES");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,65535,",
        "0,0,0,",
        "0,0,7,TAIL_UNLISTED",
        "0,5,65535,TAIL_UNLISTED",
        "40,0,7,",
        "40,5,0,TAIL_UNLISTED"
    })
    void writersKeepNoListsOfFreeObjects(int number, long next, long generation, String code) {
        assertThat(codes(update().entry(number, 0, next, generation).table()))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void objectZeroIsNeverInUse() {
        byte[] odd = HandMade.bytes(HandMade.text(TABLE).replace("0000000000 65535 f", "0000000000 65535 n"));
        assertThat(codes(odd, HandMade.update(odd).entry(0, 0, 0, 65_535).table()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30,0,", "30,1,XREF_BAD", "31,0,XREF_REDIRECT", "13,0,XREF_REDIRECT", "77,0,XREF_REDIRECT"})
    void aPackedObjectLiesInAStreamOfItsOwnUpdate(int container, int index, String code) {
        Increment update = HandMade.update(PACKED).object(30, HandMade.objectStream(1, "20 0 ", DEAD));
        update.object(31, DEAD).entry(20, 2, container, index);
        assertThat(codes(PACKED, update.stream())).isEqualTo(code == null ? List.of() : List.of(code));
    }
}
