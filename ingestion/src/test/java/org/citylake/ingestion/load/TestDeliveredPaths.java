package org.citylake.ingestion.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a path can stand for besides a file that lies still. */
class TestDeliveredPaths {
  private static final LocalDate DAY = LocalDate.of(2023, 1, 1);
  private static final String HEADER = "code,name_zh,district_code\n";
  private static final String ROW = "310101002,南京东路街道,310101\n";

  private final SourceDeclaration source = Shipped.source("subdistrict");
  private final Path folder;

  TestDeliveredPaths(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void folderPipeDeviceAndWhatIsNotThereAreNamed() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));

    refused(Files.createDirectory(folder.resolve("data")), "it is a folder; name a file in it");
    refused(pipe, "it is a pipe or a device");
    refused(Path.of("/dev/zero"), "it is a pipe or a device");
    refused(dangling, "it is a link to a file that is not there");
    refused(folder.resolve("none.csv"), "Cannot find the file");
  }

  @Test
  void linkToAFileIsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), HEADER + ROW);
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    try (LakeHome home = home()) {
      assertThat(home.load(Shipped.library(), source, link, DAY).accepted()).isOne();
    }
  }

  @Test
  void fileThatIsGoneWhileItIsKeptTellsWhy() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), HEADER + ROW);
    Files.writeString(
        Files.createDirectories(folder.resolve("home")).resolve("deliveries"), "a file");
    try (LakeHome home = home()) {
      assertThatThrownBy(() -> home.load(Shipped.library(), source, file, DAY))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("deliveries: there is one of that name already; see that the disk");
    }
  }

  @Test
  void fileThatGrowsIsLoadedAsFarAsItWasAndTheRestWithTheNextLoad() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), HEADER);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer = new Thread(() -> write(file, stop));
    try (LakeHome home = home()) {
      writer.start();
      long loaded = 0;
      for (int i = 0; i < 5; i++) {
        LoadResult load = home.load(Shipped.library(), source, file, DAY);
        loaded += load.accepted();
        assertThat(load.arrived()).isGreaterThanOrEqualTo(loaded);
      }
      stop.set(true);
      writer.join();
      LoadResult last = home.load(Shipped.library(), source, file, DAY);
      long lines = Files.readAllLines(file, UTF_8).size() - 1;
      assertThat(last.arrived()).isEqualTo(lines);
      assertThat(home.rows("raw.subdistrict")).hasSize((int) lines);
    }
  }

  /** Whole lines, each in one write, as a program that logs does. */
  private static void write(Path file, AtomicBoolean stop) {
    try {
      for (int i = 0; i < 5000 && !stop.get(); i++) {
        String row = (310101000 + i) + ",街道" + i + ",310101\n";
        Files.writeString(file, row, UTF_8, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refused(Path file, String message) throws Exception {
    try (LakeHome home = home()) {
      assertThatThrownBy(() -> home.load(Shipped.library(), source, file, DAY))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining(file.toAbsolutePath().toString())
          .hasMessageContaining(message);
    }
  }

  private LakeHome home() {
    return LakeHome.inMemory(folder.resolve("home"));
  }
}
