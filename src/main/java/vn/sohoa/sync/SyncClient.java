package vn.sohoa.sync;

import java.util.List;
import vn.sohoa.catalog.PortalBook;

/**
 * Hands one payload to whoever waits for it. Idempotent by name; may be repeated. Problems: STORE_UNAVAILABLE, PORTAL_UNAVAILABLE.
 */
interface SyncClient {

    /**
     * @param name of the dossier
     * @return what is wrong with the data; empty when they are taken
     */
    List<PortalBook.Fault> send(String name, byte[] payload);
}
