package org.citylake.ingestion.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * A file of clean rows of a source and behind them one row for each way in which its own contract
 * can be broken.
 */
final class RowDefects {
  /** A text that no number, day or truth value is written as. */
  static final String NO_VALUE = "坏值";

  private final Extract extract;
  private final SourceDeclaration source;
  private final Charset charset;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<Long, String> rules = new LinkedHashMap<>();
  private int next;
  private long line;

  /**
   * Writes the file.
   *
   * @param clean how many rows at its head stay as they are
   */
  RowDefects(Extract extract, int clean) {
    this.extract = extract;
    this.source = extract.source();
    this.charset = Extract.charset(source.format().encoding());
    this.next = clean;
    byte[] head = extract.part(0, clean).csv();
    bytes.writeBytes(head);
    for (byte b : head) {
      line += b == '\n' ? 1 : 0;
    }
    List<ContractProperty> columns = source.contract().properties();
    add("ragged", text(row()) + delimiter() + "x");
    if (columns.size() > 1) {
      List<String> cells = row();
      add("ragged", text(cells.subList(0, cells.size() - 1)));
    }
    typed(p -> true).ifPresent(p -> add("type", text(with(row(), p, NO_VALUE))));
    mendable().ifPresent(p -> add("type", text(with(row(), p, NO_VALUE))));
    first(p -> p.required() || p.primaryKeyPosition() > 0)
        .ifPresent(p -> add("required", text(with(row(), p, ""))));
    first(p -> p.type() == LogicalType.STRING && !wide(p))
        .ifPresent(
            p -> {
              add("control-character", text(with(row(), p, "a\u0000b")));
              add("control-character", text(with(row(), p, "\uFFFD")), "encoding");
              add("length", text(with(row(), p, "长".repeat(10_000))));
            });
    addWrongByte();
    // Behind it nothing stands: in a contract with multiline a quote may stay open over lines.
    List<String> cells = row();
    add("malformed", "\"" + text(cells));
  }

  /** The file. */
  byte[] file() {
    return bytes.toByteArray();
  }

  /** Line to the rules that may refuse it, joined by bars. */
  Map<Long, String> rules() {
    return rules;
  }

  /** A typed column that may be missing, so that a contract can take its defect for no value. */
  Optional<ContractProperty> mendable() {
    return typed(p -> !p.required() && p.primaryKeyPosition() == 0)
        .filter(p -> source.contract().quality().isEmpty());
  }

  private Optional<ContractProperty> typed(java.util.function.Predicate<ContractProperty> also) {
    return first(p -> p.type() != LogicalType.STRING && !wide(p) && also.test(p));
  }

  private Optional<ContractProperty> first(java.util.function.Predicate<ContractProperty> wanted) {
    return source.contract().properties().stream().filter(wanted).findFirst();
  }

  private boolean wide(ContractProperty property) {
    return source.format().unpivot().filter(u -> u.columns().contains(property.name())).isPresent();
  }

  private List<String> row() {
    return extract.rows().get(next++ % extract.rows().size());
  }

  private List<String> with(List<String> row, ContractProperty property, String text) {
    List<String> cells = new ArrayList<>(row);
    cells.set(source.contract().properties().indexOf(property), text);
    return cells;
  }

  private String delimiter() {
    return String.valueOf(source.format().delimiter());
  }

  private String text(List<String> cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      boolean plain = !cell.contains(delimiter()) && !cell.contains("\"") && !cell.contains("\n");
      quoted.add(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    return String.join(delimiter(), quoted);
  }

  private void add(String rule, String text) {
    add(rule, text, "");
  }

  private void add(String rule, String text, String or) {
    line++;
    rules.put(line, or.isEmpty() ? rule : rule + "|" + or);
    bytes.writeBytes((text + "\n").getBytes(charset));
    line += text.chars().filter(c -> c == '\n').count();
  }

  /** 0xFF is in no text of UTF-8, GBK or GB18030. */
  private void addWrongByte() {
    line++;
    rules.put(line, "encoding");
    bytes.writeBytes(text(row()).replace("\n", " ").getBytes(charset));
    bytes.write(0xFF);
    bytes.write('\n');
  }
}
