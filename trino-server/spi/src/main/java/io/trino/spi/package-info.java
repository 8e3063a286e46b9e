/**
 * Signatures of the part of Trino's SPI that our plugin uses. They are here because the SPI itself
 * is of a class file version that this build's Java 17 does not read; at run time the real ones are
 * there, and these in no jar. Names and parameters are those of Trino 483 (Apache License 2.0);
 * what the plugin does not use is left out.
 */
@NullMarked
package io.trino.spi;

import org.jspecify.annotations.NullMarked;
