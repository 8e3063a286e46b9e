package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.citylake.cli.delivery.SmallDisk;
import org.citylake.cli.state.LogFiles;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes on disks that are full, or that nobody may write to. */
class ITFailingDisk {
  private static final int ROWS = 20_000;

  private final Path folder;

  ITFailingDisk(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aLoadThatFindsTheDiskFullSaysSoAndIsFinishedWhenThereIsSpace() throws Exception {
    String sent = sent();
    Home clean = new Home(folder.resolve("clean"));
    ingest(clean, sent).expect(0);
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "1m")) {
      Home home = new Home(disk.folder().resolve("home"));
      int failures = 0;
      // Step by step, so that the space is gone at another place of the load each time.
      CommandRun load = ingest(home, sent);
      for (int kilobytes = 1536; load.code() != 0; kilobytes += 512) {
        assertThat(load.error())
            .contains(
                home.root().toString(),
                "free some space and run the command again, it goes on where it stopped");
        failures++;
        assertThat(kilobytes).isLessThan(50_000);
        disk.resize(kilobytes + "k");
        load = ingest(home, sent);
      }
      assertThat(failures).isGreaterThan(1);
      assertThat(LakeRows.of(home)).isEqualTo(LakeRows.of(clean));
      closeLog();
    }
  }

  @Test
  void aHomeThatCannotBeWrittenToIsNamedAndKeepsWhatItHas() throws Exception {
    String sent = sent();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "100m")) {
      Home home = new Home(disk.folder().resolve("home"));
      disk.readOnly();
      assertThat(ingest(home, sent).expect(1).error())
          .contains(home.root().toString(), "take a --home that you may write to");
      disk.resize("100m");
      ingest(home, sent).expect(0);
      Map<String, ?> before = LakeRows.of(home);
      closeLog();
      disk.readOnly();
      assertThat(ingest(home, sent).expect(1).error())
          .contains(home.root().toString(), "take a --home that you may write to");
      disk.resize("100m");
      assertThat(LakeRows.of(home)).isEqualTo(before);
      closeLog();
    }
  }

  /** The log of a home stays open in this JVM until another is opened. */
  private void closeLog() {
    LogFiles.open(new Home(folder.resolve("elsewhere")));
  }

  /** Subdistricts whose names no file can make shorter. */
  private String sent() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("code,name_zh,district_code\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(310_100_000 + i).append(',');
      random.ints(60, 'a', 'z' + 1).forEach(c -> text.append((char) c));
      text.append(",310101\n");
    }
    return Files.writeString(folder.resolve("subdistricts.csv"), text).toString();
  }

  private static CommandRun ingest(Home home, String sent) {
    return CommandRun.of(
        home, "ingest", "subdistrict", sent, "--snapshot-date", "2016-12-31", "--json");
  }
}
