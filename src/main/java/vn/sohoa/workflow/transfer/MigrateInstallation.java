package vn.sohoa.workflow.transfer;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Run;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Copies this installation into another one, of other engines: every object that the catalogue names, every row, the whole
 * history with its chain. The source is not changed. Interrupted, it is started again and goes on.
 */
@Component
public class MigrateInstallation {
    private static final int RECENT = 1000;

    private final Installation source;
    private final Clock clock;

    MigrateInstallation(Installation source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Copies and compares.
     *
     * @throws DigitisationException ANOTHER_RUN while a run is open here; TARGET_DIFFERS if the target holds other papers, or rows
     *     that have changed here since an interrupted migration; STORE_CORRUPT if an object here is not intact
     */
    public CopyReport migrate(Installation target, Consumer<CopyProgress> progress) {
        source.ledger().recent(RECENT).stream()
                .filter(run -> run.status() == Run.Status.RUNNING)
                .findFirst()
                .ifPresent(run -> {
                    throw new DigitisationException(Problem.ANOTHER_RUN, "run " + run.id() + " RUNNING");
                });
        return source.tables().snapshot(tables -> new Arrival(target, progress, clock)
                .take(tables, tables::objects, ObjectSource.of(source.store(), source.working())));
    }
}
