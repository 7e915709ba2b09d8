package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SubContext;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Our validation policy: DSS's own default, with every later change to a signed document a failure. An annotation that overlaps
 * another stays a warning, since the seal of an agency covers a third of the signer's image (Decree 30/2020). Built once, shared.
 */
final class SohoaPolicy {

    /** Changes with every level that is set here and with every release of DSS. */
    static final String ID = "SoHoa-2026.1";

    private static final String DEFAULT = "/policy/constraint.xml";

    private SohoaPolicy() {}

    static ValidationPolicy policy() {
        return Built.POLICY;
    }

    /** With the ends of algorithms that the operator has stated. */
    static ValidationPolicy policy(Algorithms stated) {
        return stated.algorithms().isEmpty() ? policy() : build(stated);
    }

    /** Read when first needed: a file without signatures never needs it. */
    private static final class Built {
        static final ValidationPolicy POLICY = build(Algorithms.NONE);
    }

    private static ValidationPolicy build(Algorithms stated) {
        ConstraintsParameters parameters = PolicyReader.read(DEFAULT);
        parameters.setName(ID);
        parameters.setDescription("DSS 6.4 default; changes after signing fail");
        tighten(parameters.getSignatureConstraints().getBasicSignatureConstraints());
        tighten(parameters.getTimestamp().getBasicSignatureConstraints());
        if (!stated.algorithms().isEmpty()) {
            AgedPolicy.age(parameters.getCryptographic().getAlgoExpirationDate(), stated);
        }
        return new Kept(parameters);
    }

    /** As DSS's, but lists of algorithms are read from the parameters once, and not anew for every certificate of every check. */
    private static final class Kept extends EtsiValidationPolicy {
        private final Map<String, CryptographicSuite> suites = new ConcurrentHashMap<>();

        Kept(ConstraintsParameters parameters) {
            super(parameters);
        }

        @Override
        public CryptographicSuite getSignatureCryptographicConstraint(Context context) {
            return kept(String.valueOf(context), () -> super.getSignatureCryptographicConstraint(context));
        }

        @Override
        public CryptographicSuite getCertificateCryptographicConstraint(Context context, SubContext subContext) {
            return kept(
                    context + " " + subContext, () -> super.getCertificateCryptographicConstraint(context, subContext));
        }

        private CryptographicSuite kept(String key, Supplier<CryptographicSuite> made) {
            return suites.computeIfAbsent(key, unknown -> {
                CryptographicSuite suite = made.get();
                suite.getAcceptableDigestAlgorithms(); // both fill themselves when first asked, which is for one
                // thread alone
                suite.getAcceptableSignatureAlgorithms();
                return suite;
            });
        }
    }

    private static void tighten(BasicSignatureConstraints constraints) {
        constraints.setUndefinedChanges(at(Level.FAIL));
        constraints.setAnnotationChanges(at(Level.FAIL));
        constraints.setPdfVisualDifference(at(Level.FAIL));
        constraints.setDocMDP(at(Level.FAIL));
        constraints.setFieldMDP(at(Level.FAIL));
        constraints.setSigFieldLock(at(Level.FAIL));
        constraints.setByteRangeCollision(at(Level.FAIL));
        constraints.setFormFillChanges(at(Level.WARN));
        constraints.setPdfAnnotationOverlap(at(Level.WARN));
    }

    private static LevelConstraint at(Level level) {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
