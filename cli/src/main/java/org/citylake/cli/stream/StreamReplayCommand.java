package org.citylake.cli.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stream replay}: a file into a source's inbox, at a pace. */
@Command(
    name = "replay",
    description = {
      "Put a file's records into the inbox of a live source, at a chosen pace.",
      "They go in the order of their times, those that tell none where they stand. The running"
          + " stream takes them as it takes messages; a stream that is started later takes"
          + " them then. Records that were streamed before count as duplicates."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake stream replay crowd_reading crowd.csv",
      "  ./citylake stream replay traffic_flow_reading readings.csv --rate 1000"
    })
final class StreamReplayCommand extends CityLakeSubcommand {
  private static final long SECOND = 1000;

  private final Clock clock = Clock.systemUTC();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "Id of a live source.")
  private String source = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "As the source's contract has it.")
  private Path file = Path.of("");

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Records a second (default: the whole file at once).")
  private @Nullable Integer rate;

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    create(settings);
    if (rate != null && rate < 1) {
      throw new CityLakeException(Kind.USER, "--rate is 1 or more records a second");
    }
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(Kind.USER, "There is no file " + file);
    }
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    String id = LiveSources.named(library, List.of(source)).get(0);
    Path inbox = settings.home().stream().resolve("inbox").resolve(id);
    Files.createDirectories(inbox);
    String name = file.getFileName().toString();
    // A name that was taken before would not be looked at again.
    String unique = clock.instant().toEpochMilli() + "-" + name;
    long records =
        put(
            inbox,
            unique,
            new ReplayedFile(library.findSource(id).orElseThrow(), library, file),
            output);
    output.say(records + " records of " + name + " in " + inbox);
    output.result(Map.of("source", id, "inbox", inbox.toString(), "file", unique));
    return 0;
  }

  /** A piece a second, or one piece. */
  private long put(Path inbox, String unique, ReplayedFile replayed, Output output)
      throws IOException, InterruptedException {
    List<byte[]> records = replayed.records();
    int size = rate == null ? Math.max(1, records.size()) : rate;
    long begin = clock.millis();
    for (int piece = 0; piece * size < records.size(); piece++) {
      String name = String.format("%06d-%s", piece, unique);
      Path hidden = inbox.resolve("." + name);
      int end = Math.min(records.size(), (piece + 1) * size);
      replayed.write(hidden, records.subList(piece * size, end));
      Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      output.progress(end + " of " + records.size() + " records");
      if (end < records.size()) {
        Thread.sleep(Math.max(0, begin + (piece + 1) * SECOND - clock.millis()));
      }
    }
    return records.size();
  }
}
