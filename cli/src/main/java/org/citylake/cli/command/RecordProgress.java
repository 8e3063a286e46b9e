package org.citylake.cli.command;

import java.util.Locale;
import java.util.function.LongConsumer;
import org.citylake.cli.state.Output;

/** Shows now and then how many records a load has passed over; short loads show nothing. */
public final class RecordProgress implements LongConsumer {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final Output output;
  private long shown = System.nanoTime();

  /** Progress that is told to an output. */
  public RecordProgress(Output output) {
    this.output = output;
  }

  @Override
  public void accept(long records) {
    long now = System.nanoTime();
    if (now - shown >= EVERY_NANOS) {
      shown = now;
      output.progress(String.format(Locale.ROOT, "  %,d records", records));
    }
  }
}
