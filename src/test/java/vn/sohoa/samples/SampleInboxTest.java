package vn.sohoa.samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Keeps the committed samples whole, and makes them anew when asked to. */
class SampleInboxTest {

    @Test
    @EnabledIfSystemProperty(named = "samples.update", matches = "true")
    void drawsTheInboxAnewWhenAsked() throws Exception {
        new SampleInbox(SampleSigner.NONE).writeAll(System.getProperty("samples.only", ""));
    }
}
