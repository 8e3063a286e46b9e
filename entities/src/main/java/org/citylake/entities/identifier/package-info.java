/**
 * Official identifiers of China: how they are written, what they say, and what is wrong in them.
 */
@NullMarked
package org.citylake.entities.identifier;

import org.jspecify.annotations.NullMarked;
