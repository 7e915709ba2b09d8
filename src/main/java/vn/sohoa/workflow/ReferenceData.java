package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import vn.sohoa.codes.AgencyRegister;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.FaultCatalogue;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.signing.SignatureProfiles;

/** The dated data in {@code jobs/reference/} that officers may edit. */
public final class ReferenceData {
    private static final String RETENTION = "retention.yml";

    private ReferenceData() {}

    /**
     * Reads everything strictly.
     *
     * @param policies of jobs, whose quality profiles must exist
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and line
     */
    public static void check(Path reference, Collection<RunPolicy> policies) {
        Extraction extraction = Extraction.load(reference, Clock.systemUTC());
        QualityProfiles profiles = QualityProfiles.load(reference.resolve("quality-profiles.yml"));
        policies.forEach(policy -> profiles.profile(policy.qualityProfile()));
        FaultCatalogue.load(reference.resolve("faults.yml"));
        CodeIssuer.load(reference.resolve("code-templates.yml"));
        AgencyRegister.load(reference.resolve("agencies.yml"));
        LearnedThresholds.load(reference).types().forEach(type -> {
            if (extraction.type(type).isEmpty()) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID,
                        LearnedThresholds.FILE + ": không có loại giấy tờ " + type + " trong types.yml");
            }
        });
        signatureTypes(reference).forEach(type -> {
            if (extraction.type(type).isEmpty()) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID,
                        SignatureProfiles.FILE + ": conversionTypes: không có loại giấy tờ " + type
                                + " trong types.yml");
            }
        });
        retention(reference).types().forEach(type -> {
            if (extraction.type(type).isEmpty()) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID,
                        RETENTION + ": types." + type + ": không có loại giấy tờ này trong types.yml");
            }
        });
    }

    private static Set<String> signatureTypes(Path reference) {
        return SignatureProfiles.load(reference.resolve(SignatureProfiles.FILE)).conversionTypes();
    }

    static RetentionSchedule retention(Path reference) {
        return RetentionSchedule.load(reference.resolve(RETENTION));
    }
}
