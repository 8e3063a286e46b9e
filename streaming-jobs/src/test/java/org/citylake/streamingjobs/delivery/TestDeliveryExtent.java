package org.citylake.streamingjobs.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDeliveryExtent {
  private static final String HEADER =
      "No,year,month,day,hour,season,PM_Jingan,PM_US Post,PM_Xuhui,DEWP,HUMI,PRES,TEMP,cbwd,Iws,"
          + "precipitation,Iprec";
  private static final DeclaredSource SOURCE = source();

  @TempDir private Path folder = Path.of("");

  @Test
  void itIsTheSensorsAndLocalYearsOfTheReadings() throws Exception {
    DeliveryExtent extent =
        extent(
            "1,2013,12,31,23,4,10,NA,NA,-6,59.48,1026.1,1,cv,1,0,0",
            "2,2014,1,1,0,4,NA,NA,12,-6,59.48,1026.1,1,cv,1,0,0",
            "3,2016,1,1,0,4,NA,-5,NA,-6,59.48,1026.1,1,cv,1,0,0");

    assertThat(extent)
        .isEqualTo(new DeliveryExtent(java.util.Set.of("jingan", "xuhui"), 2013, 2014));
    assertThat(extent.contains("jingan", 2013)).isTrue();
    assertThat(extent.contains("us_post", 2013)).isFalse();
    assertThat(extent.contains("jingan", 2016)).isFalse();
  }

  @Test
  void withoutAReadingItContainsNothing() throws Exception {
    DeliveryExtent extent = extent("1,2013,12,31,23,4,NA,NA,NA,-6,59.48,1026.1,1,cv,1,0,0");

    assertThat(extent).isEqualTo(DeliveryExtent.NOTHING);
    assertThat(extent.contains("jingan", 2013)).isFalse();
  }

  private DeliveryExtent extent(String... lines) throws Exception {
    Path file = folder.resolve("delivery.csv");
    Files.writeString(
        file, HEADER + "\n" + String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    return DeliveryExtent.of(file, SOURCE.declaration(), ContractInterpreter.of(SOURCE).open());
  }

  private static DeclaredSource source() {
    Path root = Path.of(System.getProperty("citylake.root"));
    return new DeclaredSource(
        List.of("core", "lakehouse", "ingestion", "metrics", "dashboard").stream()
            .map(module -> root.resolve(module).toString())
            .toList(),
        "air_quality_pm25");
  }
}
