package vn.sohoa.workflow;

import java.util.function.BooleanSupplier;

/**
 * In what a step works.
 *
 * @param run number in the ledger
 * @param mayGoOn false once the run was asked to stop
 */
public record RunContext(long run, RunPolicy policy, BooleanSupplier mayGoOn) {

    /** For work that nobody stops. */
    public RunContext(long run, RunPolicy policy) {
        this(run, policy, () -> true);
    }
}
