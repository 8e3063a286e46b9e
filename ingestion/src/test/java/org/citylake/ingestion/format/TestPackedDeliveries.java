package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPackedDeliveries {
  private static final String CSV = "a,b\n1,2\n3,4\n";

  @Test
  void gzipOfSeveralMembersIsReadAsOneFile() throws IOException {
    assertThat(gzipped().read(join(gzip("a,b\n1,2\n"), gzip("3,4\n"))))
        .containsExactly("2: {c1=1, c2=2}", "3: {c1=3, c2=4}");
  }

  @Test
  void zipWithOneFileIsReadWhateverItsNamesCharacters() throws IOException {
    assertThat(zipped().read(zip(Map.of("浦东/人口.csv", CSV))))
        .containsExactly("2: {c1=1, c2=2}", "3: {c1=3, c2=4}");
  }

  @Test
  void severalFilesAreRefusedUnlessOneIsNamed() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("read.txt", "hello");
    files.put("data-1.csv", CSV);
    assertThatThrownBy(() -> zipped().read(zip(files)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("the zip archive has 2 files where one is expected")
        .hasMessageContaining("read.txt, data-1.csv");
    assertThat(FormatSource.of("csv", "a", "b").packed(Compression.ZIP, "*.csv").read(zip(files)))
        .hasSize(2);
  }

  @Test
  void packingMustBeAsAgreed() throws IOException {
    assertThatThrownBy(() -> FormatSource.of("csv", "a", "b").read(gzip(CSV)))
        .hasMessageContaining(
            "it is a gzip file where the contract's format says compression: none");
    assertThatThrownBy(() -> gzipped().read(CSV.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining(
            "it is not packed where the contract's format says compression: gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.csv", "/etc/a.csv", "C:a.csv", "x\\a.csv", "x/../../a.csv"})
  void namesThatLeadOutOfTheirFolderAreRefused(String name) throws IOException {
    // The writing library turns a backslash into a slash, so it is put in behind its back.
    String written = name.replace('\\', '|');
    byte[] zip =
        new String(zip(Map.of(written, CSV)), StandardCharsets.ISO_8859_1)
            .replace(written, name)
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> zipped().read(zip)).hasMessageContaining("leads out of its folder");
  }

  @Test
  void cutFilesAreRefusedWhole() throws IOException {
    byte[] gzip = gzip(many());
    byte[] zip = zip(Map.of("a.csv", many()));
    assertThatThrownBy(() -> gzipped().read(Arrays.copyOf(gzip, gzip.length - 9)))
        .hasMessageContaining("was cut off while it was sent");
    assertThatThrownBy(() -> zipped().read(Arrays.copyOf(zip, zip.length - 30)))
        .hasMessageContaining("was cut off while it was sent");
  }

  @Test
  void bytesThatChangedInsideAZipAreRefused() throws IOException {
    byte[] zip = zipStored("a.csv", CSV);
    zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("3,4")] = '9';
    assertThatThrownBy(() -> zipped().read(zip)).hasMessageContaining("it is damaged");
  }

  @Test
  void zipWithAPasswordIsRefused() throws IOException {
    byte[] zip = zip(Map.of("a.csv", CSV));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf("PK\1\2") + 8] |= 1;
    zip[6] |= 1;
    assertThatThrownBy(() -> zipped().read(zip)).hasMessageContaining("has a password");
  }

  @Test
  void fileThatUnpacksToAHundredTimesItsSizeIsRefused() throws IOException {
    byte[] gzip = gzip("a,b\n" + "1,2222222222222222222222222222222222222222\n".repeat(400_000));
    byte[] zip = zip(Map.of("a.csv", "a,b\n" + "0".repeat(20 << 20)));
    assertThatThrownBy(() -> gzipped().read(gzip))
        .hasMessageContaining("unpack to more than 100 times as many");
    assertThatThrownBy(() -> zipped().read(zip))
        .hasMessageContaining("unpack to more than 100 times as many");
  }

  @Test
  void fileThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
    byte[] gzip = gzip(CSV);
    UnpackLimit limit = UnpackLimit.of(Map.of("CITYLAKE_MAX_UNPACKED", "11"));
    assertThatThrownBy(
            () ->
                DeliveredBytes.open(
                        FormatSource.file("a.csv.gz", gzip),
                        new Packing(Compression.GZIP, java.util.Optional.empty()),
                        limit)
                    .readAllBytes())
        .hasMessage(
            "Cannot read a.csv.gz, nothing was loaded: it unpacks to more than 11 bytes: send it in"
                + " parts, or raise CITYLAKE_MAX_UNPACKED");
    assertThatThrownBy(() -> UnpackLimit.of(Map.of("CITYLAKE_MAX_UNPACKED", "10G")))
        .hasMessageContaining("CITYLAKE_MAX_UNPACKED is '10G'");
  }

  private static FormatSource gzipped() {
    return FormatSource.of("csv", "a", "b").packed(Compression.GZIP);
  }

  private static FormatSource zipped() {
    return FormatSource.of("csv", "a", "b").packed(Compression.ZIP);
  }

  private static String many() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 1000; i++) {
      text.append(i).append(',').append(i * 7919 % 1009).append('\n');
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setEncoding("GBK");
      zip.setUseLanguageEncodingFlag(false);
      zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipStored(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setLevel(0);
      zip.putArchiveEntry(new ZipArchiveEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
