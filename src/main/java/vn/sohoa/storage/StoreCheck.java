package vn.sohoa.storage;

import java.util.List;

/** Puts the promises of the object store to the test, for the start and for {@code sohoa doctor}. Safe for many threads. */
public interface StoreCheck {

    /**
     * One promise.
     *
     * @param name short, such as {@code LOCK}
     * @param ok proved, or neither proved nor demanded by the settings
     * @param detail in Vietnamese, for the person who has to act; no secret
     */
    record Finding(String name, boolean ok, String detail) {}

    /**
     * Tries to break each promise, now; remembers nothing of earlier tries. Whatever answer was not expected, and none at all,
     * counts as "not proved". Leaves at most one small object, locked for a minute. May be repeated.
     */
    List<Finding> check();
}
