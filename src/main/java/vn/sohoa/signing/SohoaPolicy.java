package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;

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

    /** Read when first needed: a file without signatures never needs it. */
    private static final class Built {
        static final ValidationPolicy POLICY = build();
    }

    private static ValidationPolicy build() {
        ConstraintsParameters parameters = PolicyReader.read(DEFAULT);
        parameters.setName(ID);
        parameters.setDescription("DSS 6.4 default; changes after signing fail");
        tighten(parameters.getSignatureConstraints().getBasicSignatureConstraints());
        tighten(parameters.getTimestamp().getBasicSignatureConstraints());
        return new EtsiValidationPolicy(parameters);
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
