package vn.sohoa.quality;

/**
 * What every profile holds a page to beyond its norm: values of the house, since no norm gives numbers. A note is kept with the
 * paper; beyond a limit the page is scanned again.
 *
 * @param version rises whenever a number changes
 * @param notePaper brightness of the paper (0 to 255) below which a page is noted as dark
 * @param minimumPaper brightness of the paper below which it must be scanned again
 * @param noteWriting how much darker than the paper (0 to 255) writing must be not to be noted as faint
 * @param minimumWriting the same, below which it must be scanned again
 * @param noteBorderMm black strip that is noted
 * @param maximumBorderMm black strip with which a page must be scanned again
 * @param sealRing share of a circle (0 to 1) from which a grey page is taken to bear a seal
 * @param noteDetail detail (0 to 1 of what the pixels could hold) below which a page is noted as enlarged
 * @param sizeTolerancePercent how far a page may be from a size of paper with its proportions
 * @param samePagePercent likeness of two pages from which one is noted as a double
 */
public record PageLimits(
        int version,
        double notePaper,
        double minimumPaper,
        double noteWriting,
        double minimumWriting,
        double noteBorderMm,
        double maximumBorderMm,
        double sealRing,
        double noteDetail,
        double sizeTolerancePercent,
        double samePagePercent) {

    public PageLimits {
        QualityProfile.require(version >= 1, "version", version);
        QualityProfile.require(minimumPaper >= 0 && minimumPaper <= notePaper, "minimumPaper", minimumPaper);
        QualityProfile.require(notePaper <= 255, "notePaper", notePaper);
        QualityProfile.require(minimumWriting >= 0 && minimumWriting <= noteWriting, "minimumWriting", minimumWriting);
        QualityProfile.require(noteWriting <= 255, "noteWriting", noteWriting);
        QualityProfile.require(noteBorderMm > 0 && noteBorderMm <= maximumBorderMm, "noteBorderMm", noteBorderMm);
        QualityProfile.require(sealRing > 0 && sealRing <= 1, "sealRing", sealRing);
        QualityProfile.require(noteDetail >= 0 && noteDetail <= 1, "noteDetail", noteDetail);
        QualityProfile.require(
                sizeTolerancePercent > 0 && sizeTolerancePercent <= 25, "sizeTolerancePercent", sizeTolerancePercent);
        QualityProfile.require(samePagePercent > 50 && samePagePercent <= 100, "samePagePercent", samePagePercent);
    }
}
