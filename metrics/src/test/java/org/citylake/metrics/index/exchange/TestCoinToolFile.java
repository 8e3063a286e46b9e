package org.citylake.metrics.index.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no workbook of the COIN Tool, or a hostile one. */
class TestCoinToolFile {
  private final Path folder;
  private final Path file;

  TestCoinToolFile(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("COIN_Tool.xlsx");
  }

  @Test
  void aFileThatIsNotThereIsWrongUse() {
    assertRefused(file, Kind.USER, "no such file");
    assertRefused(folder, Kind.USER, "it is a folder");
  }

  @Test
  void aTextIsNoWorkbook() throws IOException {
    Files.writeString(file, "uCode,uName\n");
    assertRefused(file, Kind.DATA, "it is no workbook (.xlsx or .xlsm)");

    Files.writeString(file, "");
    assertRefused(file, Kind.DATA, "it is no workbook (.xlsx or .xlsm)");
  }

  @Test
  void anArchiveOfOtherThingsIsNoWorkbook() throws IOException {
    zip(file, "hello.txt", "hello".getBytes(StandardCharsets.UTF_8), 1);
    assertRefused(file, Kind.DATA, "it is no well-formed workbook");

    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertRefused(file, Kind.DATA, "it is no well-formed workbook");
  }

  @Test
  void aMissingSheetIsNamedWithTheNearest() throws IOException {
    CoinToolFixture.write(file, book -> book.setSheetName(0, "Databse"));

    assertRefused(file, Kind.DATA, "it has no sheet 'Database'");
    assertRefused(file, Kind.DATA, "did you mean 'Databse'?");
  }

  @Test
  void aPasswordIsNamed() throws IOException, GeneralSecurityException {
    Path open = CoinToolFixture.write(folder.resolve("open.xlsx"), book -> {});
    encrypt(open, file);

    assertRefused(file, Kind.DATA, "it has a password");
  }

  @Test
  void whatUnpacksToTooMuchIsNotReadOn() throws IOException {
    zip(file, "xl/worksheets/sheet1.xml", new byte[1 << 20], 9);

    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThatThrownBy(() -> new WorkbookFile(file, 8L << 20).sheets(List.of("Database")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it unpacks to more than 8 MiB");
  }

  private static void assertRefused(Path file, Kind kind, String reason) {
    assertThatThrownBy(() -> CoinToolWorkbook.read(file))
        .isInstanceOfSatisfying(CityLakeException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageStartingWith("Cannot read the workbook " + file)
        .hasMessageContaining(reason);
  }

  private static void zip(Path file, String name, byte[] content, int times) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(content);
      }
      zip.closeEntry();
    }
  }

  private static void encrypt(Path open, Path locked) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(system)) {
        Files.copy(open, out);
      }
      try (OutputStream out = Files.newOutputStream(locked)) {
        system.writeFilesystem(out);
      }
    }
  }
}
