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

  /**
   * Time is told with an event too, wherever it has come on by a good part of what is out of order:
   * within a batch of messages it comes on as within a slow stream.
   */
  static final class Newest implements WatermarkGenerator<Interpreted> {
    private static final int PARTS = 20;

    private final long outOfOrder;
    private long newest;
    private long told;

    Newest(long outOfOrder) {
      this.outOfOrder = outOfOrder;
      this.newest = Long.MIN_VALUE + outOfOrder + 1;
      this.told = newest;
    }

    @Override
    public void onEvent(Interpreted message, long timestamp, WatermarkOutput output) {
      if (message.event() != null) {
        newest = Math.max(newest, timestamp);
        if (newest - outOfOrder / PARTS > told) {
          onPeriodicEmit(output);
        }
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      told = newest;
      output.emitWatermark(new Watermark(newest - outOfOrder - 1));
    }
  }
}
