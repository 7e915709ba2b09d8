package vn.sohoa.job;

/**
 * Where a run stands.
 *
 * @param step legal step at work
 * @param done papers settled in this step
 * @param total papers that this step began with
 * @param pagesPerMinute pages passed through a step per minute since the run began
 * @param secondsLeft of this step, by its pace so far; 0 where nothing can be said yet
 */
public record RunProgress(String step, int done, int total, double pagesPerMinute, long secondsLeft) {}
