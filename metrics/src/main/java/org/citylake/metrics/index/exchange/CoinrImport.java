package org.citylake.metrics.index.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.NumberText;

/**
 * Makes an edition and a panel of COINr's two tables: iData (unit by indicator, with denominators
 * and groups, and Time for several periods) and iMeta (the tree and what is said of each column).
 *
 * <p>Source: COINr 1.1.14, new_coin, check_iData, check_iMeta.
 */
public final class CoinrImport {
  private static final Set<String> OWN = Set.of("uCode", "uName", "Time");

  private final CoinrTable data;
  private final Problems problems = new Problems();

  private CoinrImport(CoinrTable data) {
    this.data = data;
  }

  /**
   * What an import gives.
   *
   * @param document content of index.yaml
   * @param header columns of the panel
   * @param lines lines of the panel
   * @param unused columns of iData that iMeta does not know
   */
  public record Imported(
      ObjectNode document, List<String> header, List<List<String>> lines, List<String> unused) {
    public Imported {
      header = List.copyOf(header);
      lines = List.copyOf(lines);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Imports two tables.
   *
   * @param index code of the index; empty for one made of the top's code
   * @param edition code of the edition
   * @param year the year that the edition bears
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem with its line
   */
  public static Imported of(
      CoinrTable data, CoinrTable meta, String index, String edition, int year) {
    return new CoinrImport(data).read(meta, index, edition, year);
  }

  private Imported read(CoinrTable metaTable, String index, String edition, int year) {
    CoinrMeta meta = CoinrMeta.read(metaTable, problems);
    problems.throwIfAny("Cannot import " + metaTable.name());
    List<CoinrNode> groups = meta.of("Group");
    List<CoinrNode> numbers =
        Stream.concat(meta.of("Denominator").stream(), meta.of("Indicator").stream()).toList();
    checkColumns(meta, groups, numbers);
    problems.throwIfAny("Cannot import " + data.name());
    boolean time = data.has("Time");
    List<String> header = new ArrayList<>(time ? List.of("unit", "period") : List.of("unit"));
    groups.forEach(g -> header.add(g.code()));
    numbers.forEach(n -> header.add(n.code()));
    List<List<String>> lines = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    Set<String> periods = new HashSet<>();
    for (CoinrTable.Line line : data.lines()) {
      String unit = line.find("uCode").orElse("");
      String period = line.find("Time").orElse("");
      periods.add(period);
      if (unit.isEmpty()) {
        problem(line, "unit-empty", "uCode", "The line names no unit");
      }
      if (!keys.add(List.of(unit, period))) {
        problem(line, "unit-twice", (unit + " " + period).strip(), "iData has this unit twice");
      }
      lines.add(cells(line, unit, period, time, groups, numbers));
    }
    problems.throwIfAny("Cannot import " + data.name());
    String name =
        index.isEmpty()
            ? CoinrEdition.identifier(
                meta.tree().stream()
                    .filter(n -> n.level() == meta.highest())
                    .map(CoinrNode::code)
                    .findFirst()
                    .orElse("index"))
            : index;
    return new Imported(
        new CoinrEdition(meta, periods.size() > 1, year).document(name, edition),
        header,
        lines,
        unused(groups, numbers, meta));
  }

  private List<String> cells(
      CoinrTable.Line line,
      String unit,
      String period,
      boolean time,
      List<CoinrNode> groups,
      List<CoinrNode> numbers) {
    List<String> cells = new ArrayList<>(time ? List.of(unit, period) : List.of(unit));
    groups.forEach(g -> cells.add(line.find(g.code()).orElse("")));
    for (CoinrNode node : numbers) {
      String text = line.find(node.code()).orElse("");
      if (!text.isEmpty() && NumberText.find(text).isEmpty()) {
        problem(line, "not-a-number", node.code() + " = " + text, "The cell has to be a number");
      }
      cells.add(text);
    }
    return cells;
  }

  private void checkColumns(CoinrMeta meta, List<CoinrNode> groups, List<CoinrNode> numbers) {
    if (!data.has("uCode")) {
      problems.add(
          data.name(),
          1,
          "column-missing",
          "uCode",
          "iData needs the column 'uCode'" + NearestName.hint("uCode", data.header()));
    }
    Stream.concat(groups.stream(), numbers.stream())
        .filter(node -> !data.has(node.code()))
        .forEach(
            node ->
                problems.add(
                    data.name(),
                    1,
                    "column-missing",
                    node.code(),
                    "iMeta names this column and iData lacks it"
                        + NearestName.hint(node.code(), data.header())));
    for (CoinrNode node : meta.of("Aggregate")) {
      if (data.has(node.code())) {
        problems.add(
            data.name(), 1, "aggregate-given", node.code(), "An aggregate is computed, not given");
      }
    }
    List<String> known = meta.of("Denominator").stream().map(CoinrNode::code).toList();
    for (CoinrNode node : meta.of("Indicator")) {
      node.text("Denominator")
          .filter(code -> !known.contains(code))
          .ifPresent(
              code ->
                  node.problem(
                      "denominator-missing",
                      code,
                      "iMeta has no line of type Denominator with this code"
                          + NearestName.hint(code, known)));
    }
  }

  private List<String> unused(List<CoinrNode> groups, List<CoinrNode> numbers, CoinrMeta meta) {
    Set<String> used = new HashSet<>(OWN);
    groups.forEach(g -> used.add(g.code()));
    numbers.forEach(n -> used.add(n.code()));
    meta.of("Other").forEach(n -> used.add(n.code()));
    return data.header().stream().filter(h -> !h.isEmpty() && !used.contains(h)).toList();
  }

  private void problem(CoinrTable.Line line, String rule, String value, String message) {
    data.problem(line, problems, rule, value, message);
  }
}
