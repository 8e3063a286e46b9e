package org.citylake.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFirstUsers {
  private final Path folder;
  private final UserStore store;

  TestFirstUsers(@TempDir Path folder) {
    this.folder = folder.resolve("access");
    this.store = UserStore.of(this.folder, Clock.systemUTC());
  }

  @Test
  void theOwnerSignsInByATokenThatTheHomeKeeps() throws IOException {
    String token = FirstUsers.ownerToken(folder, store);

    assertThat(FirstUsers.ownerToken(folder, store)).isEqualTo(token);
    assertThat(store.verify("citylake", token)).isPresent();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("owner-token"))))
        .isEqualTo("rw-------");

    store.removeTokens("citylake");
    assertThat(store.verify("citylake", FirstUsers.ownerToken(folder, store))).isPresent();
  }

  @Test
  void theFirstAdministratorIsMadeOnceAndHisPasswordStandsInAFile() throws IOException {
    FirstUsers.ownerToken(folder, store);
    Path file = FirstUsers.firstAdministrator(folder, store).orElseThrow();
    String password = Files.readString(file).strip();

    assertThat(FirstUsers.firstAdministrator(folder, store)).contains(file);
    assertThat(store.verify("admin", password).orElseThrow().groups())
        .containsExactly("administrator");

    Files.delete(file);
    assertThat(FirstUsers.firstAdministrator(folder, store)).isEmpty();
  }
}
