package org.citylake.ingestion.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITVaultOnIceberg {
  private static final String TOKEN = "token-of-the-test";
  private static final LocalDate DAY_1 = LocalDate.of(2016, 1, 1);
  private static final LocalDate DAY_2 = LocalDate.of(2016, 2, 1);

  @TempDir private Path folder = Path.of("");

  @Test
  void expiredValuesAreGoneFromEverySnapshotAndFile() throws IOException {
    DeclarationLibrary library = ResidentSource.library(folder);
    SourceDeclaration source = library.findSource(ResidentSource.ID).orElseThrow();
    Home home = new Home(folder.resolve("home"));
    home.create();
    VaultKeyFile keys = VaultKeyFile.of(home, Map.of(), Clock.systemUTC());
    try (CatalogServer server = CatalogServer.start(home, TOKEN, 0);
        LakeCatalog catalog = LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE)) {
      Loader loader = new Loader(catalog, home, library, keys, Clock.systemUTC());
      loader.load(source, file("a.csv", ResidentSource.ANNA), DAY_1);
      loader.load(source, file("b.csv", ResidentSource.ANNA_MOVED), DAY_2);
      SourceVault vault = new SourceVault(new LakeTableStore(catalog), source, keys);
      assertThat(vault.open("1")).hasSize(2);
      List<Path> before = dataFiles(home);
      assertThat(before).hasSize(2);

      assertThat(vault.expire(DAY_2.plusYears(2), false).versions()).isEqualTo(1);

      assertThat(vault.open("1"))
          .extracting(SourceVault.Opened::heldUntil)
          .containsExactly(Optional.empty());
      assertThat(catalog.load("vault." + ResidentSource.ID).snapshots()).hasSize(1);
      assertThat(dataFiles(home)).hasSize(1).doesNotContainAnyElementsOf(before);
    }
  }

  private static List<Path> dataFiles(Home home) throws IOException {
    try (Stream<Path> files = Files.walk(home.warehouse())) {
      return files
          .filter(f -> f.toString().endsWith(".parquet"))
          .filter(f -> f.toString().contains("vault/" + ResidentSource.ID))
          .toList();
    }
  }

  private Path file(String name, String row) throws IOException {
    return Files.writeString(folder.resolve(name), ResidentSource.HEADER + "\n" + row + "\n");
  }
}
