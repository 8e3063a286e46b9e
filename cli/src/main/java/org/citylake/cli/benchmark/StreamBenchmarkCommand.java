package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.cli.stream.LocalBroker;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark stream}: throughput, freshness, bounds and recovery of a live stream. */
@Command(
    name = "stream",
    description = {
      "Measure a live stream of synthetic readings from a Kafka broker of its own, all on this"
          + " machine: how many it takes a second, with everything on and by a bare job that only"
          + " parses and writes; how long a reading takes to be visible at a steady rate; what"
          + " state, files and planning come to; and how soon it has caught up after its process"
          + " was killed."
    },
    footer = {
      "",
      "A million readings take 0.2 GB on the disk.",
      "",
      "Examples:",
      "  ./citylake benchmark stream",
      "  ./citylake benchmark stream --events 500000 --seconds 60",
      "  ./citylake benchmark stream --rate 50000 --events 0 --record benchmarks/results"
    })
final class StreamBenchmarkCommand extends MeasuringCommand {
  private static final double AIM_RATIO = 0.6;
  private static final double AIM_EVENTS = 100_000;
  private static final double AIM_VISIBLE = 15;

  private static final int WARM_UP_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "3000000",
      description =
          "Readings that are taken as fast as can be (default ${DEFAULT-VALUE}); 0 for not.")
  private long events;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Readings a second of the steady part (default ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description = "How long the steady part is (default ${DEFAULT-VALUE}); 0 for not.")
  private int seconds;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where the files are made and removed again (default: the temporary folder).")
  private @Nullable Path work;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws Exception {
    Path folder =
        work == null
            ? Files.createTempDirectory("citylake-benchmark")
            : Files.createTempDirectory(work, "citylake-benchmark");
    int port = LocalBroker.freePort();
    boolean right = true;
    try (LocalBroker broker =
        LocalBroker.start(
            settings, folder.resolve("broker"), port, List.of("all", "steady"), output)) {
      if (events > 0) {
        right &= throughput(settings, folder, port, output, run);
      }
      if (seconds > 0) {
        right &= steady(settings, folder.resolve("steady"), port, output, run);
      }
    }
    remove(folder);
    return right ? 0 : 1;
  }

  private boolean throughput(
      Settings settings, Path folder, int port, Output output, Map<String, Object> run)
      throws IOException {
    output.progress("Sending " + events + " readings to Kafka");
    try (LaneTraffic traffic = new LaneTraffic(port, "all")) {
      traffic.fill(events);
    }
    LiveLake.Throughput bare = takeAll(settings, folder.resolve("bare"), port, output, true);
    LiveLake.Throughput all = takeAll(settings, folder.resolve("all"), port, output, false);
    double ratio = all.perSecond() / bare.perSecond();
    output.say(
        String.format(
            Locale.ROOT,
            "%,d readings from Kafka into live.event: %,.0f a second, aim %,.0f, %s; %,.0f by a bare"
                + " job, %.2f of it, aim %.1f, %s",
            events,
            all.perSecond(),
            AIM_EVENTS,
            met(all.perSecond() >= AIM_EVENTS),
            bare.perSecond(),
            ratio,
            AIM_RATIO,
            met(ratio >= AIM_RATIO)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("events", events);
    object.put("per_second", Math.round(all.perSecond()));
    object.put("bare_per_second", Math.round(bare.perSecond()));
    object.put("ratio_to_bare", Measurement.round(ratio));
    object.put("aim_ratio", AIM_RATIO);
    object.put("rows", all.rows());
    object.put("bare_rows", bare.rows());
    object.put("peak_memory_bytes", all.peakMemoryBytes());
    run.put("throughput", object);
    return all.rows() == events && bare.rows() == events;
  }

  private static LiveLake.Throughput takeAll(
      Settings settings, Path folder, int port, Output output, boolean bare) throws IOException {
    output.progress("Taking them " + (bare ? "by a bare job" : "with everything on"));
    try (LiveLake lake = new LiveLake(settings, folder, port, "all", output)) {
      return lake.takeAll(bare);
    }
  }

  private boolean steady(
      Settings settings, Path folder, int port, Output output, Map<String, Object> run)
      throws Exception {
    try (LiveLake lake = new LiveLake(settings, folder, port, "steady", output);
        LaneTraffic traffic = new LaneTraffic(port, "steady")) {
      ChildProcess stream = lake.start();
      try {
        traffic.pace(rate, warmUp());
        caughtUp(lake, stream, traffic.sent());
        long warm = System.currentTimeMillis();
        List<StreamState> states = pace(lake, traffic, output);
        caughtUp(lake, stream, traffic.sent());
        states.add(StreamState.of(lake));
        Freshness freshness = Freshness.of(lake.table("live.event"), warm);
        visible(freshness, states, output, run);
        stream = recovery(lake, traffic, stream, output, run);
        caughtUp(lake, stream, traffic.sent());
        long rows = Freshness.of(lake.table("live.event"), 0).count();
        output.say(
            String.format(
                Locale.ROOT, "%,d readings sent, %,d rows in the table", traffic.sent(), rows));
        run.put("sent", traffic.sent());
        run.put("rows", rows);
        return rows == traffic.sent();
      } finally {
        stream.close();
      }
    }
  }

  /** Sends for the time that is wished, and looks at the stream ten times. */
  private List<StreamState> pace(LiveLake lake, LaneTraffic traffic, Output output)
      throws Exception {
    List<StreamState> states = new ArrayList<>();
    Duration part = Duration.ofMillis(seconds * 100L);
    for (int i = 1; i <= 10; i++) {
      traffic.pace(rate, part);
      StreamState state = StreamState.of(lake);
      states.add(state);
      output.progress(
          String.format(
              Locale.ROOT,
              "%d of 10: %,d sent, %,d counted, state %,d MB, %d files, planned in %.0f ms",
              i,
              traffic.sent(),
              state.events(),
              state.stateBytes() >> 20,
              state.files(),
              state.planMillis()));
    }
    return states;
  }

  private void visible(
      Freshness freshness, List<StreamState> states, Output output, Map<String, Object> run) {
    double late = freshness.percentile(99);
    output.say(
        String.format(
            Locale.ROOT,
            "%,d readings a second for %d seconds: half are visible within %.1f s, 99 of 100 within"
                + " %.1f s, aim %.0f, %s; all within %.1f s; checkpoints every 5 s",
            rate,
            seconds,
            freshness.percentile(50),
            late,
            AIM_VISIBLE,
            met(late <= AIM_VISIBLE),
            freshness.percentile(100)));
    StreamState last = states.get(states.size() - 1);
    output.say(
        String.format(
            Locale.ROOT,
            "after %,d readings: state %,d MB, %d files and %d snapshots of live.event, a scan is"
                + " planned in %.0f ms",
            last.events(),
            last.stateBytes() >> 20,
            last.files(),
            last.snapshots(),
            last.planMillis()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rate", rate);
    object.put("seconds", seconds);
    object.put("rows", freshness.count());
    object.put("seconds_50", freshness.percentile(50));
    object.put("seconds_99", late);
    object.put("seconds_100", freshness.percentile(100));
    object.put("aim_seconds_99", AIM_VISIBLE);
    object.put("states", states.stream().map(StreamState::object).toList());
    run.put("steady", object);
  }

  private ChildProcess recovery(
      LiveLake lake,
      LaneTraffic traffic,
      ChildProcess stream,
      Output output,
      Map<String, Object> run)
      throws Exception {
    output.progress("Killing the stream's process while readings come");
    CompletableFuture<Void> traffics = CompletableFuture.runAsync(() -> keepSending(traffic));
    Thread.sleep(warmUp().toMillis());
    Stopwatch watch = Stopwatch.start();
    stream.kill();
    long atKill = traffic.sent();
    ChildProcess again = lake.start();
    Recovery recovery =
        Recovery.watch(
            watch, PATIENCE, rate, atKill, again, traffic::sent, lake::arrived, output::progress);
    traffic.stop();
    traffics.join();
    output.say(recovery.told(rate));
    run.put("recovery", recovery.object());
    return again;
  }

  private Duration warmUp() {
    return Duration.ofSeconds(Math.min(WARM_UP_SECONDS, seconds));
  }

  private void keepSending(LaneTraffic traffic) {
    try {
      traffic.pace(rate, PATIENCE.multipliedBy(2));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static void caughtUp(LiveLake lake, ChildProcess stream, long sent)
      throws IOException, InterruptedException {
    Stopwatch watch = Stopwatch.start();
    while (lake.arrived() < sent) {
      if (!stream.alive()) {
        throw stream.failure("ended");
      }
      if (watch.seconds() > PATIENCE.toSeconds()) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            "The stream took "
                + lake.arrived()
                + " of "
                + sent
                + " readings in "
                + PATIENCE.toMinutes()
                + " minutes");
      }
      Thread.sleep(200);
    }
  }
}
