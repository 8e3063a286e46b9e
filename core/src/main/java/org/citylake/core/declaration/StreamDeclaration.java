package org.citylake.core.declaration;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a source's events are streamed, from {@code stream.yaml}.
 *
 * @param job the streaming job that takes them, {@link #SENSOR_READINGS} or {@link #LIVE_EVENTS}
 * @param zone the zone in which hours and days are local
 * @param lateness how long after its hour, or the end of its window, an event is awaited
 * @param live of {@link #LIVE_EVENTS} what is measured
 */
public record StreamDeclaration(
    String job, ZoneId zone, Duration lateness, Optional<LiveStream> live) {
  /** Replays a delivered file of hourly readings. */
  public static final String SENSOR_READINGS = "sensor-readings";

  /** Takes measurements without end. */
  public static final String LIVE_EVENTS = "live-events";
}
