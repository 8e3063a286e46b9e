package org.citylake.cli.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * A home on which the main job ran twice; made once per JVM. Tests may add to the home, and see
 * here how it was before.
 *
 * @param home the home
 * @param first what the first run printed
 * @param second what the second run printed
 * @param rows rows of all tables after the first run
 * @param before snapshots after the first run
 * @param after snapshots after the second run
 */
record SharedHome(
    Home home,
    JsonNode first,
    JsonNode second,
    Map<String, List<String>> rows,
    Map<String, String> before,
    Map<String, String> after) {
  private static @Nullable SharedHome made;

  static synchronized SharedHome get() {
    SharedHome known = made;
    if (known != null) {
      return known;
    }
    Home home = fresh("home");
    JsonNode first =
        CommandRun.of(home, "demo", "--persons", "0", "--once", "--json").expect(0).json();
    Map<String, List<String>> rows = LakeRows.of(home);
    Map<String, String> before = LakeRows.snapshots(home);
    JsonNode second =
        CommandRun.of(home, "demo", "--persons", "0", "--once", "--json").expect(0).json();
    SharedHome finished =
        new SharedHome(home, first, second, rows, before, LakeRows.snapshots(home));
    made = finished;
    return finished;
  }

  /** Id of the release that the main job made. */
  String release() {
    return first.path("release").asText();
  }

  /** Folder of an export of that release. */
  Path export(String name) {
    for (JsonNode folder : first.path("exports")) {
      if (folder.asText().endsWith("/" + name + "/" + release())) {
        return Path.of(folder.asText());
      }
    }
    throw new AssertionError("no export " + name + " in " + first.path("exports"));
  }

  /** An empty home below the module's build folder, not shared with other forks of the tests. */
  static Home fresh(String name) {
    String fork = System.getProperty("citylake.fork", "1");
    Path folder = CommandRun.ROOT.resolve("cli/target/it").resolve(fork).resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot empty " + folder, e);
      }
    }
    return new Home(folder);
  }
}
