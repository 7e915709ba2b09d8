package vn.sohoa.catalog;

import vn.sohoa.dossier.Document;

/**
 * The right to work on a paper.
 *
 * @param document as it was when claimed
 * @param epoch fences later writes
 * @param attempts failures counted so far
 * @param deaths processes that died with this paper in hand since it last moved: their leases ran out
 */
public record Claim(Document document, long epoch, int attempts, int deaths) {}
