package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import vn.sohoa.codes.AgencyRegister;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.QualityProfiles;

/** The dated data in {@code jobs/reference/} that officers may edit. */
public final class ReferenceData {
    private ReferenceData() {}

    /**
     * Reads everything strictly.
     *
     * @param policies of jobs, whose quality profiles must exist
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and line
     */
    public static void check(Path reference, Collection<RunPolicy> policies) {
        Extraction.load(reference, Clock.systemUTC());
        QualityProfiles profiles = QualityProfiles.load(reference.resolve("quality-profiles.yml"));
        policies.forEach(policy -> profiles.profile(policy.qualityProfile()));
        CodeIssuer.load(reference.resolve("code-templates.yml"));
        AgencyRegister.load(reference.resolve("agencies.yml"));
    }
}
