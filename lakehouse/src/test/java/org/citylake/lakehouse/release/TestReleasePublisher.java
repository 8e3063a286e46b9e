package org.citylake.lakehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.DeclarationSet;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.catalog.MovedHome;
import org.citylake.lakehouse.schema.Change;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReleasePublisher {
  private static final Path TABLES =
      Path.of(System.getProperty("citylake.root")).resolve("lakehouse/tables");

  private Lake lake;

  @BeforeEach
  void open(@TempDir Path folder) {
    lake = Lake.open(folder);
    TableApplier applier = new TableApplier(lake.live());
    for (TableDeclaration table :
        DeclarationReader.read(List.of(TABLES.getParent())).library().tables()) {
      if (table.fullName().startsWith("audit.")) {
        applier.apply(table.contract());
      }
    }
    applier.apply(Lake.contract("city.t", "1 code string!"));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private static Release release(int minute, long snapshotId) {
    return new Release(
        "20160101_0123abcd",
        "final",
        OffsetDateTime.of(2026, 1, 1, 0, minute, 0, 0, ZoneOffset.UTC),
        "fingerprint",
        "0.1.0",
        "declarations",
        Map.of("city.t", snapshotId),
        Map.of(),
        Release.Occasion.NONE);
  }

  @Test
  void everyShippedContractMakesItsTable() {
    TableApplier applier = new TableApplier(lake.live());
    List<TableDeclaration> tables =
        DeclarationReader.read(List.of(TABLES.getParent())).library().tables();

    assertThat(tables).hasSizeGreaterThanOrEqualTo(16);
    for (TableDeclaration table : tables) {
      applier.apply(table.contract());
      assertThat(applier.apply(table.contract()).kind()).isEqualTo(Change.Kind.UNCHANGED);
      assertThat(lake.live().load(table.fullName()).currentSnapshot()).isNotNull();
    }
    assertThat(MovedHome.check(lake.home(), lake.live())).isEmpty();
  }

  @Test
  void aPublicationThatDiedBeforeThePointerIsFinishedByDoingItAgain() {
    long first =
        TableAppend.append(lake.live().load("city.t"), "main", "1", List.of(Map.of("code", "a")));
    ReleasePublisher publisher = new ReleasePublisher(lake.live(), lake.server());

    assertThatThrownBy(
            () ->
                publisher.publish(
                    release(1, first),
                    recorded -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(lake.server().publishedReleaseId()).isEmpty();

    Release finished = publisher.publish(release(2, first));
    Release again = publisher.publish(release(3, first));

    assertThat(finished.createdAt().getMinute()).isEqualTo(1);
    assertThat(again).isEqualTo(finished);
    assertThat(new ReleaseReader(lake.live()).all()).containsExactly(finished);
    assertThat(new ReleaseReader(lake.live()).newest()).contains(finished);
    assertThat(lake.live().load("city.t").refs()).containsKey("release-20160101_0123abcd");
    try (LakeCatalog published = lake.connect(LakeCatalog.PUBLISHED)) {
      assertThat(Lake.values(published.load("city.t"), "code")).containsExactly("a");
    }
    assertThatThrownBy(() -> publisher.publish(release(1, 5L)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it is there already with other snapshots");
  }

  @Test
  void declarationsAreStoredOnceAndWrittenBack(@TempDir Path folder) throws Exception {
    DeclarationSet set =
        DeclarationSet.ofFiles(
            Map.of("tables/a/contract.odcs.yaml", "名: 一".getBytes(StandardCharsets.UTF_8)));
    DeclarationStore store = new DeclarationStore(lake.live());

    String hash = store.store(set);
    store.store(set);
    store.load(hash).writeTo(folder);

    assertThat(Files.readString(folder.resolve("tables/a/contract.odcs.yaml"))).isEqualTo("名: 一");
    assertThat(Lake.values(lake.live().load("audit.declaration"), "path")).hasSize(1);
    assertThatThrownBy(() -> store.load("beef"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot find the declarations beef");
  }

  @Test
  void aTableOutsideTheHomeIsFound(@TempDir Path elsewhere) {
    lake.live()
        .iceberg()
        .buildTable(LakeCatalog.identifier("city.stray"), lake.live().load("city.t").schema())
        .withLocation(elsewhere.toUri().toString())
        .create();

    assertThat(MovedHome.check(lake.home(), lake.live()))
        .singleElement()
        .satisfies(stray -> assertThat(stray.table()).isEqualTo("city.stray"));
  }

  @Test
  void tablesOfAMovedHomeAreFound(@TempDir Path folder) throws Exception {
    try (Lake before = Lake.open(folder.resolve("old"))) {
      new TableApplier(before.live()).apply(Lake.contract("city.t", "1 code string!"));
    }
    Files.move(folder.resolve("old"), folder.resolve("new"));

    try (Lake after = Lake.open(folder.resolve("new"))) {
      assertThat(MovedHome.check(after.home(), after.live()))
          .singleElement()
          .satisfies(
              stray -> {
                assertThat(stray.table()).isEqualTo("city.t");
                assertThat(stray.reason()).contains("it cannot be read", "/old/warehouse/city/t");
              });
    }
  }
}
