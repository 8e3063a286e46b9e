package org.citylake.lakehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.lakehouse.Lake;
import org.junit.jupiter.api.Test;

class TestRawTableContract {
  private static SourceDeclaration source(List<String> wide, String... columns) {
    return new SourceDeclaration(
        "census",
        "people",
        Path.of("census"),
        Lake.contract("census", columns),
        new FileFormat(
            "csv",
            "UTF-8",
            ',',
            List.of(),
            false,
            Delivery.FULL,
            wide.isEmpty() ? Optional.empty() : Optional.of(new Unpivot(wide))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "hash");
  }

  @Test
  void theAgencysColumnsComeFirstThenThePlatforms() {
    DataContract raw =
        RawTableContract.of(source(List.of(), "1 district string!", "2 area decimal(38,10)"));

    Schema schema = ContractSchema.schema(raw);
    assertThat(raw.id()).isEqualTo("raw.census");
    assertThat(raw.properties())
        .extracting(ContractProperty::name)
        .containsExactly(
            "district",
            "area",
            "source_key",
            "revision",
            "load_id",
            "delivery",
            "file",
            "line",
            "occurrence",
            "operation",
            "snapshot_date",
            "known_from",
            "warnings",
            "content_hash");
    assertThat(schema.findField("district").isOptional()).isTrue();
    assertThat(schema.findField("source_key").fieldId()).isEqualTo(10_001);
    assertThat(schema.findField("known_from").fieldId()).isEqualTo(10_010);
    assertThat(schema.findField("warnings").fieldId()).isEqualTo(10_011);
    assertThat(schema.findField("warnings").isOptional()).isTrue();
    assertThat(raw.primaryKey())
        .extracting(ContractProperty::name)
        .containsExactly("source_key", "revision");
  }

  @Test
  void wideColumnsBecomeVariableAndValue() {
    DataContract raw =
        RawTableContract.of(
            source(
                List.of("census_2000", "census_2010"),
                "1 district string!",
                "2 census_2000 long",
                "3 census_2010 long"));

    Schema schema = ContractSchema.schema(raw);
    assertThat(schema.findField("census_2000")).isNull();
    assertThat(schema.findField("variable").fieldId()).isEqualTo(10_101);
    assertThat(schema.findField("value").fieldId()).isEqualTo(10_102);
    assertThat(schema.findField("value").type().toString()).isEqualTo("long");
  }

  @Test
  void aColumnThatThePlatformFillsIsRefused() {
    assertThatThrownBy(() -> RawTableContract.of(source(List.of(), "1 line string!")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot make raw.census: the platform fills a column 'line' there");
  }
}
