package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interrupts the main job again and again on one home, each run going on where the last one was
 * stopped, and compares what it ends in with an unbroken run. With {@code
 * -Dcitylake.interruptions=all} at every step there is.
 */
class ITInterruptedRun {
  /** {@code kill TEXT} kills the command once it has said the text; others halt it at a step. */
  private static final List<String> EVERY =
      List.of(
          "tables",
          "load",
          "kill Flink: replaying",
          "publish city.air_quality_day",
          "publish city.sensor_reading",
          "stream",
          "kill Spark: city.observation",
          "compute",
          "publish",
          "export");

  private static final List<String> SOME =
      List.of("kill Flink: replaying", "publish city.air_quality_day", "compute");

  private static final long LIMIT_SECONDS = Duration.ofMinutes(6).toSeconds();

  private final SharedHome unbroken = SharedHome.get();
  private final Home home = SharedHome.fresh("interrupted");
  private final Path folder;

  ITInterruptedRun(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void endsInTheStateOfAnUnbrokenRunAndLeavesNoProcess() throws Exception {
    for (String interruption :
        "all".equals(System.getProperty("citylake.interruptions")) ? EVERY : SOME) {
      if (interruption.startsWith("kill ")) {
        kill(interruption.substring("kill ".length()));
      } else {
        halt(interruption);
      }
    }

    CommandRun.of(home, "demo", "--persons", "0", "--once", "--json").expect(0);

    Map<String, List<String>> rows = LakeRows.of(home);
    assertThat(rows.keySet()).isEqualTo(unbroken.rows().keySet());
    rows.forEach(
        (table, found) -> assertThat(found).as(table).isEqualTo(unbroken.rows().get(table)));
  }

  private void kill(String text) throws Exception {
    Path err = folder.resolve("kill.err");
    Process run = CommandRun.start(home, Map.of(), err, "demo", "--persons", "0", "--once");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!said(err).contains(text)) {
      assertThat(run.isAlive()).as("%s", said(err)).isTrue();
      assertThat(System.nanoTime()).as("%s", said(err)).isLessThan(end);
      Thread.sleep(50);
    }
    CommandRun second = CommandRun.of(home, "run", "--json").expect(1);
    List<ProcessHandle> children = run.descendants().toList();

    run.destroyForcibly().waitFor();

    assertThat(second.error()).contains("process " + run.pid() + " is writing to it");
    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private void halt(String step) throws Exception {
    Path err = folder.resolve("halt.err");
    Process run =
        CommandRun.start(
            home, Map.of("CITYLAKE_HALT_AFTER", step), err, "demo", "--persons", "0", "--once");
    Set<ProcessHandle> children = new HashSet<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!run.waitFor(200, TimeUnit.MILLISECONDS)) {
      run.descendants().forEach(children::add);
      assertThat(System.nanoTime()).as("%s", said(err)).isLessThan(end);
    }

    assertThat(run.exitValue()).as("%s", said(err)).isEqualTo(137);
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private static String said(Path err) throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
