package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.HeaderDifference;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/** The records of a Parquet file, each as one JSON object; a record's line is its number from 1. */
final class ParquetRecords implements DeliveredRecords {
  private static final String MAGIC = "PAR1";

  private final DeliveredFile file;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<ParquetColumn> columns;
  private final MessageColumnIO columnIo;
  private @Nullable RecordReader<Group> group;
  private long left;
  private long line;

  private ParquetRecords(
      DeliveredFile file, ParquetFileReader reader, List<ParquetColumn> columns) {
    this.file = file;
    this.reader = reader;
    this.schema = reader.getFileMetaData().getSchema();
    this.columns = columns;
    this.columnIo = new ColumnIOFactory().getColumnIO(schema);
  }

  /** Opens a file and holds its columns and their types against the contract. */
  static DeliveredRecords open(SourceDeclaration source, DeliveredFile file) {
    ParquetFileReader reader = reader(file);
    try {
      requireSize(file, reader.getRowGroups(), UnpackLimit.of(System.getenv()));
      List<ParquetColumn> columns = columns(file, reader);
      requireAgreed(source, file, columns);
      return new ParquetRecords(file, reader, columns);
    } catch (RuntimeException e) {
      close(reader);
      throw e;
    }
  }

  /** The columns of a file without a contract. */
  static List<ParquetColumn> columns(DeliveredFile file) {
    ParquetFileReader reader = reader(file);
    try {
      return columns(file, reader);
    } finally {
      close(reader);
    }
  }

  /** Opens a whole file. */
  static ParquetFileReader reader(DeliveredFile file) {
    requireWhole(file);
    try {
      return ParquetFileReader.open(
          new ParquetInput(file),
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .usePageChecksumVerification(true)
              .build());
    } catch (IOException | RuntimeException e) {
      // The library fails in many ways on a footer that is none.
      throw damaged(file, e);
    }
  }

  @Override
  public @Nullable RecordLine next() {
    Group record = read();
    if (record == null) {
      return null;
    }
    line++;
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), column.text(record)));
    return new RecordLine(line, RecordJson.write(values, List.of()));
  }

  @Override
  public void close() {
    close(reader);
  }

  private @Nullable Group read() {
    try {
      while (left == 0) {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
          return null;
        }
        left = pages.getRowCount();
        group = columnIo.getRecordReader(pages, new GroupRecordConverter(schema));
      }
      left--;
      return Objects.requireNonNull(group).read();
    } catch (IOException | RuntimeException e) {
      // The library fails in many ways on pages that do not hold what the footer promises.
      throw damaged(file, e);
    }
  }

  private static List<ParquetColumn> columns(DeliveredFile file, ParquetFileReader reader) {
    List<ParquetColumn> columns = new ArrayList<>();
    collect(reader.getFileMetaData().getSchema(), "", List.of(), file, columns);
    return columns;
  }

  /** Gathers the columns of a group and of the groups in it. */
  private static void collect(
      GroupType group,
      String prefix,
      List<Integer> path,
      DeliveredFile file,
      List<ParquetColumn> columns) {
    for (int i = 0; i < group.getFieldCount(); i++) {
      Type type = group.getType(i);
      String name = prefix + type.getName();
      List<Integer> here = new ArrayList<>(path);
      here.add(i);
      boolean annotatedGroup = !type.isPrimitive() && type.getLogicalTypeAnnotation() != null;
      if (type.isRepetition(Repetition.REPEATED) || annotatedGroup) {
        throw RefusedFile.because(
            file, "its column " + name + " holds lists: send one value a column");
      }
      if (type.isPrimitive()) {
        columns.add(new ParquetColumn(name, here, type.asPrimitiveType()));
      } else {
        collect(type.asGroupType(), name + "/", here, file, columns);
      }
    }
  }

  private static void requireAgreed(
      SourceDeclaration source, DeliveredFile file, List<ParquetColumn> columns) {
    Map<String, ParquetColumn> byName =
        columns.stream().collect(Collectors.toMap(ParquetColumn::name, c -> c));
    List<ContractProperty> properties = source.contract().properties();
    List<String> expected = properties.stream().map(ContractProperty::physicalName).toList();
    if (byName.size() != expected.size() || !byName.keySet().containsAll(expected)) {
      throw new CityLakeException(
          Kind.DATA,
          HeaderDifference.text(
              source.id(),
              file.file(),
              expected,
              columns.stream().map(ParquetColumn::name).toList()));
    }
    List<String> otherwise = new ArrayList<>();
    for (ContractProperty property : properties) {
      ParquetColumn column = Objects.requireNonNull(byName.get(property.physicalName()));
      if (!column.readAs().contains(property.type())) {
        otherwise.add(
            "\n  "
                + column.name()
                + " is "
                + column.typeName()
                + ", the contract says "
                + property.type().name().toLowerCase(Locale.ROOT));
      }
    }
    if (!otherwise.isEmpty()) {
      throw RefusedFile.because(
          file,
          "the types of its columns are not the agreed ones:"
              + String.join("", otherwise)
              + "\nSend the agreed types, or give the contract a new version with the new ones.");
    }
  }

  private static void requireSize(
      DeliveredFile file, List<BlockMetaData> groups, UnpackLimit limit) {
    if (groups.stream().mapToLong(BlockMetaData::getTotalByteSize).sum() > limit.bytes()) {
      throw RefusedFile.because(
          file,
          "it unpacks to more than "
              + limit.bytes()
              + " bytes: send it in parts, or raise "
              + UnpackLimit.VARIABLE);
    }
  }

  private static void requireWhole(DeliveredFile file) {
    try (SeekableByteChannel channel = file.open()) {
      String first =
          new String(
              DeliveredBytes.firstBytes(channel, MAGIC.length()), StandardCharsets.ISO_8859_1);
      if (!first.equals(MAGIC)) {
        throw RefusedFile.because(
            file,
            first.equals("PARE")
                ? "it is encrypted: send it in plain, over a protected way"
                : "it is no Parquet file, whatever its name says: send it as Parquet");
      }
      ByteBuffer last = ByteBuffer.allocate(MAGIC.length());
      channel.position(Math.max(0, channel.size() - MAGIC.length()));
      while (last.hasRemaining() && channel.read(last) >= 0) {
        // A channel may give less than what was asked for.
      }
      if (!new String(last.array(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
        throw RefusedFile.because(file, "it was cut off while it was sent: send it anew");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  private static CityLakeException damaged(DeliveredFile file, Exception cause) {
    return RefusedFile.because(
        file, "it is damaged (" + RefusedFile.reason(cause) + "): send it anew", cause);
  }

  private static void close(ParquetFileReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
