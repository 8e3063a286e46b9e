package org.citylake.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestIcebergTypeName {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "int",
        "long",
        "decimal(38,10)",
        "decimal(9, 2)",
        "timestamptz",
        "fixed[16]",
        "list<string>",
        "map<string,long>",
        "list<map<string,list<double>>>"
      })
  void namesOfTheSpecificationAreKnown(String name) {
    assertThat(IcebergTypeName.valid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INT",
        "varchar",
        "decimal",
        "decimal(39,0)",
        "decimal(3,4)",
        "list<>",
        "list<text>",
        "map<string>",
        "timestamp with time zone"
      })
  void otherNamesAreNot(String name) {
    assertThat(IcebergTypeName.valid(name)).isFalse();
  }
}
