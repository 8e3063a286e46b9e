/** A source's folder made from a sample file: what can be guessed, and what was guessed. */
@NullMarked
package org.citylake.ingestion.scaffold;

import org.jspecify.annotations.NullMarked;
