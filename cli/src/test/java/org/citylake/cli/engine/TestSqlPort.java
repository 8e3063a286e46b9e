package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSqlPort {
  private Home home = new Home(Path.of("unset"));

  @BeforeEach
  void home(@TempDir Path folder) {
    home = new Home(folder);
  }

  @Test
  void aHomeTakesItsLastPortAgain() {
    int last = SqlPort.any().choose();
    SqlPort.keep(home, last);

    assertThat(SqlPort.lastOf(home).choose()).isEqualTo(last);
  }

  @Test
  void anotherOneIsTakenWhereTheLastIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SqlPort.keep(home, taken.getLocalPort());

      assertThat(SqlPort.lastOf(home).choose()).isPositive().isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void aNamedPortIsThatOneOrNone() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(SqlPort.named(taken.getLocalPort()).choose()).isEqualTo(taken.getLocalPort());
      assertThat(SqlPort.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void aNewHomeAndAFileThatHoldsNoPortTakeAnyFreeOne() throws IOException {
    assertThat(SqlPort.lastOf(home)).isEqualTo(SqlPort.any());
    Files.createDirectories(home.run());
    Files.writeString(home.run().resolve("sql-port"), "99999999\n");

    assertThat(SqlPort.lastOf(home).choose()).isPositive();
  }
}
