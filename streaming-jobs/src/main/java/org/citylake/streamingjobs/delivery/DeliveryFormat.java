package org.citylake.streamingjobs.delivery;

import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as its records' lines in order, without the header. The file is one split; a
 * recovery reads it again from the start and passes over what was read.
 */
public final class DeliveryFormat extends SimpleStreamFormat<DeliveryLine> {
  private static final long serialVersionUID = 1L;

  private final DeclaredSource source;

  /** Reads files of the source. */
  public DeliveryFormat(DeclaredSource source) {
    this.source = source;
  }

  @Override
  public Reader<DeliveryLine> createReader(Configuration config, FSDataInputStream stream) {
    RecordReader records = RecordReader.of(stream, source.declaration().format());
    if (records.hasNext()) {
      records.next();
    }
    return new LineReader(records);
  }

  @Override
  public TypeInformation<DeliveryLine> getProducedType() {
    return TypeInformation.of(DeliveryLine.class);
  }

  private record LineReader(RecordReader records) implements Reader<DeliveryLine> {
    @Override
    public @Nullable DeliveryLine read() {
      if (!records.hasNext()) {
        return null;
      }
      RecordLine line = records.next();
      return new DeliveryLine(line.line(), line.bytes());
    }

    @Override
    public void close() throws UncheckedIOException {
      records.close();
    }
  }
}
