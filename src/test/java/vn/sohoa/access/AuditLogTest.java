package vn.sohoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Role;

class AuditLogTest {
    private static final DocumentId PAPER = DocumentId.of(new DossierCode("H15.12-261102-0042"), "don.pdf", 1);

    @Test
    void theExportIsWhatItsDescriptionSays(@TempDir Path folder) throws Exception {
        try (TestCatalog db = TestCatalog.open(folder)) {
            Looks looks = new Looks(db.accessLog(), new MovingClock());
            Visitor lan = AccessFixture.visitor("H15", Role.PROCESSING_OFFICER);
            looks.at(lan, Look.Kind.HIT, List.of(PAPER, PAPER), "");
            looks.at(lan, Look.Kind.OWNER, "cấp giấy phép\nxây dựng");
            looks.refused(lan, Look.Kind.DOWNLOAD, Optional.of(PAPER), "");
            AuditLog audit = new AuditLog(db.accessLog());
            Path file = folder.resolve("export.txt");
            assertThat(audit.export(file)).isEqualTo(4);
            String previous = "0".repeat(64);
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                JsonNode facts = JsonMapper.shared().readTree(line.substring(65));
                assertThat(sha256(line.substring(65))).isEqualTo(line.substring(0, 64));
                assertThat(facts.get("prev").asString()).isEqualTo(previous);
                assertThat(facts.get("seq").asInt()).isEqualTo(++number);
                previous = line.substring(0, 64);
            }
            assertThat(audit.verify()).isEqualTo(new AuditLog.Checked(4, previous, List.of()));
            assertThatExceptionOfType(DigitisationException.class).isThrownBy(() -> audit.export(file));
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
