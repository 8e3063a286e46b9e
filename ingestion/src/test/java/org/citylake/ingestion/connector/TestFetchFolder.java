package org.citylake.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFetchFolder {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatAKilledPullFetchedIsRemovedByTheNext() throws IOException {
    Home home = new Home(folder);
    home.create();
    // Never closed, as a pull that was killed.
    Path left = FetchFolder.make(home).path();
    Files.writeString(left.resolve("persons.csv"), "number,name\n");
    Path other = Files.createDirectories(home.run().resolve("leases"));

    try (FetchFolder next = FetchFolder.make(home)) {
      assertThat(left).doesNotExist();
      assertThat(next.path()).isEmptyDirectory();
    }

    assertThat(home.run()).isDirectoryContaining(other::equals);
    assertThat(home.run()).isDirectoryNotContaining("glob:**/pull-*");
  }
}
