package org.citylake.entities.linkage.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.citylake.entities.linkage.comparison.Level;
import org.citylake.entities.linkage.comparison.Measure;
import org.citylake.entities.linkage.comparison.PairComparison;
import org.citylake.entities.linkage.comparison.TextForm;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.ValueColumn;

/** Proposes from the data which columns are compared, and how. */
public final class DeclarationProposal {
  private static final double SHARED = 0.1;
  private static final double CROSSED = 0.92;
  private static final int SAMPLE = 5000;

  private DeclarationProposal() {}

  /**
   * The proposal for a table; columns without a value, with a single one, and those beyond the
   * number that can be compared are left out, the ones with most values first kept. Where no column
   * has two values, those with a single one are proposed.
   */
  public static LinkageDeclaration of(RecordTable table) {
    Map<ValueColumn, ColumnKind> kinds = new LinkedHashMap<>();
    boolean varies = table.columns().stream().anyMatch(c -> c.values().size() > 1);
    table.columns().stream()
        .filter(c -> c.values().size() > (varies ? 1 : 0))
        .sorted(Comparator.comparingInt((ValueColumn c) -> -c.values().size()))
        .limit(PairComparison.MOST_FIELDS)
        .forEach(c -> kinds.put(c, new KindGuess(c).kind()));
    List<FieldDeclaration> fields = new ArrayList<>();
    for (ValueColumn column : table.columns()) {
      ColumnKind kind = kinds.get(column);
      if (kind != null) {
        fields.add(new FieldDeclaration(column.name(), kind, levels(column, kind, kinds)));
      }
    }
    return new LinkageDeclaration(fields, List.of(), OptionalDouble.empty());
  }

  /** The kind's levels, and one for values exchanged with the column that shares most of them. */
  private static List<Level> levels(
      ValueColumn column, ColumnKind kind, Map<ValueColumn, ColumnKind> kinds) {
    List<Level> levels = new ArrayList<>(kind.levels());
    if (kind == ColumnKind.NAME || kind == ColumnKind.PHRASE) {
      Set<String> mine = sample(column);
      kinds.entrySet().stream()
          .filter(e -> e.getValue() == kind && e.getKey() != column)
          .filter(e -> shared(mine, sample(e.getKey())) >= SHARED)
          .max(Comparator.comparingDouble(e -> shared(mine, sample(e.getKey()))))
          .ifPresent(e -> levels.add(2, Level.with(Measure.CROSSED, CROSSED, e.getKey().name())));
    }
    return levels;
  }

  private static Set<String> sample(ValueColumn column) {
    Set<String> sample = new HashSet<>();
    column.values().stream().limit(SAMPLE).map(TextForm::normalise).forEach(sample::add);
    return sample;
  }

  private static double shared(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return (double) both / Math.min(a.size(), b.size());
  }
}
