/**
 * The face for other systems: {@code /api/v1}, JSON, problems as RFC 9457. Described by OpenAPI 3.1 in {@code src/docs/openapi.yaml}.
 *
 * <p>Enters: requests of accounts that have signed in. Leaves: JSON, files.
 *
 * <p>May use: job, workflow, reuse, report, access, dossier, page. Library: Spring MVC.
 */
@NullMarked
package vn.sohoa.web.api;

import org.jspecify.annotations.NullMarked;
