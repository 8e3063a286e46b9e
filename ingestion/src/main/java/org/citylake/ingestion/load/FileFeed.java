package org.citylake.ingestion.load;

import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.format.DeliveredRecords;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/** The records of a delivered file. Its columns are checked each time it is opened. */
record FileFeed(SourceDeclaration source, Delivery delivery) implements RecordFeed {
  @Override
  public Cursor open() {
    DeliveredRecords records = DeliveredRecords.open(source, delivery);
    return new Cursor() {
      @Override
      public @Nullable FedLine next() {
        RecordLine line = records.next();
        return line == null
            ? null
            : new FedLine(
                line,
                Optional.empty(),
                new RawRow.Place(delivery.sha256(), delivery.file(), line.line()));
      }

      @Override
      public void close() {
        records.close();
      }
    };
  }
}
