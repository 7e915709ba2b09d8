/**
 * Finds papers, with and without accents.
 *
 * <p>Enters: documents to index, queries. Leaves: hits.
 *
 * <p>May use: dossier, page. Libraries: Lucene, Elasticsearch client.
 */
@NullMarked
package vn.sohoa.search;

import org.jspecify.annotations.NullMarked;
