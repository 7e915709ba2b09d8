package vn.sohoa.workflow.transfer;

import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.CatalogCheck;
import vn.sohoa.catalog.RunDoor;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.TableTransfer;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.RebuildIndex;
import vn.sohoa.workflow.WorkFolders;

/** All that has to be moved when an installation moves. Two of them, of two profiles, may be open in one process. */
@Component
public final class Installation {
    private final ObjectStore store;
    private final TableTransfer tables;
    private final CatalogCheck rows;
    private final RunLedger ledger;
    private final RunDoor door;
    private final WorkList work;
    private final IntSupplier locks;
    private final IntSupplier index;
    private final Path working;

    @Autowired
    Installation(
            ObjectStore store,
            TableTransfer tables,
            CatalogCheck rows,
            RunLedger ledger,
            RunDoor door,
            WorkList work,
            RetainMasters locks,
            RebuildIndex index,
            WorkFolders folders) {
        this(store, tables, rows, ledger, door, work, locks::retain, index::rebuild, folders.working());
    }

    Installation(
            ObjectStore store,
            TableTransfer tables,
            CatalogCheck rows,
            RunLedger ledger,
            RunDoor door,
            WorkList work,
            IntSupplier locks,
            IntSupplier index,
            Path working) {
        this.store = store;
        this.tables = tables;
        this.rows = rows;
        this.ledger = ledger;
        this.door = door;
        this.work = work;
        this.locks = locks;
        this.index = index;
        this.working = working;
    }

    ObjectStore store() {
        return store;
    }

    TableTransfer tables() {
        return tables;
    }

    CatalogCheck rows() {
        return rows;
    }

    RunLedger ledger() {
        return ledger;
    }

    RunDoor door() {
        return door;
    }

    WorkList work() {
        return work;
    }

    /** Lays the locks on the masters of stored papers; gives their number. */
    int retainMasters() {
        return locks.getAsInt();
    }

    /** Makes the index anew; gives the number of papers in it. */
    int rebuildIndex() {
        return index.getAsInt();
    }

    /** Folder for private copies. */
    Path working() {
        return working;
    }
}
