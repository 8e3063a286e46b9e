package org.citylake.core.declaration;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How measurements of a source are taken while they come, from {@code stream.yaml} with {@code job:
 * live-events}.
 *
 * @param eventTime column with the time that an event is of
 * @param series columns that name what is measured, such as a device and a lane; with the event
 *     time they are the source's primary key
 * @param measures columns with numbers, each a metric of its name
 * @param outOfOrder how much older than the newest event of its partition an event may be and still
 *     count at once
 * @param window length of the windows that are aggregated, from midnight of the epoch in UTC
 * @param lateness how long after its end a window is amended by late events
 * @param ahead how far ahead of its arrival an event's time may be; one beyond is refused
 */
public record LiveStream(
    String eventTime,
    List<String> series,
    List<String> measures,
    Duration outOfOrder,
    Duration window,
    Duration lateness,
    Duration ahead)
    implements Serializable {
  public LiveStream {
    series = List.copyOf(series);
    measures = List.copyOf(measures);
  }
}
