package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One benchmark: says when and where it runs, and keeps what it finds where it is told to. */
abstract class MeasuringCommand extends CityLakeSubcommand {
  private final Clock clock = Clock.systemUTC();

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "Add the result to ${COMMAND-NAME}-DATE.json in this folder.")
  private @Nullable Path record;

  /**
   * Measures.
   *
   * @param run takes what is found, by names of its own; date, machine and load are added to it
   * @return 0 when done, 1 when what was compared is not the same
   */
  abstract int measure(Settings settings, Output output, Map<String, Object> run) throws Exception;

  @Override
  protected final int run(Settings settings, Output output) throws Exception {
    String benchmark = spec().name();
    LocalDate date = LocalDate.now(clock);
    String machine = Machine.text();
    double loadBefore = Machine.load();
    output.say("Benchmark " + benchmark + ", " + date + ", " + machine + ", load " + loadBefore);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("benchmark", benchmark);
    run.put("load_before", loadBefore);
    int code = measure(settings, output, run);
    run.put("load_after", Machine.load());
    if (record != null) {
      output.say("Recorded: " + BenchmarkRecord.add(record, benchmark, date, machine, run));
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("date", date.toString());
    object.put("machine", machine);
    object.putAll(run);
    output.result(object);
    return code;
  }

  /** Removes a measurement's files; one that failed leaves them, with its logs. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** How a benchmark says that an aim was reached or not. */
  static String met(boolean reached) {
    return reached ? "met" : "MISSED";
  }
}
