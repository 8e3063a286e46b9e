package org.citylake.streamingjobs.live.event;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.citylake.core.declaration.LiveStream;

/** How far time has come in a partition, by its events; refused messages do not move it. */
public final class EventTimes {
  /** A partition without messages for so long does not hold the others up. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private EventTimes() {}

  /** Watermarks of a stream's partitions. */
  public static WatermarkStrategy<Interpreted> of(LiveStream stream) {
    long outOfOrder = stream.outOfOrder().toMillis();
    return WatermarkStrategy.<Interpreted>forGenerator(context -> new Newest(outOfOrder))
        .withTimestampAssigner(
            (message, before) ->
                message.event() == null ? Long.MIN_VALUE : message.event().observedAt())
        .withIdleness(IDLE);
  }

  private static final class Newest implements WatermarkGenerator<Interpreted> {
    private final long outOfOrder;
    private long newest;

    Newest(long outOfOrder) {
      this.outOfOrder = outOfOrder;
      this.newest = Long.MIN_VALUE + outOfOrder + 1;
    }

    @Override
    public void onEvent(Interpreted message, long timestamp, WatermarkOutput output) {
      if (message.event() != null) {
        newest = Math.max(newest, timestamp);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(newest - outOfOrder - 1));
    }
  }
}
