/**
 * The faces for a browser and for other systems: one class a desk; what a page says of codes stands in {@code messages/web}.
 *
 * <p>Enters: requests. Leaves: pages, pictures, JSON.
 *
 * <p>May use: job, workflow, reuse, report, access, dossier, page. Libraries: Spring MVC, Spring Security,
 * Thymeleaf, Micrometer, htmx.
 */
@NullMarked
package vn.sohoa.web;

import org.jspecify.annotations.NullMarked;
