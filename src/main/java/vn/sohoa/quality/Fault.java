package vn.sohoa.quality;

import vn.sohoa.dossier.Problem;

/**
 * One thing that is wrong with a scan.
 *
 * @param page from 1
 * @param detail one plain Vietnamese sentence with page and measure, such as "trang 2: 91 dpi, cần 200 dpi"
 * @param hard whether the paper has to be scanned again; a soft fault is only noted
 */
public record Fault(int page, Problem problem, String detail, boolean hard) {}
