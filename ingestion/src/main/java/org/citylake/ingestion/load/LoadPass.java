package org.citylake.ingestion.load;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One pass over the records of a load, in their order. All passes over a load decide alike. Lines
 * are parsed and judged by themselves ahead of it, see {@link PreparedLines}; no more than those
 * few are held.
 */
final class LoadPass implements Iterator<Outcome>, Closeable {
  private final PreparedLines lines;
  private final RecordJudge judge;
  private final Deque<Outcome> ahead = new ArrayDeque<>();
  private long missing;
  private boolean finished;

  LoadPass(LoadContext context, RecordFeed feed) {
    this.judge = new RecordJudge(context);
    this.lines = new PreparedLines(context, feed.open());
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && !finished) {
      RecordPreparer.Prepared line = lines.next();
      if (line == null) {
        finished = true;
        judge.finish();
        break;
      }
      missing += line.missing();
      for (PreparedRecord record : line.records()) {
        ahead.add(judge.judge(record));
      }
    }
    return !ahead.isEmpty();
  }

  @Override
  public Outcome next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  /** Empty cells so far. */
  long missing() {
    return missing;
  }

  RecordJudge judge() {
    return judge;
  }

  @Override
  public void close() {
    lines.close();
  }
}
