package org.citylake.ingestion.load;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Hands outcomes on and tells how many there were. Not safe for several threads. */
final class CountedOutcomes implements Consumer<Outcome> {
  private final Consumer<Outcome> taker;
  private final LongConsumer progress;
  private long count;

  CountedOutcomes(Consumer<Outcome> taker, LongConsumer progress) {
    this.taker = taker;
    this.progress = progress;
  }

  @Override
  public void accept(Outcome outcome) {
    taker.accept(outcome);
    progress.accept(++count);
  }
}
