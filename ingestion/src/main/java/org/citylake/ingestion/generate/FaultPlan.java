package org.citylake.ingestion.generate;

import java.time.LocalDate;

/**
 * Whether a fault strikes. Faults come in clusters: the clerks of a neighbourhood share their
 * habits, a batch of records was typed on one day, and old records have more of them. The factors
 * have mean 1, so that rates hold over the whole source. Not safe for several threads.
 */
final class FaultPlan {
  private static final int BATCH = 2000;
  private static final double NEIGHBOURHOOD_SPREAD = 0.7;
  private static final double BATCH_SPREAD = 0.3;

  private final FaultRates rates;
  private final Draw source;
  private final LocalDate snapshot;

  /** Neighbours and records of a batch follow each other: their factors are kept. */
  private String lastPlace = "";

  private double lastPlaceFactor = 1;
  private long lastBatch = -1;
  private double lastBatchFactor = 1;

  FaultPlan(FaultRates rates, Draw source, LocalDate snapshot) {
    this.rates = rates;
    this.source = source;
    this.snapshot = snapshot;
  }

  /** Whether the fault strikes the record. */
  boolean strikes(SampleRecord record, Fault fault) {
    return strikes(record, fault, 1);
  }

  /** The same with a rate that is so many times as high, for faults that strike a few alone. */
  boolean strikes(SampleRecord record, Fault fault, double times) {
    double rate = rates.of(fault) * times;
    return rate > 0 && record.draw().chance(fault.id(), rate * cluster(record));
  }

  private double cluster(SampleRecord record) {
    String place = record.entity().neighbourhood();
    if (!place.equals(lastPlace)) {
      lastPlace = place;
      lastPlaceFactor = factor(source.at("neighbourhood", place.hashCode()), NEIGHBOURHOOD_SPREAD);
    }
    long batch = record.serial() / BATCH;
    if (batch != lastBatch) {
      lastBatch = batch;
      lastBatchFactor = factor(source.at("batch", batch), BATCH_SPREAD);
    }
    return lastPlaceFactor * lastBatchFactor * record.entity().proneness();
  }

  /** Log-normal with mean 1. */
  private static double factor(Draw draw, double spread) {
    return Math.exp(spread * draw.normal("habit") - spread * spread / 2);
  }

  /** Days until a change shows in this source: exponential about the median. */
  double lag(SampleRecord record) {
    return -rates.lagDays() * Math.log(1 - record.draw().unit("lag")) / Math.log(2);
  }

  /** Whether credit codes were given out on the day of the snapshot. */
  boolean creditCodes() {
    return !snapshot.isBefore(LocalDate.of(2016, 1, 1));
  }

  /** Whether classes of industry are those of the edition of 2017, in force from October. */
  boolean industryEdition2017() {
    return !snapshot.isBefore(LocalDate.of(2017, 10, 1));
  }

  /** Whether some are still those of the edition of 2011. */
  boolean industryEditionsMixed() {
    return snapshot.isBefore(LocalDate.of(2020, 1, 1));
  }

  /** Whether the fault strikes the delivery as a whole. */
  boolean strikesDelivery(Fault fault) {
    return source.chance(fault.id(), rates.of(fault));
  }

  /** Whether the fault strikes the whole batch of records that the record was typed in with. */
  boolean strikesBatch(SampleRecord record, Fault fault) {
    return source.at("batch", record.serial() / BATCH).chance(fault.id(), rates.of(fault));
  }

  FaultRates rates() {
    return rates;
  }

  Draw source() {
    return source;
  }
}
