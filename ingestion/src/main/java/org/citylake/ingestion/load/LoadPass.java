package org.citylake.ingestion.load;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.citylake.ingestion.record.SourceRecord;

/**
 * One pass over the records of a load. A load is passed over several times, once to count and once
 * for every table, so that no more than one line is held; all passes decide alike.
 */
final class LoadPass implements Iterator<Outcome>, Closeable {
  private final RecordFeed.Cursor cursor;
  private final RecordJudge judge;
  private final Deque<Outcome> ahead = new ArrayDeque<>();
  private long missing;
  private boolean finished;

  LoadPass(LoadContext context, RecordFeed feed) {
    this.judge = new RecordJudge(context);
    this.cursor = feed.open();
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && !finished) {
      RecordFeed.FedLine line = cursor.next();
      if (line == null) {
        finished = true;
        judge.finish();
        break;
      }
      missing += line.line().missing();
      for (SourceRecord record : line.line().records()) {
        ahead.add(judge.judge(record, line.place()));
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
    cursor.close();
  }
}
