package org.citylake.ingestion.generate;

import java.time.LocalDate;

/**
 * Whether a fault strikes. Faults come in clusters: the clerks of a neighbourhood share their
 * habits, a batch of records was typed on one day, and old records have more of them. The factors
 * have mean 1, so that rates hold over the whole source.
 */
final class FaultPlan {
  private static final int BATCH = 2000;
  private static final double NEIGHBOURHOOD_SPREAD = 0.7;
  private static final double BATCH_SPREAD = 0.3;

  private final FaultRates rates;
  private final Draw source;
  private final LocalDate snapshot;

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
    Draw place = source.at("neighbourhood", record.entity().neighbourhood().hashCode());
    Draw batch = source.at("batch", record.serial() / BATCH);
    return factor(place, NEIGHBOURHOOD_SPREAD)
        * factor(batch, BATCH_SPREAD)
        * record.entity().proneness();
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

  FaultRates rates() {
    return rates;
  }

  Draw source() {
    return source;
  }
}
