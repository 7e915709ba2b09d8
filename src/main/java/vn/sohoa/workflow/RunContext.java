package vn.sohoa.workflow;

/**
 * In what a step works.
 *
 * @param run number in the ledger
 */
public record RunContext(long run, RunPolicy policy) {}
