package vn.sohoa.web.api;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.workflow.KeepLedger;

/** Reads what a request names, or says what of it is wrong; numbers of persons are not repeated. */
final class Asked {
    private Asked() {}

    static OwnerId owner(@Nullable String text) {
        return OwnerId.find(given("owner", text)).orElseThrow(() -> usage("owner: 12, 10, 13 / 9 chữ số"));
    }

    static ProcedureCode procedure(@Nullable String text) {
        String code = given("procedure", text).strip();
        if (!CodeFormat.TTHC.holds(code)) {
            throw usage("procedure");
        }
        return new ProcedureCode(code);
    }

    static DossierCode dossier(@Nullable String text) {
        String code = given("dossier", text).strip();
        if (!CodeFormat.HOSO.holds(code)) {
            throw new DigitisationException(Problem.DOSSIER_CODE_INVALID, "dossier");
        }
        return new DossierCode(code);
    }

    /** An id that is none is an unknown one. */
    static DocumentId document(@Nullable String text) {
        try {
            return DocumentId.parse(given("document", text));
        } catch (IllegalArgumentException notAnId) {
            throw new DigitisationException(Problem.NOT_FOUND, "document", notAnId);
        }
    }

    static LocalDate day(@Nullable LocalDate given, Clock clock) {
        return given == null ? LocalDate.now(clock.withZone(KeepLedger.ZONE)) : given;
    }

    static String given(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw usage("thiếu (missing) " + name);
        }
        return text;
    }

    static DigitisationException usage(String detail) {
        return new DigitisationException(Problem.USAGE, detail);
    }
}
