package vn.sohoa.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProcedureCode;

/**
 * A component of a dossier was asked for though it need not have been (R-54; official letter 159/TTg-CĐS).
 *
 * @param document the paper that is held, or null where a national database has it
 */
public record AskedAgain(
        OwnerId owner,
        ProcedureCode procedure,
        String component,
        @Nullable DocumentId document,
        String reason,
        String officer,
        Instant at) {}
