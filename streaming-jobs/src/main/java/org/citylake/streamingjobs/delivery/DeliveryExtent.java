package org.citylake.streamingjobs.delivery;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.streamingjobs.quarantine.Refusal;
import org.citylake.streamingjobs.reading.Reading;

/**
 * Which sensors and whole years a delivery tells of: what is stored about them is all that its
 * replay needs to know. Whole years, because a year's figures are made of all its days.
 *
 * @param sensorIds sensors with at least one reading
 * @param firstYear local year of the earliest reading
 * @param lastYear local year of the latest; before the first when there is none
 */
public record DeliveryExtent(Set<String> sensorIds, int firstYear, int lastYear)
    implements Serializable {
  /** Of a delivery that tells of no sensor. */
  public static final DeliveryExtent NOTHING =
      new DeliveryExtent(Set.of(), Integer.MAX_VALUE, Integer.MIN_VALUE);

  public DeliveryExtent {
    sensorIds = Set.copyOf(sensorIds);
  }

  /** Reads the whole delivery once, in this process. */
  public static DeliveryExtent of(
      Path delivery, SourceDeclaration source, LineInterpreter interpreter) {
    Measure measure = new Measure();
    try (RecordReader records = RecordReader.open(delivery, source.format())) {
      if (records.hasNext()) {
        records.next();
      }
      while (records.hasNext()) {
        RecordLine line = records.next();
        interpreter.interpret(new DeliveryLine(line.line(), line.bytes()), measure);
      }
    }
    return measure.extent();
  }

  /** Whether it tells of that sensor in the year of that day. */
  public boolean contains(String sensorId, long day) {
    return contains(sensorId, LocalDate.ofEpochDay(day).getYear());
  }

  /** Whether it tells of that sensor in that year. */
  public boolean contains(String sensorId, int year) {
    return year >= firstYear && year <= lastYear && sensorIds.contains(sensorId);
  }

  /** Whether it has no reading. */
  public boolean isEmpty() {
    return sensorIds.isEmpty();
  }

  private static final class Measure implements LineInterpreter.Output {
    private final Set<String> sensorIds = new TreeSet<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    @Override
    public void reading(Reading reading) {
      sensorIds.add(reading.sensorId());
      first = Math.min(first, reading.day());
      last = Math.max(last, reading.day());
    }

    @Override
    public void refusal(Refusal refusal) {
      // Nothing stored depends on it but the quarantine, which is read for the whole source.
    }

    @Override
    public void missing(int cells) {
      // Says nothing about any hour.
    }

    DeliveryExtent extent() {
      return sensorIds.isEmpty()
          ? NOTHING
          : new DeliveryExtent(
              sensorIds,
              LocalDate.ofEpochDay(first).getYear(),
              LocalDate.ofEpochDay(last).getYear());
    }
  }
}
