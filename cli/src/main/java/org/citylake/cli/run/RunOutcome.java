package org.citylake.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;

/** What the steps found and made; filled step by step. Not safe for several threads. */
public final class RunOutcome {
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Long> peakMemory = new LinkedHashMap<>();
  private final Map<String, Long> inputs = new TreeMap<>();
  private final List<LoadEntry> loads = new ArrayList<>();
  private final List<Path> exports = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Figures figures = new Figures(0, List.of());
  private String fingerprint = "";
  private boolean computed;
  private @Nullable Release release;
  private @Nullable Path pageStore;

  /**
   * How many figures there are.
   *
   * @param indicators indicators with at least one value
   * @param indexes editions with their scored units
   */
  public record Figures(long indicators, List<Edition> indexes) {
    public Figures {
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * An edition.
   *
   * @param edition {@code index/edition}
   * @param model whether it is a model of ours and no official index
   * @param units how many of its units have a score
   * @param periods in how many periods
   * @param weightImputed mean share of their weight that rests on imputed values, 0..1; null when
   *     no unit has a score
   * @param weightSynthetic the same of synthetic values
   */
  public record Edition(
      String edition,
      boolean model,
      long units,
      long periods,
      @Nullable Double weightImputed,
      @Nullable Double weightSynthetic) {}

  /** Seconds by step, in order. */
  public Map<String, Double> seconds() {
    return seconds;
  }

  /** Bytes by child process. */
  public Map<String, Long> peakMemory() {
    return peakMemory;
  }

  /** Raw and streamed tables to the snapshots that figures are computed from. */
  public Map<String, Long> inputs() {
    return inputs;
  }

  /** Every finished load. */
  public List<LoadEntry> loads() {
    return loads;
  }

  /** Folders of finished exports. */
  public List<Path> exports() {
    return exports;
  }

  /** What a person should know. */
  public List<String> warnings() {
    return warnings;
  }

  /** How many figures there are. */
  public Figures figures() {
    return figures;
  }

  /** Hash of code version, declarations and inputs. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Whether the figures were computed anew. */
  public boolean computed() {
    return computed;
  }

  /** The release of this run, once there is one. */
  public Optional<Release> release() {
    return Optional.ofNullable(release);
  }

  /** What the page shows, compiled. */
  public Optional<Path> pageStore() {
    return Optional.ofNullable(pageStore);
  }

  void fingerprint(String hash) {
    this.fingerprint = hash;
  }

  void figures(Figures found) {
    this.figures = found;
  }

  void markComputed() {
    this.computed = true;
  }

  void release(Release made) {
    this.release = made;
  }

  void pageStore(Path folder) {
    this.pageStore = folder;
  }

  void recordMemory(String child, long bytes) {
    peakMemory.merge(child, bytes, Math::max);
  }
}
