package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.signing.PdfSyntax.Malformed;

class PdfStringTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x(abc)y|abc|6",
                "x(a(b)c)y|a(b)c|8",
                "x(a\\)b)y|a)b|7",
                "x(\\101\\60z)y|A0z|11",
                "x(\\1018)y|A8|8",
                "x(\\n\\r\\t\\b\\f\\q)y|'\n\r\t\b\fq'|15",
                "x(\\\\)y|\\|5",
                "x(\\7\\0)y|'\u0007\u0000'|7",
                "x(\\8\\/)y|8/|7",
                "x(\\1/\\18)y|'\u0001/\u00018'|9",
                "x(\\1017)y|A7|8",
                "x(\\377)y|\u00ff|7"
            })
    void aLiteralIsWhatAReaderTakesItFor(String file, String value, int end) throws Malformed {
        PdfString string = PdfString.literal(bytes(file), 1);
        assertThat(new String(string.value(), StandardCharsets.ISO_8859_1)).isEqualTo(value);
        assertThat(string.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a\\\nb)", "(a\\\r\nb)", "(a\\\rb)"})
    void aLineMayGoOn(String file) throws Malformed {
        assertThat(PdfString.literal(bytes(file), 0).value()).isEqualTo(bytes("ab"));
        assertThat(PdfString.literal(bytes(file), 0).end()).isEqualTo(file.length());
    }

    @Test
    void hexIsReadWithBlanksAndAnOddDigit() throws Malformed {
        PdfString string = PdfString.hex(bytes("<4 1\n427>z"), 0);
        assertThat(string.value()).isEqualTo(bytes("ABp"));
        assertThat(string.end()).isEqualTo(9);
        assertThat(PdfString.hex(bytes("<>"), 0).value()).isEmpty();
        assertThat(PdfString.hex(bytes("<00 0102 30 0>"), 0).value()).isEqualTo(new byte[] {0, 1, 2, 0x30, 0});
        assertThat(PdfString.hex(bytes("<aF>"), 0).value()).isEqualTo(new byte[] {(byte) 0xAF});
    }

    @Test
    void whatHasNoEndIsRefused() {
        assertThatThrownBy(() -> PdfString.literal(bytes("(abc"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.literal(bytes("(abc\\"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.literal(bytes("(abc\\1"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.literal(bytes("(abc\\\r"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.hex(bytes("<\u00e1>"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.hex(bytes("<41"), 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> PdfString.hex(bytes("<4g>"), 0)).isInstanceOf(Malformed.class);
    }
}
