package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.sohoa.forger.Increment;
import vn.sohoa.signing.PdfSyntax.Malformed;
import vn.sohoa.signing.PdfSyntax.Name;
import vn.sohoa.signing.PdfSyntax.Ref;
import vn.sohoa.signing.XrefSection.Entry;

/** Where objects are at the end of a revision, and what they are. */
class XrefStateTest {

    private static final byte[] TABLE = HandMade.TABLE;
    private static final byte[] PACKED = HandMade.PACKED;

    private static XrefState whole(byte[] file) throws Malformed {
        return XrefState.before(file, file.length);
    }

    private static XrefState with(int number, int type, long a) throws Malformed {
        return whole(HandMade.update(PACKED).entry(number, type, a, 0).stream());
    }

    @Test
    void theLastStartInFrontOfTheEndCounts() throws Malformed {
        byte[] longer = HandMade.update(TABLE).object(20, "(more)").table();
        assertThat(whole(longer).entry(20)).isPresent();
        assertThat(XrefState.before(longer, TABLE.length).entry(20)).isEmpty();
        int word = HandMade.text(longer).lastIndexOf("startxref");
        assertThat(XrefState.before(longer, word + 9).entry(20)).isPresent();
        assertThat(XrefState.before(longer, word + 8).entry(20)).isEmpty();
    }

    @Test
    void aStartMayBeTheFirstWord() throws Malformed {
        byte[] odd = HandMade.bytes("startxref 13 xref 0 0 trailer << /Size 1 >>");
        assertThat(XrefState.before(odd, 9).newest().offset()).isEqualTo(13);
        assertThatThrownBy(() -> XrefState.before(HandMade.bytes("no start here"), 13))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theNewestEntryWins() throws Malformed {
        byte[] longer = HandMade.update(TABLE).object(9, "4").table();
        assertThat(whole(longer).value(9)).contains(4L);
        assertThat(whole(longer).value(7)).contains(Map.of("Type", new Name("Sig")));
        assertThat(whole(longer).newest().previous()).isEqualTo(Increment.startxref(TABLE));
    }

    @Test
    void aChainThatComesBackIsACircle() {
        long own = Increment.startxref(TABLE);
        byte[] self = HandMade.bytes(HandMade.text(TABLE).replace("/Info 4 0 R", "/Prev " + own));
        assertThatThrownBy(() -> whole(self)).isInstanceOf(XrefState.Loop.class);
        byte[] longer = HandMade.update(self).table();
        assertThatThrownBy(() -> whole(longer))
                .isInstanceOf(XrefState.Loop.class)
                .hasMessageContaining("" + own);
    }

    @Test
    void aChainMayEndAtTheVeryFirstByte() throws Malformed {
        byte[] early = HandMade.bytes(
                "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\n" + "startxref\n0\n%%EOF");
        byte[] longer = new Increment(early).object(3, "7").table();
        assertThat(whole(longer).entry(0)).contains(new Entry(0, 0, 65_535));
    }

    @Test
    void aValueIsWhatLiesThere() throws Malformed {
        for (byte[] file : List.of(TABLE, PACKED)) {
            XrefState state = whole(file);
            assertThat(state.value(7)).contains(Map.of("Type", new Name("Sig")));
            assertThat(state.value(9)).contains(3L);
            assertThat(PdfBody.asDictionary(state.value(10).orElseThrow())).containsKey("Length");
            assertThat(state.value(0)).isEmpty();
            assertThat(state.value(77)).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsNothing() throws Malformed {
        assertThat(with(20, 1, 1).value(20)).isEmpty();
        assertThat(with(20, 1, 9).value(20)).isEmpty();
        assertThat(with(20, 1, 99_999).value(20)).isEmpty();
        assertThat(with(20, 2, 13).value(20)).isEmpty();
        assertThat(with(20, 2, 77).value(20)).isEmpty();
        assertThat(with(20, 2, 10).value(20)).isEmpty();
        assertThat(with(20, 2, 0).value(20)).isEmpty();
        assertThat(with(13, 1, 99_999).value(7)).isEmpty();
        assertThat(with(13, 2, 13).value(7)).isEmpty();
    }

    @Test
    void anEntryAtTheEndOfTheFileNamesNothing() throws Malformed {
        byte[] file = HandMade.update(PACKED)
                .entry(20, 1, 99_999, 0)
                .entry(13, 1, 99_999, 0)
                .table();
        String end = String.format("%010d", file.length);
        byte[] at = HandMade.bytes(HandMade.text(file).replace("0000099999", end));
        XrefState state = whole(at);
        assertThat(state.value(20)).isEmpty();
        assertThat(state.value(7)).isEmpty();
        assertThat(state.number(new Ref(20, 0))).isEmpty();
    }

    @Test
    void aPackedObjectIsFoundAgain() throws Malformed {
        XrefState state = whole(PACKED);
        assertThat(state.value(1)).isEqualTo(state.value(8));
        assertThat(state.value(1)).isEqualTo(state.value(1));
    }

    @Test
    void aCopyStaysAsItIs() throws Malformed {
        XrefState state = whole(PACKED);
        XrefState copy = state.copy();
        assertThat(state.value(9)).contains(3L);
        Increment update = HandMade.update(PACKED).object(13, HandMade.objectStream(1, "9 0 ", "4"));
        byte[] file = update.entry(9, 2, 13, 0).stream();
        XrefSection section = XrefSection.read(file, Increment.startxref(file));
        state.append(section);
        assertThat(state.newest()).isSameAs(section);
        assertThat(state.entry(13)).isNotEqualTo(copy.entry(13));
        assertThat(copy.newest()).isNotSameAs(section);
        assertThat(copy.value(9)).contains(3L);
    }

    @Test
    void whatIsAppendedIsReadAnew() throws Malformed {
        byte[] file =
                HandMade.update(PACKED).object(13, HandMade.objectStream(1, "9 0 ", "4")).entry(9, 2, 13, 0).stream();
        XrefState state = XrefState.before(file, PACKED.length);
        assertThat(state.value(9)).contains(3L);
        state.append(XrefSection.read(file, Increment.startxref(file)));
        assertThat(state.value(9)).contains(4L);
    }

    @Test
    void aNumberIsAnObjectOfItsOwn() throws Malformed {
        assertThat(whole(TABLE).number(new Ref(9, 0))).isEqualTo(OptionalLong.of(3));
        assertThat(whole(TABLE).number(new Ref(7, 0))).isEmpty();
        assertThat(whole(TABLE).number(new Ref(0, 0))).isEmpty();
        assertThat(whole(TABLE).number(new Ref(77, 0))).isEmpty();
        assertThat(whole(PACKED).number(new Ref(9, 0))).isEmpty();
        long nine = HandMade.text(TABLE).indexOf("9 0 obj");
        byte[] other =
                HandMade.update(TABLE).entry(20, 1, nine, 0).entry(21, 1, 1, 0).table();
        assertThat(whole(other).number(new Ref(20, 0))).isEmpty();
        assertThat(whole(other).number(new Ref(21, 0))).isEmpty();
        byte[] far = HandMade.update(TABLE).entry(20, 1, 99_999, 0).table();
        assertThat(whole(far).number(new Ref(20, 0))).isEmpty();
    }

    @Test
    void aLengthThatIsAStreamOfUnknownLengthIsNoNumber() throws Malformed {
        assertThat(whole(TABLE).number(new Ref(10, 0))).isEmpty();
    }
}
