package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.Algo;
import eu.europa.esig.dss.policy.jaxb.AlgoExpirationDate;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SohoaPolicyTest {

    @ParameterizedTest
    @EnumSource(
            value = Context.class,
            names = {"SIGNATURE", "TIMESTAMP"})
    void everyLaterChangeFails(Context context) {
        ValidationPolicy policy = SohoaPolicy.policy();
        assertThat(policy.getPolicyName()).isEqualTo("SoHoa-2026.1");
        assertThat(policy.getUndefinedChangesConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getAnnotationChangesConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getPdfVisualDifferenceConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getPdfPageDifferenceConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getPdfSignatureDictionaryConstraint(context).getLevel())
                .isEqualTo(Level.FAIL);
        assertThat(policy.getDocMDPConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getFieldMDPConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getSigFieldLockConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getByteRangeConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getByteRangeCollisionConstraint(context).getLevel()).isEqualTo(Level.FAIL);
        assertThat(policy.getFormFillChangesConstraint(context).getLevel()).isEqualTo(Level.WARN);
        assertThat(policy.getPdfAnnotationOverlapConstraint(context).getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void datesOfAlgorithmsAreThoseWeKnow() {
        AlgoExpirationDate dates =
                PolicyReader.read("/policy/constraint.xml").getCryptographic().getAlgoExpirationDate();
        assertThat(dates.getAlgos().stream().map(SohoaPolicyTest::describe))
                .contains(
                        "SHA1 2012-08-01",
                        "RSA 1024 2019-10-01",
                        "RSA 1900 2029-01-01",
                        "RSA 3000 2029-01-01",
                        "SHA256");
        assertThat(dates.getLevelAfterUpdate()).isEqualTo(Level.WARN);
    }

    private static String describe(Algo algo) {
        return algo.getValue()
                + (algo.getSize() == null ? "" : " " + algo.getSize())
                + (algo.getDate() == null ? "" : " " + algo.getDate());
    }

    @Test
    void isReadAsJaxbReadsIt() throws Exception {
        try (InputStream in = ConstraintsParameters.class.getResourceAsStream("/policy/constraint.xml")) {
            ConstraintsParameters byJaxb = ValidationPolicyFacade.newFacade().unmarshall(in);
            assertThat(PolicyReader.read("/policy/constraint.xml"))
                    .usingRecursiveComparison()
                    .isEqualTo(byJaxb);
        }
    }
}
