package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pull} tells of several deliveries, of which one is refused. */
class ITPull {
  private final Path city;
  private final Path inbox;
  private final Home home;

  ITPull(@TempDir Path folder) throws IOException {
    city = folder.resolve("city");
    inbox = Files.createDirectories(folder.resolve("inbox"));
    home = new Home(folder.resolve("home"));
  }

  @BeforeEach
  void subdistrictsComeWholeIntoAFolder() throws IOException {
    Path source = CopiedFolder.source("subdistrict", city);
    Path contract = source.resolve("contract.odcs.yaml");
    Files.writeString(
        contract, Files.readString(contract).replaceAll("delivery: [a-z]+", "delivery: full"));
    Files.writeString(
        source.resolve("connector.yaml"),
        """
        type: folder
        path: %s
        files: "*.csv"
        control: {suffix: .ok, content: "(?<rows>[0-9]+)"}
        """
            .formatted(inbox));
  }

  @Test
  void whatWasLoadedIsToldAlthoughALaterFileIsRefused() throws IOException {
    deliver("a.csv", 40, 40);
    deliver("b.csv", 40, 41);

    CommandRun pull = pull("2016-06-30");

    pull.expect(1);
    assertThat(pull.err())
        .contains("subdistrict: 40 arrived = 40 accepted + 0 quarantined + 0 duplicate")
        .contains("b.csv: its control file says rows 41 and the file has 40");
  }

  @Test
  void manyVanishedKeysStopThePullUntilTheyAreAllowedTo() throws IOException {
    deliver("a.csv", 40, 40);
    JsonNode first = pull("2016-06-30").expect(0).json();
    deliver("b.csv", 10, 10);

    CommandRun stopped = pull("2016-07-31");
    JsonNode allowed = pull("2016-07-31", "--allow-vanishing").expect(0).json();

    assertThat(first.at("/loads/0/snapshot").asText()).isNotEmpty();
    assertThat(stopped.expect(1).err())
        .contains("lacks 30 of 40 keys")
        .contains("--allow-vanishing");
    assertThat(allowed.at("/loads").findValuesAsText("source")).contains("subdistrict");
    assertThat(pull("2016-07-31").expect(0).json().at("/loads/0/duplicate").asLong()).isPositive();
  }

  private void deliver(String name, int rows, int told) throws IOException {
    List<String> lines = new ArrayList<>(List.of("code,name_zh,district_code"));
    for (int row = 0; row < rows; row++) {
      lines.add("310101%03d,样例%d街道,310101".formatted(row + 1, row));
    }
    Files.write(inbox.resolve(name), lines);
    Files.writeString(inbox.resolve(name + ".ok"), Integer.toString(told));
  }

  private CommandRun pull(String day, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "pull",
                "subdistrict",
                "--city",
                city.toString(),
                "--snapshot-date",
                day,
                "--json"));
    line.addAll(List.of(more));
    return CommandRun.of(home, line.toArray(String[]::new));
  }
}
