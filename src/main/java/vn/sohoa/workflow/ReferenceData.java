package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.codes.ProcedureCatalogue;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.FaultCatalogue;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.TrustState;

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
        AdministrativeUnits.load(reference); // with agencies.yml
        known(
                extraction,
                ProcedureCatalogue.FILE,
                ProcedureCatalogue.load(reference).types());
        known(
                extraction,
                LearnedThresholds.FILE,
                LearnedThresholds.load(reference).types());
        known(extraction, SignatureProfiles.FILE + ": conversionTypes", signatureTypes(reference));
        known(extraction, RETENTION + ": types", retention(reference).types());
    }

    /**
     * Whether the kinds of paper that a file names are all in {@code types.yml}.
     *
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID
     */
    public static void checkTypes(Path reference, Path file, Collection<String> types) {
        known(Extraction.load(reference, Clock.systemUTC()), String.valueOf(file.getFileName()), types);
    }

    /**
     * Reads the trust folder as strictly: its index, agencies and ageing algorithms.
     *
     * @return what it states, for people
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and place
     */
    public static String checkTrust(Path folder, Language language) {
        return TrustCheck.summary(TrustState.of(folder, Clock.systemUTC().instant()), language);
    }

    private static void known(Extraction extraction, String place, Collection<String> types) {
        for (String type : types) {
            if (extraction.type(type).isEmpty()) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID, place + ": không có loại giấy tờ " + type + " trong types.yml");
            }
        }
    }

    private static Set<String> signatureTypes(Path reference) {
        return SignatureProfiles.load(reference.resolve(SignatureProfiles.FILE)).conversionTypes();
    }

    static RetentionSchedule retention(Path reference) {
        return RetentionSchedule.load(reference.resolve(RETENTION));
    }
}
