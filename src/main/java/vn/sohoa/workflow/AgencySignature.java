package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.SignedCopy;
import vn.sohoa.signing.SigningOrder;

/**
 * The converting agency's signature and conversion mark on the access copies of licences and certificates (Law on E-Transactions 2023,
 * Article 12; R-37). Off unless configured. Signs only what this house has made itself.
 */
@Component
class AgencySignature {
    private static final String PROFILE = "conversion";
    private static final String PDF = "application/pdf";

    private final SigningDesk desk;
    private final Clock clock;

    AgencySignature(SigningDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What the copy says of its conversion in its own metadata, where a paper of this kind is signed. */
    Optional<String> mark(Document paper) {
        AgencySettings agency = desk.settings().agency();
        boolean wanted = agency.enabled()
                && desk.profiles().conversionTypes().contains(paper.type().code());
        return wanted
                ? Optional.of("Bản số hóa chuyển đổi từ văn bản giấy. Người chuyển đổi: " + agency.converter()
                        + ". Thời điểm: "
                        + clock.instant().atZone(KeepLedger.ZONE).toLocalDate())
                : Optional.empty();
    }

    /**
     * Signs a copy into a new file. Problems: as of the signer; those of the surroundings are tried again by the next run.
     *
     * @return for the history of the paper: what was signed, how, and with which certificate
     */
    String sign(Path copy, Path out) {
        AgencySettings agency = desk.settings().agency();
        if (agency.converter().isBlank()) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "sohoa.signing.agency.converter");
        }
        SignedCopy made =
                desk.signer().sign(new SigningOrder(copy, out, PDF, PROFILE, Map.of("converter", agency.converter())));
        return "ACCESS_COPY sha256 " + made.sha256() + ", " + made.format() + " " + made.level() + ", certificate "
                + made.signer().serial();
    }
}
