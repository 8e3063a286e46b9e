package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the guides: their files are written as they stand there, their commands are run. */
class ITGuides {
  /** A file's name in backticks on its own line, and the block that follows. */
  private static final Pattern FILE =
      Pattern.compile("^`([^`\\s]+)`\\n```\\w+\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** What stands between double quotes behind {@code sql --format csv}. */
  private static final Pattern STATEMENT = Pattern.compile("citylake sql --format csv \"(.+)\"");

  private final Home home;
  private final Path folder;

  ITGuides(@TempDir Path folder) {
    this.folder = folder;
    // A home of its own: what other tests load under their own code lists has no meaning here.
    this.home = new Home(folder.resolve("home"));
  }

  @Test
  void aNewIndicatorAndANewSourceNeedAFolderEachAndNoBuild() throws IOException {
    String indicator = guide("add-an-indicator.md");
    String source = guide("add-a-source.md");
    Path city = folder.resolve("my-city");
    write(indicator, city.resolve("indicators/environment/pm25_valid_day_share"));
    write(source, city.resolve("sources/economy/street_revenue"));
    Path delivery =
        Files.move(
            city.resolve("sources/economy/street_revenue/revenue-2016.csv"),
            folder.resolve("revenue-2016.csv"));

    run("validate", city.toString());
    String loaded =
        run(
            "ingest",
            "street_revenue",
            delivery.toString(),
            "--city",
            city.toString(),
            "--snapshot-date",
            "2017-01-31");
    run("run", "--city", city.toString());

    assertThat(loaded)
        .contains("street_revenue: 3 arrived = 2 accepted + 1 quarantined + 0 duplicate");
    SqlJava.require();
    assertThat(run("sql", "--format", "csv", statement(indicator)))
        .startsWith("ref_area,time_period,value\n310104,2013,91.2328767123\n");
    assertThat(run("sql", "--format", "csv", statement(source)))
        .isEqualTo(
            "ref_area,time_period,value\n310101,2016,172.0500000000\n310106,2016,229.2600000000\n");
  }

  private String run(String... args) {
    return CommandRun.of(home, args).expect(0).out();
  }

  private static String guide(String name) throws IOException {
    return Files.readString(
        CommandRun.ROOT.resolve("docs/guides").resolve(name), StandardCharsets.UTF_8);
  }

  private static String statement(String guide) {
    Matcher found = STATEMENT.matcher(guide);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void write(String guide, Path into) throws IOException {
    Matcher file = FILE.matcher(guide);
    while (file.find()) {
      Path path = into.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
  }
}
