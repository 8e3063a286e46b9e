package org.citylake.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHomeLock {
  @Test
  void aSecondWriterFailsAtOnceAndNamesTheFirst(@TempDir Path folder) {
    Home home = new Home(folder);
    try (HomeLock lock = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " is writing to it");
    }
    HomeLock.take(home).close();
  }

  @Test
  void aSecondSchedulerFailsAtOnceAndNamesTheFirst(@TempDir Path folder) {
    Home home = new Home(folder);
    try (HomeLock lock = HomeLock.takeSchedule(home)) {
      assertThatThrownBy(() -> HomeLock.takeSchedule(home))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot run the schedules of " + home.root())
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " runs them");
      assertThat(HomeLock.findSchedule(home)).isEmpty();
      // Writing into the home is another matter.
      HomeLock.take(home).close();
    }
    HomeLock.takeSchedule(home).close();
  }
}
