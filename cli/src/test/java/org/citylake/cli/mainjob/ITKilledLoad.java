package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code ingest} and {@code quarantine replay} in the middle, again and again on one home,
 * each time as soon as a file of the next step appears, and compares every row of every table with
 * a home on which nothing was killed. With {@code -Dcitylake.interruptions=all} at every step, and
 * at ten moments of the load besides.
 */
class ITKilledLoad {
  private static final List<String> EVERY =
      List.of(
          "deliveries/arriving-*",
          "deliveries/arrivals/*",
          "warehouse/vault/SOURCE/data/**",
          "warehouse/raw/SOURCE/metadata/*.metadata.json",
          "warehouse/raw/SOURCE/data/**",
          "deliveries/begun/*.json",
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
    endsAsIfNothingWasKilled("disabled_person", List.of(ingest("disabled_person")));
  }

  @Test
  void increment() throws Exception {
    endsAsIfNothingWasKilled("grid_event", List.of(ingest("grid_event")));
  }

  @Test
  void fullDumpsAndTheReplayOfWhatTheyRefused() throws Exception {
    String first = file("310101002,A,310101", "310101013,B,310101", "310101015,C,310101");
    String second = file("310101002,A2,310101", "310101013,B,310101", "310101017,D,310199");
    endsAsIfNothingWasKilled(
        "subdistrict",
        List.of(
            List.of("ingest", "subdistrict", first, "--snapshot-date", "2016-11-30"),
            List.of("ingest", "subdistrict", second, "--snapshot-date", "2016-12-31"),
            List.of("quarantine", "replay", "subdistrict", "--city", cityWithDivision310199())));
  }

  @Test
  void recordsThatSayWhatEnded() throws Exception {
    String city = cityWhereSubdistrictsSayWhenTheyEnd();
    String first = file("310101002,A,310101", "310101013,B,310101");
    String second = file("310101002,撤销,310101", "310101015,C,310199");
    endsAsIfNothingWasKilled(
        "subdistrict",
        List.of(
            List.of(
                "ingest", "subdistrict", first, "--snapshot-date", "2016-11-30", "--city", city),
            List.of(
                "ingest", "subdistrict", second, "--snapshot-date", "2016-12-31", "--city", city)));
  }

  @Test
  void twoLoadsAtOnceLoadBothOrSayWhoWrites() throws Exception {
    Home clean = SharedHome.fresh("two-loads-clean");
    Home shared = SharedHome.fresh("two-loads");
    List<List<String>> loads = List.of(ingest("disabled_person"), ingest("grid_event"));
    List<Process> runs = new ArrayList<>();
    for (List<String> load : loads) {
      run(clean, load);
      Path err = folder.resolve("at-once-" + runs.size() + ".err");
      runs.add(CommandRun.start(shared, keys, err, load.toArray(new String[0])));
    }
    for (int i = 0; i < loads.size(); i++) {
      if (runs.get(i).waitFor() != 0) {
        assertThat(Files.readString(folder.resolve("at-once-" + i + ".err")))
            .contains("is writing to it; wait for its end");
        run(shared, loads.get(i));
      }
    }
    assertThat(comparable(shared)).isEqualTo(comparable(clean));
  }

  /** Every command is killed, and then run to its end before the next. */
  private void endsAsIfNothingWasKilled(String source, List<List<String>> commands)
      throws Exception {
    Home clean = SharedHome.fresh("killed-load-clean-" + source);
    Home killed = SharedHome.fresh("killed-load-" + source);
    for (List<String> command : commands) {
      long begin = System.nanoTime();
      run(clean, command);
      long took = System.nanoTime() - begin;
      for (String step : ALL ? EVERY : SOME) {
        killAt(killed, step.replace("SOURCE", source), command);
      }
      for (int i = 1; ALL && i <= 10; i++) {
        killAfter(killed, took * i / 10, command);
      }
      run(killed, command);
    }
    assertThat(comparable(killed)).as(source).isEqualTo(comparable(clean));
  }

  /** The id of a replay tells when the records were refused, which differs between homes. */
  private static Map<String, List<String>> comparable(Home home) {
    Map<String, List<String>> tables = new TreeMap<>();
    LakeRows.of(home)
        .forEach(
            (table, rows) ->
                tables.put(
                    table,
                    rows.stream()
                        .map(row -> row.replaceAll("load_id=[0-9a-f]{16}", "load_id"))
                        .sorted()
                        .toList()));
    return tables;
  }

  private void run(Home home, List<String> command) {
    CommandRun.of(home, keys, command.toArray(new String[0])).expect(0);
  }

  /** Kills the command when a file of that name appears that was not there before. */
  private void killAt(Home home, String glob, List<String> command) throws Exception {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + home.root() + "/" + glob);
    Set<Path> before = Set.copyOf(matching(home, matcher));
    Process run = start(home, command);
    while (run.isAlive() && before.containsAll(matching(home, matcher))) {
      Thread.sleep(2);
    }
    run.destroyForcibly().waitFor();
  }

  private void killAfter(Home home, long nanoseconds, List<String> command) throws Exception {
    Process run = start(home, command);
    if (!run.waitFor(nanoseconds, TimeUnit.NANOSECONDS)) {
      run.destroyForcibly().waitFor();
    }
  }

  private Process start(Home home, List<String> command) {
    return CommandRun.start(
        home, keys, folder.resolve("killed.err"), command.toArray(new String[0]));
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

  private static List<String> ingest(String source) throws IOException {
    return List.of(
        "ingest", source, CopiedFolder.caseOf(source).toString(), "--snapshot-date", "2016-12-31");
  }

  private String file(String... rows) throws IOException {
    Path sent = Files.createTempDirectory(folder, "sent").resolve("subdistricts.csv");
    Files.writeString(sent, "code,name_zh,district_code\n" + String.join("\n", rows) + "\n");
    return sent.toString();
  }

  private String cityWithDivision310199() throws IOException {
    Path list = Files.createDirectories(folder.resolve("grown-city/codelists/division"));
    Path shipped = CommandRun.ROOT.resolve("core/codelists/division");
    Files.copy(shipped.resolve("codelist.yaml"), list.resolve("codelist.yaml"));
    Files.writeString(
        list.resolve("codes.csv"),
        Files.readString(shipped.resolve("codes.csv")) + "310199,新区,New,current\n");
    return folder.resolve("grown-city").toString();
  }

  /** The shipped source, sent as changes in which an end is told by the name. */
  private String cityWhereSubdistrictsSayWhenTheyEnd() throws IOException {
    Path source = CopiedFolder.source("subdistrict", folder.resolve("told-city"));
    Path contract = source.resolve("contract.odcs.yaml");
    String text = Files.readString(contract);
    Files.writeString(
        contract,
        text.replace(
            "delivery: full}", "delivery: status-flag, status: {column: name_zh, ended: [撤销]}}"));
    assertThat(Files.readString(contract)).isNotEqualTo(text);
    return folder.resolve("told-city").toString();
  }
}
