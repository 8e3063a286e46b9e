package org.citylake.core.declaration;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How a source's events are streamed, from {@code stream.yaml}.
 *
 * @param job the streaming job that takes them, {@code sensor-readings}
 * @param zone the zone in which hours and days are local
 * @param lateness how long after its hour an event is awaited
 */
public record StreamDeclaration(String job, ZoneId zone, Duration lateness) {}
