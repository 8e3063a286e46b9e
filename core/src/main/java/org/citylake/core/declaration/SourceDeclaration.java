package org.citylake.core.declaration;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.contract.DataContract;
import org.jspecify.annotations.Nullable;

/**
 * What one agency sends, and where it goes.
 *
 * @param id the folder's name, equal to the contract's id; unique among sources
 * @param domain the folder above, such as {@code environment}
 * @param folder the declaration's folder, absolute
 * @param contract what is sent
 * @param format how the file is written
 * @param mapping to which city table it goes; empty when only raw rows are kept
 * @param origin where published data come from; empty for an agency's own delivery
 * @param stream how its events are streamed; empty for a source loaded in batch
 * @param connector from where deliveries are fetched; empty when they are brought as files
 * @param sample how the synthetic city writes it; without one its rows are made from the contract
 * @param contentHash SHA-256 over every file of the folder but {@code data/} and {@code tests/}
 */
public record SourceDeclaration(
    String id,
    String domain,
    Path folder,
    DataContract contract,
    FileFormat format,
    Optional<SourceMapping> mapping,
    Optional<Origin> origin,
    Optional<StreamDeclaration> stream,
    Optional<ConnectorDeclaration> connector,
    Optional<SampleDeclaration> sample,
    String contentHash) {
  /** Columns that the platform gives every raw row; a source cannot have its own of that name. */
  public static final Set<String> RESERVED_COLUMNS =
      Set.of(
          "source_key",
          "revision",
          "load_id",
          "delivery",
          "file",
          "line",
          "occurrence",
          "operation",
          "snapshot_date",
          "known_from",
          "warnings");

  /**
   * How a delivered file is written, from the contract's custom key {@code format}.
   *
   * @param type {@code csv}, {@code jsonl}, {@code xlsx}, {@code xls}, {@code parquet}, {@code
   *     geojson} or {@code shapefile}
   * @param encoding {@code UTF-8}, {@code GB18030-2000}, {@code GB18030-2022} or {@code GBK}
   * @param delimiter one character
   * @param missingValues texts that mean "no value", besides the empty text
   * @param multiline whether a quoted value may hold line breaks
   * @param delivery full, increment or status-flag
   * @param unpivot wide columns that become one record each; empty when the file is long
   * @param packing how the file is compressed
   * @param header how the file's column names are held against the contract's
   * @param sheet where in a workbook the records stand
   * @param crs the coordinates' system; empty means longitude and latitude of WGS 84
   * @param width whether full-width digits and signs are read as ASCII where they are no text
   * @param status how a record says that its key has ended; there in status-flag deliveries alone
   */
  public record FileFormat(
      String type,
      String encoding,
      char delimiter,
      List<String> missingValues,
      boolean multiline,
      Delivery delivery,
      Optional<Unpivot> unpivot,
      Packing packing,
      HeaderRule header,
      SheetLayout sheet,
      Optional<String> crs,
      Width width,
      Optional<StatusFlag> status) {
    public FileFormat {
      missingValues = List.copyOf(missingValues);
    }

    /** A file that is not packed, with the contract's header exactly. */
    public FileFormat(
        String type,
        String encoding,
        char delimiter,
        List<String> missingValues,
        boolean multiline,
        Delivery delivery,
        Optional<Unpivot> unpivot) {
      this(
          type,
          encoding,
          delimiter,
          missingValues,
          multiline,
          delivery,
          unpivot,
          Packing.NONE,
          HeaderRule.EXACT,
          SheetLayout.FOUND,
          Optional.empty(),
          Width.KEEP,
          Optional.empty());
    }

    /** The encoding as Java has it, which knows GB 18030 by one name for all editions. */
    public Charset charset() {
      return Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding);
    }
  }

  /**
   * How a delivered file is compressed.
   *
   * @param compression none, gzip or zip
   * @param entry a glob that names the file inside a zip; empty when the zip holds one file
   */
  public record Packing(Compression compression, Optional<String> entry) {
    /** A file as it is. */
    public static final Packing NONE = new Packing(Compression.NONE, Optional.empty());
  }

  /** A way to compress a delivered file. */
  public enum Compression {
    /** Not compressed. */
    NONE,
    /** RFC 1952, one or several members. */
    GZIP,
    /** A zip archive with one file. */
    ZIP
  }

  /** How a file's column names are held against the contract's. */
  public enum HeaderRule {
    /** The same names in the same order. */
    EXACT,
    /** The same names in any order; blanks and the width of brackets do not count. */
    BY_NAME
  }

  /**
   * Where in a workbook the records stand.
   *
   * @param sheet name or glob of the sheets; empty for the only visible one
   * @param headerRows rows of the header, 1 or 2
   * @param headerStart the header's first row, from 1; empty to look for it
   * @param unitNote pattern that a cell above the data must match; empty to ask for none
   * @param skipRows patterns of first cells whose rows are no records, such as totals
   */
  public record SheetLayout(
      Optional<String> sheet,
      int headerRows,
      Optional<Integer> headerStart,
      Optional<Pattern> unitNote,
      List<Pattern> skipRows) {
    /** The only visible sheet, with a header of one row that is looked for. */
    public static final SheetLayout FOUND =
        new SheetLayout(Optional.empty(), 1, Optional.empty(), Optional.empty(), List.of());

    public SheetLayout {
      skipRows = List.copyOf(skipRows);
    }
  }

  /**
   * How a record says that its key has ended.
   *
   * @param column property name of the column that says it
   * @param ended the values that mean an end
   */
  public record StatusFlag(String column, List<String> ended) {
    public StatusFlag {
      ended = List.copyOf(ended);
    }

    /** Whether a record of these values ends its key. */
    public boolean ends(Map<String, ? extends @Nullable Object> values) {
      Object value = values.get(column);
      return value != null && ended.contains(value.toString());
    }
  }

  /** How full-width digits and signs in numbers, dates and booleans are taken. */
  public enum Width {
    /** They are refused. */
    KEEP,
    /** They are read as ASCII. */
    FOLD
  }

  /** What absence from a delivery means. */
  public enum Delivery {
    /** Every valid key is in every delivery; an absent key has ended. */
    FULL,
    /** Only what changed. */
    INCREMENT,
    /** What changed, ends marked in a column. */
    STATUS_FLAG
  }

  /**
   * Wide columns that become one record each. The raw table then has, after the other columns,
   * {@code variable} (the wide column's property name) and {@code value} (its text as a decimal).
   *
   * @param columns property names of the wide columns, all of the same type
   */
  public record Unpivot(List<String> columns) {
    public Unpivot {
      columns = List.copyOf(columns);
    }
  }

  /** Whether its deliveries are replayed through a streaming job and not loaded in batch. */
  public boolean replayed() {
    return stream.filter(s -> s.job().equals(StreamDeclaration.SENSOR_READINGS)).isPresent();
  }
}
