package org.citylake.entities.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.citylake.entities.linkage.blocking.Blocking;
import org.citylake.entities.linkage.blocking.BlockingKey;
import org.citylake.entities.linkage.blocking.ComparedPairs;
import org.citylake.entities.linkage.blocking.KeyForm;
import org.citylake.entities.linkage.blocking.KeyProposal;
import org.citylake.entities.linkage.blocking.RecallEstimate;
import org.citylake.entities.linkage.clustering.Agglomeration;
import org.citylake.entities.linkage.clustering.Edges;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.comparison.FieldComparison;
import org.citylake.entities.linkage.comparison.PairComparison;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;
import org.citylake.entities.linkage.estimation.ExpectationMaximisation;
import org.citylake.entities.linkage.estimation.LinkageModel;
import org.citylake.entities.linkage.estimation.PairWeights;
import org.citylake.entities.linkage.estimation.PatternCounts;
import org.citylake.entities.linkage.estimation.Threshold;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.ValueColumn;

/** Links the records of a table: blocks, compares, learns, weighs, clusters. */
public final class LinkageEngine {
  private static final int ALL_PAIRS_ROWS = 2500;
  private static final int COSTED_ROWS = 20_000;
  private static final int PILOT_ROWS = 200_000;
  private static final long PILOT_PAIRS = 1_500_000;
  private static final int PILOT_MATCHES = 20_000;
  private static final int RANDOM_PAIRS = 500_000;
  private static final long LEAST_BUDGET = 4_000_000;
  private static final int PAIRS_PER_ROW = 8;
  private static final int UNMATCHED_ROWS = 1600;
  private static final int MANY_IDENTICAL = 1000;
  private static final double SURE = 5;

  private final RecordTable table;
  private final LinkageDeclaration declaration;
  private final Consumer<String> progress;
  private final Units units;
  private final List<ComparedColumn> columns;
  private final PairComparison comparison;
  private final List<boolean[]> rightNumbers;
  private final List<String> warnings = new ArrayList<>();

  private LinkageEngine(
      RecordTable table, LinkageDeclaration declaration, Consumer<String> progress) {
    this.table = table;
    this.declaration = declaration;
    this.progress = progress;
    List<ComparedColumn> ofRecords = new ArrayList<>();
    for (FieldDeclaration field : declaration.fields()) {
      ofRecords.add(ComparedColumn.of(column(field.column()), field.kind()::form));
    }
    this.units = Units.of(table, ofRecords);
    int[] first = units.firstRecords();
    this.columns = ofRecords.stream().map(c -> c.select(first)).toList();
    this.comparison = comparison(columns, first);
    this.rightNumbers = rightNumbers();
  }

  /**
   * Links.
   *
   * @param progress is told what goes on
   */
  public static LinkageResult link(
      RecordTable table, LinkageDeclaration declaration, Consumer<String> progress) {
    return new LinkageEngine(table, declaration, progress).link();
  }

  private ValueColumn column(String name) {
    return table.columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No column " + name));
  }

  private PairComparison comparison(List<ComparedColumn> compared, int[] records) {
    Map<String, ComparedColumn> byName = new LinkedHashMap<>();
    compared.forEach(c -> byName.put(c.name(), c));
    List<FieldComparison> fields = new ArrayList<>();
    for (int f = 0; f < compared.size(); f++) {
      fields.add(FieldComparison.of(compared.get(f), declaration.fields().get(f).levels(), byName));
    }
    return new PairComparison(fields, Arrays.stream(records).map(table::source).toArray());
  }

  private List<boolean[]> rightNumbers() {
    List<boolean[]> right = new ArrayList<>();
    for (int f = 0; f < columns.size(); f++) {
      ComparedColumn column = columns.get(f);
      boolean[] ofField =
          declaration
              .fields()
              .get(f)
              .kind()
              .identifier()
              .map(
                  identifier -> {
                    boolean[] ofValue = new boolean[column.values().size()];
                    for (int v = 0; v < ofValue.length; v++) {
                      ofValue[v] =
                          identifier
                              .read(column.values().get(v), java.time.LocalDate.MAX)
                              .right()
                              .isPresent();
                    }
                    return ofValue;
                  })
              .orElse(new boolean[0]);
      right.add(ofField);
    }
    return right;
  }

  private LinkageResult link() {
    int rows = units.count();
    progress.accept(table.size() + " records, " + rows + " of them different");
    PatternCounts random =
        rows < 2
            ? PatternCounts.of(LongStream.empty())
            : PatternCounts.ofRandomPairs(comparison, rows, RANDOM_PAIRS);
    long budget = Math.max(LEAST_BUDGET, (long) PAIRS_PER_ROW * rows);
    Blocking blocking = blocking(rows, budget, random);
    progress.accept("Blocking by " + blocking.keys().stream().map(BlockingKey::text).toList());
    ComparedPairs pairs = blocking.compare(comparison);
    progress.accept(pairs.size() + " pairs compared");
    LinkageModel model = fit(pairs, random);
    PairWeights weights = new PairWeights(model, comparison, rightNumbers);
    warnOfBlocks(blocking);
    warnOfNumbers(pairs, weights);
    double[] weighed = weigh(pairs, weights);
    Threshold threshold = threshold(weighed, weights);
    int[] clusters = cluster(pairs, weighed, weights, threshold.weight(), rows);
    int[] open = unmatched(clusters, rows);
    if (!blocking.keys().contains(BlockingKey.ALL) && open.length > 1) {
      ComparedPairs further = further(open);
      progress.accept(further.size() + " pairs of " + open.length + " unmatched records compared");
      pairs = pairs.and(further);
      weighed = weigh(pairs, weights);
      clusters = cluster(pairs, weighed, weights, threshold.weight(), rows);
    }
    boolean[] identicalMatch = identicalMatch(weights, threshold.weight());
    return new LinkageResult(
        table,
        declaration,
        units,
        blocking,
        pairs,
        weighed,
        weights,
        threshold,
        identicalMatch,
        clusters,
        recall(blocking, pairs, clusters),
        warnings);
  }

  private void warnOfBlocks(Blocking blocking) {
    for (int k = 0; k < blocking.keys().size(); k++) {
      if (blocking.cutRows(k) > 0) {
        warnings.add(
            blocking.cutRows(k)
                + " records stood in blocks of '"
                + blocking.keys().get(k).text()
                + "' that were too large; of those only neighbours by their other values were"
                + " compared by this key");
      }
    }
    if (blocking.keys().isEmpty()) {
      warnings.add("No blocking key could be found: nothing was compared");
    }
  }

  private void warnOfNumbers(ComparedPairs pairs, PairWeights weights) {
    int contradicted = 0;
    for (int p = 0; p < pairs.size(); p++) {
      contradicted += weights.contradicted(pairs.left(p), pairs.right(p), pairs.pattern(p)) ? 1 : 0;
    }
    if (contradicted > 0) {
      warnings.add(
          contradicted
              + " pairs share a right identifier while everything else speaks against a match:"
              + " they were not matched");
    }
  }

  private boolean[] identicalMatch(PairWeights weights, double threshold) {
    IdenticalRecords identical = new IdenticalRecords(declaration.fields(), columns);
    boolean[] match = new boolean[units.count()];
    for (int u = 0; u < match.length; u++) {
      match[u] = units.size(u) > 1 && (identical.sayEnough(u) || weights.weight(u, u) > threshold);
      if (units.size(u) >= MANY_IDENTICAL) {
        warnings.add(
            units.size(u)
                + " records are equal in all compared columns: they are taken for "
                + (match[u] ? "one entity" : "as many entities, because they say too little"));
      }
    }
    return match;
  }

  private static double recall(Blocking blocking, ComparedPairs pairs, int[] clusters) {
    if (blocking.keys().contains(BlockingKey.ALL)) {
      return 1;
    }
    RecallEstimate estimate = new RecallEstimate();
    for (int p = 0; p < pairs.size(); p++) {
      int left = pairs.left(p);
      int right = pairs.right(p);
      if (clusters[left] == clusters[right]) {
        estimate.add(blocking.keysPairing(left, right));
      }
    }
    return estimate.recall();
  }

  private int[] unmatched(int[] clusters, int rows) {
    int[] sizes = new int[rows];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    int[] open = IntStream.range(0, rows).filter(r -> sizes[clusters[r]] == 1).toArray();
    return open.length > UNMATCHED_ROWS ? new int[0] : open;
  }

  private ComparedPairs further(int[] open) {
    return Blocking.compareAll(open, comparison);
  }

  private int[] cluster(
      ComparedPairs pairs, double[] weighed, PairWeights weights, double threshold, int rows) {
    return Agglomeration.cluster(Edges.above(pairs, weighed, threshold), weights, threshold, rows);
  }

  private Threshold threshold(double[] weighed, PairWeights weights) {
    OptionalDouble given = declaration.threshold();
    Threshold chosen =
        Threshold.choose(DoubleStream.concat(Arrays.stream(weighed), identical(weights)));
    if (given.isPresent()) {
      double p = given.getAsDouble();
      return new Threshold(
          Math.log(p / (1 - p)) / Math.log(2), chosen.expectedF1(), chosen.expectedMatches());
    }
    return chosen;
  }

  private DoubleStream identical(PairWeights weights) {
    return IntStream.range(0, units.count())
        .filter(u -> units.size(u) > 1)
        .mapToObj(u -> DoubleStream.generate(() -> weights.weight(u, u)).limit(units.size(u) - 1))
        .flatMapToDouble(s -> s);
  }

  private double[] weigh(ComparedPairs pairs, PairWeights weights) {
    double[] weighed = new double[pairs.size()];
    IntStream.range(0, pairs.size())
        .parallel()
        .forEach(p -> weighed[p] = weights.weight(pairs.left(p), pairs.right(p), pairs.pattern(p)));
    return weighed;
  }

  private LinkageModel fit(ComparedPairs pairs, PatternCounts random) {
    LongStream identical =
        IntStream.range(0, units.count())
            .filter(u -> units.size(u) > 1)
            .mapToObj(
                u -> {
                  long pattern = comparison.equalPattern(u);
                  return LongStream.generate(() -> pattern).limit(units.size(u) - 1L);
                })
            .flatMapToLong(s -> s);
    return ExpectationMaximisation.fit(
        comparison.fields().stream().map(FieldComparison::differing).toList(),
        PatternCounts.of(pairs, identical),
        random,
        pairsByType(1));
  }

  private long[] pairsByType(double share) {
    long[] sizes = new long[table.sources().size()];
    for (int r = 0; r < table.size(); r++) {
      sizes[table.source(r)]++;
    }
    double all = 0;
    double within = 0;
    for (long size : sizes) {
      double part = size * share;
      all += part;
      within += part * (part - 1) / 2;
    }
    return new long[] {(long) within, (long) (all * (all - 1) / 2 - within)};
  }

  private Blocking blocking(int rows, long budget, PatternCounts random) {
    if (!declaration.blocking().isEmpty()) {
      long each = budget * 4 / declaration.blocking().size();
      return Blocking.of(
          declaration.blocking(),
          columns,
          rows,
          Collections.nCopies(declaration.blocking().size(), each));
    }
    if (rows <= ALL_PAIRS_ROWS) {
      return Blocking.of(List.of(BlockingKey.ALL), columns, rows, List.of(Long.MAX_VALUE));
    }
    Map<ComparedColumn, List<KeyForm>> forms = new LinkedHashMap<>();
    for (int f = 0; f < columns.size(); f++) {
      forms.put(columns.get(f), declaration.fields().get(f).kind().keyForms());
    }
    KeyProposal proposal = KeyProposal.of(forms, Math.min(rows, COSTED_ROWS), rows, budget / 2);
    List<BlockingKey> keys =
        proposal.isEmpty() ? List.of() : chosen(proposal, rows, budget, random);
    List<Long> most = new ArrayList<>();
    keys.forEach(k -> most.add(Math.max(2L * rows, 4 * proposal.cost(k))));
    return Blocking.of(keys, columns, rows, most);
  }

  private List<BlockingKey> chosen(
      KeyProposal proposal, int rows, long budget, PatternCounts random) {
    int pilotRows = Math.min(rows, PILOT_ROWS);
    double share = (double) pilotRows / rows;
    List<BlockingKey> cheap = proposal.first(PILOT_PAIRS / share / share);
    int[] pilot = IntStream.range(0, pilotRows).toArray();
    List<ComparedColumn> pilotColumns =
        pilotRows == rows ? columns : columns.stream().map(c -> c.select(pilot)).toList();
    Blocking blocking =
        Blocking.of(cheap, pilotColumns, pilotRows, Collections.nCopies(cheap.size(), PILOT_PAIRS));
    ComparedPairs pairs = blocking.compare(comparison);
    progress.accept("Pilot of " + pairs.size() + " pairs by " + cheap.size() + " keys");
    LinkageModel model =
        ExpectationMaximisation.fit(
            comparison.fields().stream().map(FieldComparison::differing).toList(),
            PatternCounts.of(pairs, LongStream.empty()),
            random,
            pairsByType(share));
    PairWeights weights = new PairWeights(model, comparison, rightNumbers);
    double[] weighed = weigh(pairs, weights);
    int[] matches =
        IntStream.range(0, pairs.size())
            .filter(p -> weighed[p] > SURE)
            .limit(PILOT_MATCHES)
            .toArray();
    if (matches.length == 0) {
      return proposal.first(budget);
    }
    return proposal.best(
        KeyProposal.found(
            proposal.all(),
            pilotColumns,
            pilotRows,
            Arrays.stream(matches).map(pairs::left).toArray(),
            Arrays.stream(matches).map(pairs::right).toArray()),
        budget,
        rows);
  }
}
