package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.cms.CMSUtils;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedCmsTest {

    private static byte[] cms() throws IOException {
        int from = Signed.indexOf(Signed.CLASSIC_LT, "/Contents <30", 0) + 11;
        int to = Signed.indexOf(Signed.CLASSIC_LT, ">", from);
        byte[] padded =
                HexFormat.of().parseHex(new String(Signed.CLASSIC_LT, from, to - from, StandardCharsets.US_ASCII));
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            ASN1Primitive first = in.readObject();
            return Arrays.copyOf(padded, first == null ? 0 : padded.length - in.readAllBytes().length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void readsACmsWithZerosBehindIt(int zeros) throws IOException {
        byte[] cms = cms();
        assertThat(CMSUtils.parseToCMS(Arrays.copyOf(cms, cms.length + zeros)).getDEREncoded())
                .isNotEmpty();
    }

    @Test
    void refusesAnythingElseBehindIt() throws IOException {
        byte[] cms = cms();
        byte[] more = Arrays.copyOf(cms, cms.length + 10);
        more[cms.length + 7] = 1;
        assertThatThrownBy(() -> CMSUtils.parseToCMS(more)).isInstanceOf(IllegalInputException.class);
    }
}
