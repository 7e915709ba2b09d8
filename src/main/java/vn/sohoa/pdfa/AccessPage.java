package vn.sohoa.pdfa;

import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;

/**
 * One page of an access copy.
 *
 * @param file the picture that people see
 * @param text the words that searching and copying find, with boxes in pixels of {@code file}; words without a place are left out
 */
public record AccessPage(PageFile file, PageText text) {}
