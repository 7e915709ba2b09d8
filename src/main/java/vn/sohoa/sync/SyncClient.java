package vn.sohoa.sync;

/** Hands one payload to whoever waits for it. Idempotent by name; may be repeated. Problem: STORE_UNAVAILABLE. */
interface SyncClient {

    /** @param name of the event, unique */
    void send(String name, byte[] payload);
}
