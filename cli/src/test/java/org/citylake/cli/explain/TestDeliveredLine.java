package org.citylake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDeliveredLine {
  private final Home home;

  TestDeliveredLine(@TempDir Path folder) throws IOException {
    this.home = new Home(folder);
    Files.createDirectories(home.deliveries());
  }

  @Test
  void lineOfAPackedFileIsShownUnpacked() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(home.deliveries().resolve("abc.csv.gz")))) {
      out.write("区\n黄浦区\n静安区\n".getBytes(Charset.forName("GBK")));
    }
    DeliveredLine lines = new DeliveredLine(home);
    Optional<SourceDeclaration> source = source("csv", "GBK", Compression.GZIP, "区");
    assertThat(lines.find("abc", 3, source)).contains("静安区");
    assertThat(lines.find("abc", 9, source)).isEmpty();
    assertThat(lines.find("abc", 3, source("csv", "GBK", Compression.GZIP, "街道")).orElseThrow())
        .startsWith("not readable by the contract of now: The ");
  }

  @Test
  void recordOfAFileWithoutLinesIsShownAsItIsKept() throws IOException {
    Files.writeString(
        home.deliveries().resolve("abc.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"区\":\"黄浦区\"},\"geometry\":null}]}",
        StandardCharsets.UTF_8);
    assertThat(
            new DeliveredLine(home)
                .find("abc", 1, source("geojson", "UTF-8", Compression.NONE, "区")))
        .contains("{\"区\":\"黄浦区\"}");
  }

  private static Optional<SourceDeclaration> source(
      String type, String encoding, Compression compression, String column) {
    ContractProperty property =
        new ContractProperty(
            "district",
            column,
            1,
            LogicalType.STRING,
            "string",
            false,
            1,
            "",
            "",
            "general-1",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of());
    return Optional.of(
        new SourceDeclaration(
            "s",
            "d",
            Path.of("."),
            new DataContract("s", "1.0.0", "", "", "", List.of(property), List.of(), Map.of()),
            new FileFormat(
                type,
                encoding,
                ',',
                List.of(),
                false,
                Delivery.INCREMENT,
                Optional.empty(),
                new Packing(compression, Optional.empty()),
                HeaderRule.EXACT,
                SheetLayout.FOUND,
                Optional.empty(),
                SourceDeclaration.Width.KEEP,
                Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "hash"));
  }
}
