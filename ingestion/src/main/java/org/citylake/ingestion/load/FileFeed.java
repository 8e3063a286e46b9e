package org.citylake.ingestion.load;

import java.nio.channels.Channels;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.jspecify.annotations.Nullable;

/** The records of a delivered file. Its header is checked each time it is opened. */
record FileFeed(SourceDeclaration source, Delivery delivery) implements RecordFeed {
  @Override
  public Cursor open() {
    RecordParser parser = new RecordParser(source);
    RecordReader reader =
        RecordReader.of(Channels.newInputStream(delivery.open()), source.format());
    try {
      if (!reader.hasNext()) {
        throw new CityLakeException(
            Kind.DATA,
            "The file "
                + delivery.file()
                + " of source "
                + source.id()
                + " is empty: send it anew");
      }
      parser.checkHeader(reader.next(), delivery.file());
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
    return new Cursor() {
      @Override
      public @Nullable FedLine next() {
        if (!reader.hasNext()) {
          return null;
        }
        RecordLine line = reader.next();
        return new FedLine(
            parser.parse(line), new RawRow.Place(delivery.sha256(), delivery.file(), line.line()));
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }
}
