package vn.sohoa.workflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.pdfa.EvidenceSheets;
import vn.sohoa.signing.SigningOrder;
import vn.sohoa.signing.TokenSettings;

/** Prints the evidence sheet of an act of reuse as a PDF, signed where a token is configured. */
@Component
public class PrintEvidence {
    private static final String TITLE = "PHIẾU CHỨNG CỨ TÁI SỬ DỤNG GIẤY TỜ";
    private static final String FOOT =
            "Phiếu do hệ thống lập khi lấy giấy tờ từ kho. Tệp kèm theo đúng với giấy tờ khi mã SHA-256 trùng khớp;"
                    + " nếu giấy tờ bị rút lại sau này, hệ thống báo cho cán bộ đã lấy.";
    private static final String PROFILE = "archive";

    private final SigningDesk desk;

    PrintEvidence(SigningDesk desk) {
        this.desk = desk;
    }

    /** The sheet. @param unsigned why it bears no signature though a token is configured, else empty */
    public record Printed(Path file, boolean signed, Optional<Problem> unsigned) {}

    /**
     * @param facts name and what is to be said, in their order
     * @throws DigitisationException OUTPUT_EXISTS, STORE_UNAVAILABLE; a token that fails only leaves the sheet unsigned
     */
    public Printed print(Map<String, String> facts, Path target) {
        if (desk.settings().token().kind() == TokenSettings.Kind.NONE) {
            EvidenceSheets.write(TITLE, facts, FOOT, target);
            return new Printed(target, false, Optional.empty());
        }
        Path plain = target.resolveSibling(target.getFileName() + ".part");
        Masters.remove(plain);
        EvidenceSheets.write(TITLE, facts, FOOT, plain);
        try {
            desk.signer().sign(new SigningOrder(plain, target, "application/pdf", PROFILE, Map.of()));
            return new Printed(target, true, Optional.empty());
        } catch (DigitisationException noSignature) {
            EvidenceSheets.write(TITLE, facts, FOOT, target);
            return new Printed(target, false, Optional.of(noSignature.problem()));
        } finally {
            Masters.remove(plain);
        }
    }
}
