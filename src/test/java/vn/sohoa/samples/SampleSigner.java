package vn.sohoa.samples;

/** Signs the born-digital results of the sample set. */
interface SampleSigner {

    /** A file and the verdict that a verifier with the sample root must reach. */
    record Signed(byte[] bytes, String verdict) {}

    /** Forms {@code pdf-signed} and {@code pdf-tampered} are signed; everything else is given back as it is. */
    Signed sign(String form, PaperText paper, byte[] pdf);

    /** Whether a form asks for a signature. */
    static boolean wanted(String form) {
        return form.equals("pdf-signed") || form.equals("pdf-tampered");
    }

    /** Leaves everything unsigned. */
    SampleSigner NONE = (form, paper, pdf) -> new Signed(pdf, "KHONG_CO_CHU_KY");
}
