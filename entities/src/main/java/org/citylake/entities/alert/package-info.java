/** Alert rules as pure state machines over events in the order of their time. */
@NullMarked
package org.citylake.entities.alert;

import org.jspecify.annotations.NullMarked;
