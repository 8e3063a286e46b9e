package org.citylake.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.run.RunOutcome.Edition;
import org.citylake.ingestion.load.LoadEntry;
import org.jspecify.annotations.Nullable;

/** The end of a run, for people and for machines (docs/adr/0010). */
public final class RunSummary {
  private static final double MEBIBYTE = 1 << 20;

  private RunSummary() {}

  /**
   * The object that {@code --json} prints.
   *
   * @param page where the page is: its address while it is served, else the folder compiled for it
   */
  public static Map<String, Object> object(RunOutcome outcome, String page) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("release", outcome.release().map(r -> r.releaseId()).orElse(""));
    List<Map<String, Object>> loads = new ArrayList<>();
    for (LoadEntry load : outcome.loads()) {
      loads.add(
          Map.of(
              "source", load.sourceId(),
              "arrived", load.arrived(),
              "accepted", load.accepted(),
              "quarantined", load.quarantined(),
              "duplicate", load.duplicate()));
    }
    object.put("loads", loads);
    object.put("indicators", outcome.figures().indicators());
    object.put("indexes", outcome.figures().indexes().stream().map(RunSummary::edition).toList());
    object.put(
        "exports", outcome.exports().stream().map(e -> e.toAbsolutePath().toString()).toList());
    object.put("page", page);
    object.put("seconds", outcome.seconds());
    return object;
  }

  /** Lines for people. */
  public static List<String> lines(RunOutcome outcome, String page, String jdbc) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        row("%-34s %9s %9s %11s %9s", "Source", "arrived", "accepted", "quarantined", "duplicate"));
    for (LoadEntry load : outcome.loads()) {
      lines.add(
          row(
              "%-34s %9d %9d %11d %9d",
              load.sourceId(),
              load.arrived(),
              load.accepted(),
              load.quarantined(),
              load.duplicate()));
    }
    lines.add(
        row(
            "%-34s %9d %9d %11d %9d",
            "all",
            outcome.loads().stream().mapToLong(LoadEntry::arrived).sum(),
            outcome.loads().stream().mapToLong(LoadEntry::accepted).sum(),
            outcome.loads().stream().mapToLong(LoadEntry::quarantined).sum(),
            outcome.loads().stream().mapToLong(LoadEntry::duplicate).sum()));
    lines.add("");
    outcome
        .release()
        .ifPresent(
            r ->
                lines.add(
                    "Release     " + r.releaseId() + ", " + r.tables().size() + " tables pinned"));
    lines.add("Indicators  " + outcome.figures().indicators());
    outcome.figures().indexes().forEach(e -> lines.add("Index       " + line(e)));
    outcome.exports().forEach(e -> lines.add("Export      " + e));
    lines.add("Page        " + page);
    lines.add("SQL         " + (jdbc.isEmpty() ? "./citylake sql \"...\"" : jdbc));
    outcome.warnings().forEach(w -> lines.add("Note        " + w));
    StringBuilder seconds = new StringBuilder("Seconds    ");
    outcome.seconds().forEach((step, s) -> seconds.append(row(" %s %.1f", step, s)));
    lines.add(seconds.toString());
    if (!outcome.peakMemory().isEmpty()) {
      StringBuilder memory = new StringBuilder("Memory     ");
      outcome
          .peakMemory()
          .forEach((child, b) -> memory.append(row(" %s %.0f MiB", child, b / MEBIBYTE)));
      lines.add(memory.toString());
    }
    return lines;
  }

  private static Map<String, @Nullable Object> edition(Edition edition) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("edition", edition.edition());
    object.put("model", edition.model());
    object.put("units", edition.units());
    object.put("periods", edition.periods());
    object.put("weight_imputed", edition.weightImputed());
    object.put("weight_synthetic", edition.weightSynthetic());
    return object;
  }

  private static String line(Edition edition) {
    String line =
        edition.edition()
            + (edition.model() ? " (model), " : ", ")
            + edition.units()
            + " units scored"
            + (edition.periods() > 1 ? " in " + edition.periods() + " periods" : "");
    Double imputed = edition.weightImputed();
    Double synthetic = edition.weightSynthetic();
    return imputed == null || synthetic == null
        ? line
        : line
            + row(", %.0f %% of weight imputed, %.0f %% synthetic", 100 * imputed, 100 * synthetic);
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
