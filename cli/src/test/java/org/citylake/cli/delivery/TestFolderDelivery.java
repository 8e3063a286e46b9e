package org.citylake.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.cli.delivery.Delivery.Outcome;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.metrics.export.ExportVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFolderDelivery {
  private static final String SLOT = "2016-12-01T00:00:00Z";

  private final Path folder;
  private final Path share;

  TestFolderDelivery(@TempDir Path folder) {
    this.folder = folder;
    this.share = folder.resolve("share");
  }

  @BeforeEach
  void makeShare() throws IOException {
    Files.createDirectories(share);
  }

  private static Delivery to(Path path) {
    return new FolderDelivery(new ExportDestination.Folder("share", path.toString()));
  }

  @Test
  void thePackageStandsWholeUnderTheSlotsName() throws IOException {
    Outcome outcome = to(share).deliver(SlotPackages.slot(folder, "r1", SLOT));

    assertThat(outcome).isEqualTo(Outcome.DELIVERED);
    assertThat(share.resolve("figures")).isDirectoryContaining("glob:**/20161201T000000Z");
    assertThat(ExportVerifier.verify(share.resolve("figures/20161201T000000Z")).faults()).isEmpty();
  }

  @Test
  void theSameSlotAgainIsThereAlready() throws IOException {
    SlotPackage given = SlotPackages.slot(folder, "r1", SLOT);
    to(share).deliver(given);

    assertThat(to(share).deliver(given)).isEqualTo(Outcome.THERE_ALREADY);
    assertThat(share.resolve("figures").toFile().list()).containsExactly("20161201T000000Z");
  }

  @Test
  void anotherPackageInTheSlotsPlaceStaysAndIsNamed() throws IOException {
    to(share).deliver(SlotPackages.slot(folder, "r1", SLOT));

    assertThatThrownBy(() -> to(share).deliver(SlotPackages.slot(folder, "r2", SLOT)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("20161201T000000Z holds another package of this slot already");
    assertThat(share.resolve("figures/20161201T000000Z/manifest.json"))
        .content()
        .contains("\"r1\"");
  }

  @Test
  void whatAKilledDeliveryLeftBehindIsCleared() throws IOException {
    Path part = share.resolve("figures/.20161201T000000Z.part");
    Files.createDirectories(part);
    Files.writeString(part.resolve("half.csv"), "ref_ar");

    to(share).deliver(SlotPackages.slot(folder, "r1", SLOT));

    assertThat(share.resolve("figures").toFile().list()).containsExactly("20161201T000000Z");
  }

  @Test
  void aShareThatIsNotMountedIsNotMadeInItsPlace() {
    Path none = folder.resolve("none");

    assertThatThrownBy(() -> to(none).deliver(SlotPackages.slot(folder, "r1", SLOT)))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no folder " + none + "; is it mounted?");
    assertThat(none).doesNotExist();
  }

  @Test
  void aShareThatCannotBeWrittenIsNamed() {
    // Not even the superuser can make a folder there.
    Path readOnly = Path.of("/proc");
    assumeTrue(Files.isDirectory(readOnly), "no /proc");

    assertThatThrownBy(() -> to(readOnly).deliver(SlotPackages.slot(folder, "r1", SLOT)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/proc/figures");
  }

  @Test
  void aShareThatFillsUpInTheMiddleIsLeftAsItWas() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"))) {
      SlotPackage given = SlotPackages.slot(folder, "r1", SLOT);

      assertThatThrownBy(() -> to(disk.folder()).deliver(given))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");
      assertThat(SlotPackages.below(disk.folder())).containsExactly("figures");
    }
  }

  @Test
  void aHomeThatIsReadOnlyIsNamed() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"))) {
      disk.readOnly();

      assertThatThrownBy(() -> SlotPackages.slot(disk.folder(), "r1", SLOT))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot write the export 'figures' to " + disk.folder())
          .hasMessageContaining("Read-only file system");
    }
  }

  @Test
  void aHomeThatFillsUpInTheMiddleOfAnExportIsLeftAsItWas() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"))) {
      assertThatThrownBy(() -> SlotPackages.slot(disk.folder(), "r1", SLOT))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("Nothing was left there; free space or choose another folder");
      assertThat(SlotPackages.below(disk.folder())).containsExactly("exports", "exports/figures");
    }
  }
}
