/** Fills the tables of golden records, their links, their provenance and the history of ids. */
@NullMarked
package org.citylake.batchjobs.entity;

import org.jspecify.annotations.NullMarked;
