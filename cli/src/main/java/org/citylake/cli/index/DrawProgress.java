package org.citylake.cli.index;

import java.util.function.IntConsumer;
import org.citylake.cli.state.Output;

/** Tells every few seconds how far a long analysis is. */
final class DrawProgress implements IntConsumer {
  private static final long NANOS_BETWEEN = 3_000_000_000L;

  private final Output output;
  private final String what;
  private final int total;
  private long told = System.nanoTime();

  DrawProgress(Output output, String what, int total) {
    this.output = output;
    this.what = what;
    this.total = total;
  }

  @Override
  public void accept(int done) {
    long now = System.nanoTime();
    if (now - told > NANOS_BETWEEN) {
      told = now;
      output.progress(what + ": " + done + " of " + total);
    }
  }
}
