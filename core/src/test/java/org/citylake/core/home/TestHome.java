package org.citylake.core.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHome {
  @Test
  void aNewHomeIsItsOwnersAlone(@TempDir Path folder) throws IOException {
    Home home = new Home(folder.resolve("city/var"));

    home.create();

    assertThat(permissions(home.root())).isEqualTo("rwx------");
    assertThat(permissions(home.secrets())).isEqualTo("rwx------");
  }

  @Test
  void aFolderThatIsThereKeepsItsPermissions(@TempDir Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

    new Home(folder).create();

    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }
}
