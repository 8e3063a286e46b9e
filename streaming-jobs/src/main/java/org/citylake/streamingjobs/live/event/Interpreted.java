package org.citylake.streamingjobs.live.event;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param event what it says; null when it is refused
 * @param refusal why not; null when it is taken
 */
public record Interpreted(@Nullable LiveEvent event, @Nullable LiveRefusal refusal) {
  /** Its type in a stream. */
  public static final TypeInformation<Interpreted> TYPE = TypeInformation.of(Interpreted.class);
}
