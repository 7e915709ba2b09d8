package vn.sohoa.samples;

import java.io.IOException;

/** Signs the born-digital results of the sample set. */
interface SampleSigner {

    /** A file and the verdict that a verifier with the sample root must reach. */
    record Signed(byte[] bytes, String verdict) {}

    /** Forms {@code pdf-signed} and {@code pdf-tampered} are signed; everything else is given back as it is. */
    Signed sign(String form, byte[] pdf) throws IOException;

    /** Leaves everything unsigned. */
    SampleSigner NONE = (form, pdf) -> new Signed(pdf, "KHONG_CO_CHU_KY");
}
