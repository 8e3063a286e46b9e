/**
 * Programs of Python in clean environments of the home: installed once, run apart from the rest.
 */
@NullMarked
package org.citylake.cli.python;

import org.jspecify.annotations.NullMarked;
