package org.citylake.ingestion.format;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;

/** Builds sources of any format for tests, and reads files of them that stand in memory. */
public final class FormatSource {
  private final List<ContractProperty> columns = new ArrayList<>();
  private final String type;
  private Packing packing = Packing.NONE;
  private HeaderRule header = HeaderRule.EXACT;
  private SheetLayout sheet = SheetLayout.FOUND;
  private Optional<String> crs = Optional.empty();
  private String encoding = "UTF-8";

  private FormatSource(String type) {
    this.type = type;
  }

  /** A source whose columns {@code c1}, {@code c2} and so on have these names in the file. */
  public static FormatSource of(String type, String... physicalNames) {
    FormatSource source = new FormatSource(type);
    for (String name : physicalNames) {
      source.column(name, LogicalType.STRING, "string");
    }
    return source;
  }

  /** With one more column. */
  public FormatSource column(String physicalName, LogicalType logicalType, String physicalType) {
    int number = columns.size() + 1;
    columns.add(
        new ContractProperty(
            "c" + number,
            physicalName,
            number,
            logicalType,
            physicalType,
            false,
            number == 1 ? 1 : 0,
            "",
            "",
            "general-1",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of()));
    return this;
  }

  /** Packed so. */
  public FormatSource packed(Compression compression, String... entry) {
    packing = new Packing(compression, Optional.ofNullable(entry.length == 0 ? null : entry[0]));
    return this;
  }

  /** With the header's columns in any order. */
  public FormatSource byName() {
    header = HeaderRule.BY_NAME;
    return this;
  }

  /** In that place of a workbook. */
  public FormatSource sheet(SheetLayout layout) {
    sheet = layout;
    return this;
  }

  /** With coordinates of that system. */
  public FormatSource crs(String system) {
    crs = Optional.of(system);
    return this;
  }

  /** In that encoding. */
  public FormatSource encoding(String name) {
    encoding = name;
    return this;
  }

  /** The declaration. */
  public SourceDeclaration build() {
    return new SourceDeclaration(
        "s",
        "d",
        Path.of("."),
        new DataContract("s", "1.0.0", "", "", "", columns, List.of(), Map.of()),
        new FileFormat(
            type,
            encoding,
            ',',
            List.of(),
            false,
            Delivery.INCREMENT,
            Optional.empty(),
            packing,
            header,
            sheet,
            crs,
            SourceDeclaration.Width.KEEP,
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "hash");
  }

  /** The records of a file, each as {@code line: column=text} or {@code line: rule: message}. */
  public List<String> read(byte[] file) {
    return records(file).stream().map(FormatSource::text).toList();
  }

  /** The parsed records of a file. */
  public List<SourceRecord> records(byte[] file) {
    SourceDeclaration source = build();
    LineParser parser = LineParser.of(source);
    List<SourceRecord> records = new ArrayList<>();
    try (DeliveredRecords lines = DeliveredRecords.open(source, file("sent", file))) {
      for (RecordLine line = lines.next(); line != null; line = lines.next()) {
        records.addAll(parser.parse(line).records());
      }
    }
    return records;
  }

  /** Rows that are counted as missing and are no records. */
  public int missing(byte[] file) {
    SourceDeclaration source = build();
    LineParser parser = LineParser.of(source);
    int missing = 0;
    try (DeliveredRecords lines = DeliveredRecords.open(source, file("sent", file))) {
      for (RecordLine line = lines.next(); line != null; line = lines.next()) {
        missing += parser.parse(line).missing();
      }
    }
    return missing;
  }

  /** A file in memory. */
  static DeliveredFile file(String name, byte[] bytes) {
    return new DeliveredFile() {
      @Override
      public String file() {
        return name;
      }

      @Override
      public SeekableByteChannel open() {
        return new SeekableInMemoryByteChannel(bytes);
      }
    };
  }

  private static String text(SourceRecord record) {
    return record.line()
        + ": "
        + (record.accepted() ? record.values() : String.join(" | ", record.reasons()));
  }
}
