package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;

/** Sheets of evidence that nobody signs, for the tests of the faces. */
public final class EvidenceFixture {
    private EvidenceFixture() {}

    public static PrintEvidence unsigned(Path folder) {
        return new PrintEvidence(new SigningDesk(Corridor.nobodySigns(folder.resolve("trust")), Clock.systemUTC()));
    }
}
