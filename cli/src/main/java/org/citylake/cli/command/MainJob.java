package org.citylake.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.engine.SqlPort;
import org.citylake.cli.engine.SupervisedTrino;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.run.CodeVersion;
import org.citylake.cli.run.RunContext;
import org.citylake.cli.run.RunGraph;
import org.citylake.cli.run.RunOutcome;
import org.citylake.cli.run.RunSummary;
import org.citylake.cli.run.SqlCheck;
import org.citylake.cli.run.StreamLoad;
import org.citylake.cli.run.StreamedQuarantine;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.DeclarationSet;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.process.JobFile;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.replay.ReplayResult;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * The main job from the lock to the summary; shared by {@code demo} and {@code run}.
 *
 * @param command the command's name
 * @param reason why a release is made, as the user says
 * @param full whether everything is computed, even what did not change
 * @param persons of the sample city; 0 for none
 * @param settings of the command
 * @param output where it tells
 * @param lineage is told of loads and tables
 */
record MainJob(
    String command,
    Optional<String> reason,
    boolean full,
    long persons,
    Settings settings,
    Output output,
    Lineage lineage) {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Runs the graph and ends. */
  int once() {
    long began = System.nanoTime();
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    try (HomeLock lock = HomeLock.take(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      RunContext context = context(library, lake, live);
      RunGraph.withSampleCity(persons).run(context);
      try (ServedSql sql = ServedSql.start(settings, library, lake, SqlPort.any(), output)) {
        check(context, sql);
      }
      finish(context.outcome(), page(context.outcome()), "", began);
      return 0;
    }
  }

  /** Runs the graph, then serves page and SQL until the process is told to end. */
  int thenServe(int pagePort, SqlPort sqlPort) throws InterruptedException {
    long began = System.nanoTime();
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    try (Lake lake = Lake.start(settings.home(), 0)) {
      String jdbc;
      try (ServedSql sql = serveAfterRun(library, lake, began, sqlPort)) {
        jdbc = sql.jdbc();
        FirstPassword.tell(settings, output);
        output.progress(jdbc.isEmpty() ? "Serving until Ctrl-C" : "Serving until Ctrl-C; " + jdbc);
        Serving.untilEnd(settings, library, lake, jdbc, command, pagePort, output);
      }
    }
    return 0;
  }

  private ServedSql serveAfterRun(
      DeclarationLibrary library, Lake lake, long began, SqlPort sqlPort) {
    try (HomeLock lock = HomeLock.take(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      RunContext context = context(library, lake, live);
      RunGraph.withSampleCity(persons).run(context);
      ServedSql sql = ServedSql.start(settings, library, lake, sqlPort, output);
      check(context, sql);
      finish(context.outcome(), page(context.outcome()), sql.jdbc(), began);
      return sql;
    }
  }

  private void check(RunContext context, ServedSql sql) {
    Optional<TrinoServer> trino = sql.trino().map(SupervisedTrino::server);
    if (trino.isEmpty()) {
      context.outcome().warnings().add(JavaHome.INSTALL_25);
      return;
    }
    context.outcome().seconds().put("sql start", round(trino.get().startSeconds()));
    long began = System.nanoTime();
    int tables = SqlCheck.run(context, trino.get());
    context.outcome().seconds().put("sql check", round((System.nanoTime() - began) / 1e9));
    output.progress("      SQL counts " + tables + " tables as the release pins them");
    sql.recordMemory(context.outcome());
  }

  /** Loads one delivery of a streamed source. */
  LoadResult replay(
      DeclarationLibrary library,
      Lake lake,
      LakeCatalog live,
      SourceDeclaration source,
      Path file,
      LocalDate snapshotDate) {
    RunContext context = context(library, lake, live);
    RunGraph.tablesOnly().run(context);
    return new StreamLoad(context).load(source, file, snapshotDate);
  }

  /** Reads the quarantined records of a streamed source again. */
  ReplayResult replayQuarantine(
      DeclarationLibrary library, Lake lake, LakeCatalog live, SourceDeclaration source) {
    return new StreamedQuarantine(context(library, lake, live))
        .replay(source, (file, day) -> replay(library, lake, live, source, file, day));
  }

  private RunContext context(DeclarationLibrary library, Lake lake, LakeCatalog live) {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new RunContext(
        RUN_ID.format(now),
        settings,
        output,
        lake,
        live,
        library,
        DeclarationSet.of(settings.declarationRoots()),
        CodeVersion.of(settings.root()),
        clock,
        full,
        reason,
        lineage,
        new RunOutcome());
  }

  private void finish(RunOutcome outcome, String page, String jdbc, long began) {
    outcome.seconds().put("total", round((System.nanoTime() - began) / 1e9));
    outcome.warnings().addAll(lineage.problems());
    RunSummary.lines(outcome, page, jdbc).forEach(output::say);
    Map<String, Object> object = RunSummary.object(outcome, page);
    object.put("lineage", lineage.object());
    Map<String, Object> kept = new LinkedHashMap<>(object);
    kept.put("peak_memory_bytes", outcome.peakMemory());
    JobFile.write(settings.home().run().resolve("last-run.json"), kept);
    output.result(object);
  }

  private static String page(RunOutcome outcome) {
    return outcome.pageStore().map(Path::toString).orElse("");
  }

  private static double round(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
