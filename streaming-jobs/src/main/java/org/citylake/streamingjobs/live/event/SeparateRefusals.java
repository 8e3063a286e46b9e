package org.citylake.streamingjobs.live.event;

import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.citylake.streamingjobs.live.count.LiveCount;

/** Events on, refused messages to {@link LiveRefusal#TAG}; counts both as arrived. */
public final class SeparateRefusals extends ProcessFunction<Interpreted, LiveEvent> {
  private static final long serialVersionUID = 1L;

  private final String source;

  /** Separates a source's messages. */
  public SeparateRefusals(String source) {
    this.source = source;
  }

  @Override
  public void processElement(Interpreted message, Context context, Collector<LiveEvent> out) {
    context.output(LiveCount.TAG, LiveCount.one(source, LiveCount.ARRIVED));
    if (message.event() != null) {
      out.collect(message.event());
    } else {
      context.output(LiveRefusal.TAG, Objects.requireNonNull(message.refusal()));
      context.output(LiveCount.TAG, LiveCount.one(source, LiveCount.REFUSED));
    }
  }
}
