/**
 * The faces for a browser and for other systems.
 *
 * <p>Enters: requests. Leaves: pages, JSON.
 *
 * <p>May use: job, workflow, reuse, report, dossier, page. Libraries: Spring MVC, Thymeleaf, Micrometer.
 */
@NullMarked
package vn.sohoa.web;

import org.jspecify.annotations.NullMarked;
