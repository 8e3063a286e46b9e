/** Checks of the machine and the home. */
@NullMarked
package org.citylake.cli.doctor;

import org.jspecify.annotations.NullMarked;
