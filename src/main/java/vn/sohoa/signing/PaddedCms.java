package vn.sohoa.signing;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Lets DSS 6.4 see signatures on Bouncy Castle 1.85 and newer. The {@code /Contents} of a PDF signature is padded with zeros;
 * Bouncy Castle refuses anything after the CMS, and DSS then logs one warning and reports a PDF without signatures. Zeros are
 * accepted here, anything else is not. The bytes are cut, not encoded anew: BER stays as it was.
 *
 * <p>Public because {@code ServiceLoader} makes it ({@code META-INF/services/eu.europa.esig.dss.cms.ICMSUtils}); nobody else
 * does. DSS keeps the first back end on the class path, so {@link SigningSelfTest} proves at start that this one was kept.
 * Stateless, safe for many threads.
 */
public final class PaddedCms extends CMSObjectUtils {

    @Override
    public CMS parseToCMS(byte[] contents) {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            if (in.readObject() == null) {
                throw new IllegalInputException("the signature is empty");
            }
            byte[] rest = in.readAllBytes();
            for (byte padding : rest) {
                if (padding != 0) {
                    throw new IllegalInputException("data after the CMS");
                }
            }
            return super.parseToCMS(Arrays.copyOf(contents, contents.length - rest.length));
        } catch (IOException unreadable) {
            throw new IllegalInputException("not a CMS: " + unreadable.getMessage(), unreadable);
        }
    }
}
