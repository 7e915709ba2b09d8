package vn.sohoa.storage;

/** A store, and what puts its promises to the test. */
record OpenedStore(ObjectStore store, StoreCheck check) {}
