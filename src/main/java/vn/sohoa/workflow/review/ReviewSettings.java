package vn.sohoa.workflow.review;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a person is asked of a paper that waits, besides the doubt for which the run has laid it aside. Not below the thresholds of the
 * jobs: what a job would doubt is not to go on because the paper waited for something else.
 *
 * @param typeConfidence below it the kind of paper is a person's decision, 0 to 100
 * @param textConfidence mean word confidence below which a person reads, 0 to 100
 * @param fieldConfidence confidence below which a required field is a person's decision, 0 to 100
 */
@ConfigurationProperties(prefix = "sohoa.review", ignoreUnknownFields = false)
public record ReviewSettings(double typeConfidence, double textConfidence, double fieldConfidence) {}
