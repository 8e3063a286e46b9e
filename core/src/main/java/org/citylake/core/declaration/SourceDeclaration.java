package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.contract.DataContract;

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
    String contentHash) {

  /**
   * How a delivered file is written, from the contract's custom key {@code format}.
   *
   * @param type {@code csv}
   * @param encoding {@code UTF-8}, {@code GB18030-2000}, {@code GB18030-2022} or {@code GBK}
   * @param delimiter one character
   * @param missingValues texts that mean "no value", besides the empty text
   * @param multiline whether a quoted value may hold line breaks
   * @param delivery full, increment or status-flag
   * @param unpivot wide columns that become one record each; empty when the file is long
   */
  public record FileFormat(
      String type,
      String encoding,
      char delimiter,
      List<String> missingValues,
      boolean multiline,
      Delivery delivery,
      Optional<Unpivot> unpivot) {
    public FileFormat {
      missingValues = List.copyOf(missingValues);
    }
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
}
