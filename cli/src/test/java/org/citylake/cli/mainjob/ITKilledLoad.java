package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code ingest} in the middle, again and again on one home, each time as soon as a file of
 * the next step appears, and compares every row of every table with a home on which nothing was
 * killed. With {@code -Dcitylake.interruptions=all} at every step, and at ten moments of the load
 * besides.
 */
class ITKilledLoad {
  private static final List<String> EVERY =
      List.of(
          "deliveries/arriving-*",
          "deliveries/arrivals/*",
          "warehouse/vault/SOURCE/data/**",
          "warehouse/raw/SOURCE/metadata/*.metadata.json",
          "warehouse/raw/SOURCE/data/**",
          "warehouse/raw/SOURCE/metadata/snap-*",
          "warehouse/audit/quarantine/data/**",
          "warehouse/audit/quarantine/metadata/snap-*",
          "warehouse/audit/load/data/**",
          "warehouse/audit/load/metadata/snap-*");

  private static final List<String> SOME =
      List.of("deliveries/arrivals/*", "warehouse/raw/SOURCE/metadata/snap-*");

  private static final boolean ALL = "all".equals(System.getProperty("citylake.interruptions"));

  private final Path folder;
  private final Map<String, String> keys;

  ITKilledLoad(@TempDir Path folder) {
    this.folder = folder;
    // One key for both homes: what is sealed is then the same, byte for byte.
    this.keys = Map.of("CITYLAKE_VAULT_KEYS", folder.resolve("vault-keys.json").toString());
  }

  @Test
  void sourceWithPersonalData() throws Exception {
    endsAsIfNothingWasKilled("disabled_person");
  }

  @Test
  void increment() throws Exception {
    endsAsIfNothingWasKilled("grid_event");
  }

  private void endsAsIfNothingWasKilled(String source) throws Exception {
    Home clean = SharedHome.fresh("killed-load-clean-" + source);
    Home killed = SharedHome.fresh("killed-load-" + source);
    String[] args = {"ingest", source, caseOf(source), "--snapshot-date", "2016-12-31", "--json"};
    long begin = System.nanoTime();
    CommandRun.of(clean, keys, args).expect(0);
    long took = System.nanoTime() - begin;
    for (String step : ALL ? EVERY : SOME) {
      killAt(killed, step.replace("SOURCE", source), args);
    }
    for (int i = 1; ALL && i <= 10; i++) {
      killAfter(killed, took * i / 10, args);
    }
    CommandRun.of(killed, keys, args).expect(0);
    assertThat(LakeRows.of(killed)).as(source).isEqualTo(LakeRows.of(clean));
  }

  /** Kills the command when a file of that name appears that was not there before. */
  private void killAt(Home home, String glob, String... args) throws Exception {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + home.root() + "/" + glob);
    Set<Path> before = Set.copyOf(matching(home, matcher));
    Process run = start(home, args);
    while (run.isAlive() && before.containsAll(matching(home, matcher))) {
      Thread.sleep(2);
    }
    run.destroyForcibly().waitFor();
  }

  private void killAfter(Home home, long nanoseconds, String... args) throws Exception {
    Process run = start(home, args);
    if (!run.waitFor(nanoseconds, TimeUnit.NANOSECONDS)) {
      run.destroyForcibly().waitFor();
    }
  }

  private Process start(Home home, String... args) {
    return CommandRun.start(home, keys, folder.resolve("killed.err"), args);
  }

  /** Files come and go while they are listed. */
  private static List<Path> matching(Home home, PathMatcher matcher) {
    if (!Files.exists(home.root())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(home.root())) {
      return files.filter(matcher::matches).toList();
    } catch (UncheckedIOException | IOException e) {
      return List.of();
    }
  }

  private static String caseOf(String id) throws IOException {
    try (Stream<Path> files = Files.walk(CommandRun.ROOT.resolve("ingestion/sources"))) {
      return files
          .filter(f -> f.endsWith("input.csv") && f.toString().contains("/" + id + "/"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }
}
