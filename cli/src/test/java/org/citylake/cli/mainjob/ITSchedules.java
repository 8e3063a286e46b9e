package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.cli.state.HomeLock;
import org.citylake.core.home.Home;
import org.citylake.metrics.export.ExportVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the guide on schedules and deliveries on a home with a real release. */
class ITSchedules {
  private static final Pattern DECLARATION =
      Pattern.compile("`export.yaml`\\n```yaml\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("^\\./citylake (.+)$", Pattern.MULTILINE);

  private final Home home = SharedHome.get().home();
  private final Path city;
  private final Path share;

  ITSchedules(@TempDir Path folder) {
    this.city = folder.resolve("my-city");
    this.share = folder.resolve("share");
  }

  @BeforeEach
  void declare() throws IOException {
    Files.createDirectories(share);
    Files.deleteIfExists(home.scheduleDatabase());
    Matcher declaration = DECLARATION.matcher(guide());
    assertThat(declaration.find()).isTrue();
    Path export = city.resolve("exports/monthly_figures/export.yaml");
    Files.createDirectories(export.getParent());
    Files.writeString(export, here(declaration.group(1)));
  }

  private static String guide() throws IOException {
    return Files.readString(
        CommandRun.ROOT.resolve("docs/guides/schedule-exports.md"), StandardCharsets.UTF_8);
  }

  private String here(String text) {
    return text.replace("/tmp/citylake-share", share.toString())
        .replace("my-city", city.toString());
  }

  private CommandRun run(String... args) {
    return CommandRun.of(home, args);
  }

  /** What a downtime of two months leaves in the record. */
  private void wasDownForTwoMonths() throws Exception {
    try (Connection record = DriverManager.getConnection("jdbc:sqlite:" + home.scheduleDatabase());
        Statement statement = record.createStatement()) {
      statement.execute("UPDATE export SET last_slot = last_slot - 62 * 86400");
    }
  }

  private List<String> slots() throws IOException {
    Path delivered = share.resolve("monthly_figures");
    if (!Files.exists(delivered)) {
      return List.of();
    }
    try (Stream<Path> slots = Files.list(delivered)) {
      return slots.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyCommandOfTheGuideWorksAsItStandsThere() throws Exception {
    run("schedule", "run", "--once", "--city", city.toString()).expect(0);
    wasDownForTwoMonths();
    List<String> told = new ArrayList<>();
    Matcher command = COMMAND.matcher(guide());

    while (command.find()) {
      String slot = slots().stream().findFirst().orElse("SLOT");
      String[] args = here(command.group(1)).replace("SLOT", slot).split(" ");
      told.add(args[0] + ": " + run(args).expect(0).out());
    }

    assertThat(told).hasSize(6);
    assertThat(told.get(0)).contains("All declarations are right");
    assertThat(told.get(1)).contains("monthly_figures  0 8 1 * * Asia/Shanghai", "+08:00");
    assertThat(told.get(3)).contains("monthly_figures  share        delivered");
    assertThat(told.get(4)).contains("failed and not made up for: 0");
    assertThat(told.get(5)).startsWith("verify: Valid");
    assertThat(slots()).hasSize(1);
  }

  @Test
  void asManyRoundsAsOneLikesDeliverASlotOnce() throws Exception {
    run("schedule", "run", "--once", "--city", city.toString()).expect(0);
    wasDownForTwoMonths();
    JsonNode first =
        run("schedule", "run", "--once", "--city", city.toString(), "--json").expect(0).json();
    JsonNode second =
        run("schedule", "run", "--once", "--city", city.toString(), "--json").expect(0).json();

    assertThat(first.path("slots").findValuesAsText("state")).containsOnly("delivered");
    assertThat(first.path("slots").findValuesAsText("export"))
        .contains("monthly_figures", "index_evaluation");
    assertThat(second.path("slots")).isEmpty();
    assertThat(slots()).hasSize(1);
    assertThat(
            ExportVerifier.verify(share.resolve("monthly_figures").resolve(slots().get(0))).valid())
        .isTrue();
  }

  @Test
  void aDestinationThatIsNotThereIsReportedAndMadeUpForLater() throws Exception {
    run("schedule", "run", "--once", "--city", city.toString()).expect(0);
    wasDownForTwoMonths();
    Files.delete(share);
    JsonNode down =
        run("schedule", "run", "--once", "--city", city.toString(), "--json").expect(1).json();
    CommandRun status = run("schedule", "status").expect(1);
    Files.createDirectories(share);
    try (Connection record = DriverManager.getConnection("jdbc:sqlite:" + home.scheduleDatabase());
        Statement statement = record.createStatement()) {
      statement.execute("UPDATE delivery SET next_attempt = 0 WHERE state = 'failed'");
    }
    run("schedule", "run", "--once", "--city", city.toString()).expect(0);

    assertThat(down.path("failed").asInt()).isEqualTo(1);
    assertThat(status.out()).contains("share        failed", "is it mounted?");
    assertThat(run("schedule", "status").expect(0).out()).contains("not made up for: 0");
    assertThat(slots()).hasSize(1);
  }

  @Test
  void aSecondSchedulerSaysWhoRunsTheSchedulesAndEnds() {
    try (HomeLock lock = HomeLock.takeSchedule(home)) {
      CommandRun second = run("schedule", "run", "--once", "--json").expect(1);

      assertThat(second.error())
          .contains("process " + ProcessHandle.current().pid() + " runs them");
    }
  }

  @Test
  void aPackageOfTheOtherSuiteIsVerifiedTooAndAMixtureIsRefused() throws IOException {
    Path folder = Path.of(run("export", "city_figures").expect(0).out().strip());
    String international = Files.readString(folder.resolve("signature.json"));
    CommandRun sm =
        CommandRun.of(home, Map.of("CITYLAKE_SIGNATURE_SUITE", "sm"), "export", "city_figures");
    sm.expect(0);
    JsonNode valid = run("verify", folder.toString(), "--json").expect(0).json();
    Files.writeString(folder.resolve("signature.json"), international);
    CommandRun mixed = run("verify", folder.toString(), "--json").expect(1);
    run("export", "city_figures").expect(0);

    assertThat(valid.path("suite").asText()).isEqualTo("sm");
    assertThat(mixed.json().path("faults").findValuesAsText("rule")).contains("other-suite");
    assertThat(run("verify", folder.toString(), "--json").expect(0).json().path("suite").asText())
        .isEqualTo("international");
  }
}
