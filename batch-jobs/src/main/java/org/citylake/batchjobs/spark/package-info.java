/**
 * The Spark session, Spark's types for contracts, and relations that SQL reads by their full names.
 */
@NullMarked
package org.citylake.batchjobs.spark;

import org.jspecify.annotations.NullMarked;
