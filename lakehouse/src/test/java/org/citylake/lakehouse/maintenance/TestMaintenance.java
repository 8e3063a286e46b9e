package org.citylake.lakehouse.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of two months that rows come into one by one. */
class TestMaintenance {
  private static final long TARGET = 1 << 20;

  private Lake lake;
  private Table table;

  @BeforeEach
  void open(@TempDir Path folder) {
    lake = Lake.open(folder);
    new TableApplier(lake.live())
        .apply(
            Lake.contract(
                "city.t",
                Map.of("partitioning", List.of("month(at)")),
                "1 code string!",
                "2 at timestamptz!"));
    table = lake.live().load("city.t");
    IntStream.range(0, 12).forEach(i -> append("a" + i, "2015-01-01T00:00:00Z"));
    IntStream.range(0, 3).forEach(i -> append("b" + i, "2015-02-01T00:00:00Z"));
    table.refresh();
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private void append(String code, String time) {
    TableAppend.append(
        lake.live().load("city.t"),
        "main",
        "load of " + code,
        List.of(Map.of("code", code, "at", OffsetDateTime.parse(time))));
  }

  private List<String> files() throws IOException {
    table.refresh();
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(task.file().location()));
    }
    return files;
  }

  private long largest() throws IOException {
    long largest = 0;
    for (String file : files()) {
      largest = Math.max(largest, Files.size(Path.of(path(file))));
    }
    return largest;
  }

  @Test
  void aPartitionOfManySmallFilesBecomesOneFileAndAnotherStays() throws IOException {
    List<String> before = Lake.values(table, "code");

    assertThat(SmallFiles.rewrite(table, 5, TARGET)).isEqualTo(new SmallFiles.Outcome(12, 1));

    assertThat(files()).hasSize(4);
    assertThat(Lake.values(table, "code")).hasSize(15).isEqualTo(before);
    assertThat(SmallFiles.rewrite(table, 5, TARGET)).isEqualTo(new SmallFiles.Outcome(0, 0));
  }

  @Test
  void whatCameTogetherIsWrittenAgainOnlyWithMoreOfItsSize() throws IOException {
    // A file of one row is just of the smallest size, a file of twelve is not.
    long target = 64 * (largest() / 3 + 1);
    SmallFiles.rewrite(table, 12, target);
    List<String> together = files();

    IntStream.range(0, 12).forEach(i -> append("c" + i, "2015-01-01T00:00:00Z"));
    SmallFiles.rewrite(table, 12, target);

    assertThat(together).hasSize(2);
    assertThat(files()).hasSize(3).containsAll(together);
    assertThat(Lake.values(table, "code")).hasSize(27);
    assertThat(SmallFiles.rewrite(table, 2, target)).isEqualTo(new SmallFiles.Outcome(2, 1));
  }

  @Test
  void rowsThatCameMeanwhileStay() {
    Table early = lake.live().load("city.t");
    append("late", "2015-01-02T00:00:00Z");

    SmallFiles.rewrite(early, 5, TARGET);

    table.refresh();
    assertThat(Lake.values(table, "code")).hasSize(16).contains("late");
  }

  @Test
  void aTableWithoutRowsIsLeftAlone() {
    new TableApplier(lake.live()).apply(Lake.contract("city.empty", "1 code string!"));

    assertThat(SmallFiles.rewrite(lake.live().load("city.empty"), 2, TARGET))
        .isEqualTo(new SmallFiles.Outcome(0, 0));
  }

  @Test
  void oldSnapshotsGoWithTheFilesThatNoNewerOneHas() throws IOException {
    List<String> replaced = files().subList(0, 1);
    SmallFiles.rewrite(table, 2, TARGET);
    append("last", "2015-03-01T00:00:00Z");

    assertThat(OldSnapshots.expire(table, Duration.ofHours(1), 1)).isZero();
    assertThat(replaced).allSatisfy(file -> assertThat(Path.of(path(file))).exists());
    assertThat(OldSnapshots.expire(table, Duration.ZERO, 1)).isGreaterThan(15);

    assertThat(replaced).allSatisfy(file -> assertThat(Path.of(path(file))).doesNotExist());
    assertThat(Lake.values(table, "code")).hasSize(16);
    assertThat(table.snapshots()).hasSize(1);
  }

  @Test
  void whatATagHoldsStays() {
    Snapshot tagged = table.currentSnapshot();
    table.manageSnapshots().createTag("kept", tagged.snapshotId()).commit();
    SmallFiles.rewrite(table, 2, TARGET);
    append("last", "2015-03-01T00:00:00Z");

    OldSnapshots.expire(table, Duration.ZERO, 1);

    assertThat(table.snapshot(tagged.snapshotId())).isNotNull();
    assertThat(tagged.addedDataFiles(table.io()))
        .allSatisfy(file -> assertThat(Path.of(path(file.location()))).exists());
  }

  @Test
  void metadataFilesDoNotPileUp() throws IOException {
    OldSnapshots.expire(table, Duration.ZERO, 1);

    IntStream.range(0, 40).forEach(i -> append("c" + i, "2015-03-01T00:00:00Z"));

    try (Stream<Path> metadata = Files.list(Path.of(path(table.location())).resolve("metadata"))) {
      assertThat(metadata.filter(file -> file.toString().endsWith(".metadata.json")))
          .hasSizeLessThan(40);
    }
  }

  private static String path(String location) {
    return location.replaceFirst("^file:/*", "/");
  }
}
