package org.citylake.streamingjobs.live.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.event.EventInterpreter;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.event.Message;
import org.jspecify.annotations.Nullable;

/**
 * Files of a watched folder as their records' messages: CSV with its header, or JSON Lines. A
 * message's place is the file's name, it arrived when the file was last written. A recovery reads
 * the file again and passes over what was read.
 */
public final class FolderFormat implements BulkFormat<Interpreted, FileSourceSplit> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 500;

  private final DeclaredSource source;

  /** Files of the source. */
  public FolderFormat(DeclaredSource source) {
    this.source = source;
  }

  @Override
  public Reader<Interpreted> createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return new FileReader(source, split.path(), split.fileModificationTime(), 0);
  }

  @Override
  public Reader<Interpreted> restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    long read =
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
    return new FileReader(source, split.path(), split.fileModificationTime(), read);
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Interpreted> getProducedType() {
    return Interpreted.TYPE;
  }

  private static final class FileReader implements Reader<Interpreted> {
    private final EventInterpreter interpreter;
    private final RecordReader records;
    private final String place;
    private final long arrivedAt;
    private final String wrongHeader;
    private long read;

    FileReader(DeclaredSource source, Path file, long arrivedAt, long passOver) throws IOException {
      this.interpreter = EventInterpreter.of(source);
      this.place = file.getName();
      this.arrivedAt = arrivedAt;
      SourceDeclaration declaration = source.declaration();
      FSDataInputStream stream = file.getFileSystem().open(file);
      this.records = RecordReader.of(stream, declaration.format());
      this.wrongHeader = wrongHeader(declaration, records, place);
      for (long i = 0; i < passOver && records.hasNext(); i++) {
        records.next();
      }
      this.read = passOver;
    }

    /** Why the file's header is not the contract's; empty when it is, or there is none. */
    private static String wrongHeader(
        SourceDeclaration declaration, RecordReader records, String place) {
      if (!declaration.format().type().equals("csv") || !records.hasNext()) {
        return "";
      }
      try {
        new RecordParser(declaration).checkHeader(records.next(), place);
        return "";
      } catch (CityLakeException e) {
        return "header: " + e.getMessage();
      }
    }

    @Override
    public @Nullable RecordIterator<Interpreted> readBatch() {
      List<Interpreted> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH && records.hasNext()) {
        RecordLine line = records.next();
        batch.add(interpreter.interpret(new Message(place, line.line(), arrivedAt, line.bytes())));
      }
      if (batch.isEmpty()) {
        return null;
      }
      Iterator<Interpreted> messages = batch.iterator();
      RecordIterator<Interpreted> found =
          new IteratorResultIterator<>(messages, CheckpointedPosition.NO_OFFSET, read);
      read += batch.size();
      return found;
    }

    @Override
    public void close() {
      records.close();
    }
  }
}
