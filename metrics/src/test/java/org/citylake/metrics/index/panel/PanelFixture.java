package org.citylake.metrics.index.panel;

import java.util.List;
import java.util.TreeSet;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.CompiledEdition;

/** Makes panels of tables of texts, as a panel file holds them. */
public final class PanelFixture {
  private PanelFixture() {}

  /** A wide panel: unit, period and a column per variable or group. */
  public static Panel of(
      CompiledEdition compiled, List<String> header, List<List<String>> lines) {
    int period = header.indexOf("period");
    Problems problems = new Problems();
    Rows rows =
        Rows.of(lines.stream().map(l -> key(l, period)).toList());
    PanelBuilder builder = new PanelBuilder("panel", rows, problems);
    TreeSet<String> variables = new TreeSet<>(compiled.variables());
    for (List<String> line : lines) {
      for (int i = 0; i < header.size(); i++) {
        if (variables.contains(header.get(i))) {
          builder.value(key(line, period), header.get(i), line.get(i), "", 0);
        } else if (compiled.edition().groupColumns().contains(header.get(i))) {
          builder.group(key(line, period), header.get(i), line.get(i));
        }
      }
    }
    Panel panel = builder.build();
    problems.throwIfAny("test");
    return panel;
  }

  private static Rows.Key key(List<String> line, int period) {
    return new Rows.Key(line.get(0), period < 0 ? "" : line.get(period));
  }
}
