package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * One panel that is scored by several editions, or by many variants of one. What a stage gives
 * depends on the panel, the indicators and the steps up to it only; where these are equal, it is
 * computed once and kept as long as there is room for it. Safe for several threads.
 */
public final class PanelStages {
  private static final int CELL_BYTES = Double.BYTES + 1;

  private final Panel panel;
  private final long roomBytes;
  private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Basis, Integer> bases = new HashMap<>();
  private volatile @Nullable Seen seen;
  private long bytes;

  private record Kept(Object value, long bytes) {}

  /** What the indicators hang on, beside the panel and the steps. */
  private record Basis(
      List<String> units,
      Optional<String> dataPeriod,
      boolean acceptsSynthetic,
      Map<String, List<String>> peerGroups,
      List<Leaf> leaves) {}

  /** The basis of the edition that was seen last, which mostly is that of the next one too. */
  private record Seen(EditionDeclaration edition, Basis basis, int number) {}

  private record StageKey(int basis, List<Object> steps) {}

  /** A panel, with a quarter of the heap to keep stages in. */
  public PanelStages(Panel panel) {
    this(panel, Runtime.getRuntime().maxMemory() / 4);
  }

  PanelStages(Panel panel, long roomBytes) {
    this.panel = panel;
    this.roomBytes = roomBytes;
  }

  /** The panel as it was given. */
  public Panel panel() {
    return panel;
  }

  /**
   * Carries the panel through an edition up to normalisation.
   *
   * @param problems takes what is wrong with the panel: an unknown unit or indicator, a constant
   *     column under min-max
   * @return empty after a problem
   */
  public Optional<PreparedEdition> prepare(CompiledEdition compiled, Problems problems) {
    int before = problems.all().size();
    IndexEngine.checkUnits(compiled.edition(), panel, problems);
    IndexEngine.checkCodes(compiled, panel, problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    Panel aligned = aligned(compiled);
    Scoring scoring = new Scoring(compiled, aligned, problems);
    Seen basis = basis(compiled, scoring);
    StepContext context =
        new StepContext(compiled.edition(), basis.basis().leaves(), aligned, problems);
    List<Object> steps = new ArrayList<>();
    List<Column> columns = scoring.raw();
    List<StageColumns> stages = new ArrayList<>(List.of(new StageColumns(Stage.RAW, columns)));
    List<Column> provenance = columns;
    boolean treated = false;
    for (CompiledEdition.StagedStep step : compiled.dataSteps()) {
      steps.add(step.step());
      List<Column> from = columns;
      columns =
          stage(basis.number(), problems, steps, from, () -> step.step().apply(from, context))
              .columns();
      stages.add(new StageColumns(step.stage(), columns));
      treated |= step.stage() == Stage.TREATED;
      provenance = treated ? provenance : columns;
    }
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    List<Column> last = columns;
    steps.add(compiled.normalisations());
    columns =
        stage(basis.number(), problems, steps, last, () -> scoring.normalise(last, context))
            .columns();
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    stages.add(new StageColumns(Stage.NORMALISED, columns));
    return Optional.of(new PreparedEdition(compiled, aligned, stages, provenance));
  }

  /**
   * Scores the panel.
   *
   * @throws CityLakeException of kind DATA that lists all that is wrong with the panel
   */
  public IndexResult score(CompiledEdition compiled) {
    Problems problems = new Problems();
    String what = "Cannot score this panel by the edition " + compiled.edition().id();
    Optional<PreparedEdition> prepared = prepare(compiled, problems);
    problems.throwIfAny(what);
    Optional<IndexResult> result =
        prepared.orElseThrow().findResult(DrawnWeights.NOMINAL, problems);
    problems.throwIfAny(what);
    return result.orElseThrow();
  }

  private record Columns(List<Column> columns) {}

  /** Bases that are equal have one number, so that keys of stages compare quickly. */
  private Seen basis(CompiledEdition compiled, Scoring scoring) {
    EditionDeclaration edition = compiled.edition();
    Seen last = seen;
    if (last != null
        && last.edition().nodes() == edition.nodes()
        && last.edition().units() == edition.units()
        && last.edition().peerGroups().equals(edition.peerGroups())
        && last.edition().dataPeriod().equals(edition.dataPeriod())
        && last.edition().acceptsSynthetic() == edition.acceptsSynthetic()) {
      return last;
    }
    Basis basis =
        new Basis(
            edition.units(),
            edition.dataPeriod(),
            edition.acceptsSynthetic(),
            edition.peerGroups(),
            scoring.leaves());
    synchronized (this) {
      Integer number = bases.get(basis);
      int known = number == null ? bases.size() : number;
      bases.put(basis, known);
      Seen found = new Seen(edition, basis, known);
      seen = found;
      return found;
    }
  }

  private Columns stage(
      int basis,
      Problems problems,
      List<Object> steps,
      List<Column> from,
      Supplier<List<Column>> step) {
    StageKey key = new StageKey(basis, List.copyOf(steps));
    int before = problems.all().size();
    Optional<Columns> known = find(key, Columns.class);
    if (known.isPresent()) {
      return known.get();
    }
    Columns made = new Columns(List.copyOf(step.get()));
    // A stage that failed has to fail again, in its own words.
    return problems.all().size() > before ? made : keep(key, made, bytes(made, from));
  }

  private static long bytes(Columns made, List<Column> from) {
    long cells = 0;
    for (int i = 0; i < from.size(); i++) {
      cells += made.columns().get(i) == from.get(i) ? 0 : from.get(i).size();
    }
    return cells * CELL_BYTES;
  }

  private Panel aligned(CompiledEdition compiled) {
    EditionDeclaration edition = compiled.edition();
    Object key = List.of(edition.units(), edition.dataPeriod(), edition.acceptsSynthetic());
    return find(key, Panel.class)
        .orElseGet(() -> keep(key, IndexEngine.aligned(compiled, panel), 0));
  }

  private synchronized <T> Optional<T> find(Object key, Class<T> type) {
    return Optional.ofNullable(kept.get(key)).map(k -> type.cast(k.value()));
  }

  private synchronized <T> T keep(Object key, T value, long size) {
    Kept before = kept.put(key, new Kept(value, size));
    bytes += size - (before == null ? 0 : before.bytes());
    Iterator<Map.Entry<Object, Kept>> oldest = kept.entrySet().iterator();
    while (bytes > roomBytes && kept.size() > 1 && oldest.hasNext()) {
      Map.Entry<Object, Kept> entry = oldest.next();
      if (!entry.getKey().equals(key)) {
        bytes -= entry.getValue().bytes();
        oldest.remove();
      }
    }
    return value;
  }
}
