package org.citylake.ingestion.format;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.core.declaration.SourceDeclaration.Width;

/**
 * How a file without a contract is written, as far as it shows it itself.
 *
 * @param format what a contract has to say of it
 * @param columns in the file's order
 * @param unit of its numbers, as its title says it; empty when it says none
 * @param notes how it was told, for people
 */
public record FoundFormat(
    FileFormat format, List<FoundColumn> columns, Optional<String> unit, List<String> notes) {
  public FoundFormat {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /**
   * Looks into a file.
   *
   * @throws CityLakeException of kind USER when it is of no kind that a source may send, or names
   *     its columns not at all, not all of them, or one twice; of kind DATA when it is damaged
   */
  public static FoundFormat of(DeliveredFile file) {
    FileKind kind = FileKind.of(file);
    FoundFormat found =
        switch (kind.type()) {
          case "xlsx", "xls" -> FoundTable.of(kind.type(), file);
          case "parquet" -> FoundParquet.of(file);
          case "shapefile" -> FoundShapefile.of(file);
          default -> FoundText.of(file, kind.packing());
        };
    found.requireNames();
    return found;
  }

  /** A source that reads the file as it is: every column a text unless the file says otherwise. */
  public SourceDeclaration source() {
    return new SourceDeclaration(
        "sample",
        "sample",
        java.nio.file.Path.of("."),
        new DataContract(
            "sample",
            "1.0.0",
            "",
            "",
            "",
            java.util.stream.IntStream.range(0, columns.size()).mapToObj(this::property).toList(),
            List.of(),
            Map.of()),
        format,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** Name that a column has in {@link #source}. */
  public static String propertyName(int index) {
    return "column_" + (index + 1);
  }

  /** The logical type of an Iceberg type. */
  public static LogicalType logicalType(String type) {
    return switch (type) {
      case "int", "long" -> LogicalType.INTEGER;
      case "date" -> LogicalType.DATE;
      case "timestamptz" -> LogicalType.TIMESTAMP;
      case "boolean" -> LogicalType.BOOLEAN;
      case "string", "" -> LogicalType.STRING;
      default -> LogicalType.NUMBER;
    };
  }

  /** A format of this type with nothing more to say. */
  static FileFormat format(
      String type, String encoding, Packing packing, SheetLayout sheet, Optional<String> crs) {
    return text(type, encoding, ',', false, packing, sheet, crs);
  }

  /** A format of CSV. */
  static FileFormat csv(String encoding, char delimiter, boolean multiline, Packing packing) {
    return text(
        "csv", encoding, delimiter, multiline, packing, SheetLayout.FOUND, Optional.empty());
  }

  private static FileFormat text(
      String type,
      String encoding,
      char delimiter,
      boolean multiline,
      Packing packing,
      SheetLayout sheet,
      Optional<String> crs) {
    return new FileFormat(
        type,
        encoding,
        delimiter,
        List.of(),
        multiline,
        Delivery.INCREMENT,
        Optional.empty(),
        packing,
        HeaderRule.EXACT,
        sheet,
        crs,
        Width.KEEP,
        Optional.empty());
  }

  private ContractProperty property(int index) {
    FoundColumn column = columns.get(index);
    return new ContractProperty(
        propertyName(index),
        column.name(),
        index + 1,
        logicalType(column.type()),
        column.type().isEmpty() ? "string" : column.type(),
        false,
        0,
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
        Map.of());
  }

  private void requireNames() {
    List<String> names = columns.stream().map(FoundColumn::name).toList();
    Set<String> once = new HashSet<>(names);
    if (once.size() < names.size() || names.isEmpty() || once.stream().anyMatch(String::isBlank)) {
      throw new CityLakeException(
          Kind.USER,
          "The sample needs a header with a name for every column, each once, and a row below; read"
              + " were "
              + names);
    }
  }
}
