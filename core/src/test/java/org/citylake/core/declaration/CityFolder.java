package org.citylake.core.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.json.ContentHash;

/** A small city whose declarations are right, until a test breaks one. */
final class CityFolder {
  static final String SOURCE = "ingestion/sources/population/census/";
  static final String TABLE = "lakehouse/tables/city/figure/";
  static final String TOTAL = "lakehouse/tables/metric/total/";
  static final String INDICATOR = "metrics/indicators/population/people/";
  static final String EDITION = "metrics/indexes/comfort/2015/";
  static final String EXPORT = "metrics/exports/figures/export.yaml";
  static final String PAGE = "dashboard/pages/overview/page.yaml";
  static final String UNITS = "core/codelists/unit_measure/";

  private final Path root;

  CityFolder(Path root) {
    this.root = root;
    codelist();
    source();
    tables();
    metrics();
    write(
        PAGE,
        """
        name: overview
        title-zh: 总览
        title-en: Overview
        order: 1
        tiles:
          - {type: ranking, title-zh: 排序, title-en: Ranking, parameters: {indicator: people}}
        """);
  }

  Path root() {
    return root;
  }

  CityFolder write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text that must be there. */
  CityFolder change(String path, String from, String to) {
    String text = read(path);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(path + " has no '" + from + "'");
    }
    return write(path, text.replace(from, to));
  }

  CityFolder delete(String path) {
    try {
      Files.delete(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All problems, their paths below the root. */
  List<String> problems() {
    return DeclarationReader.read(List.of(root)).problems().stream()
        .map(p -> p.toString().replace(root.toString().replace('\\', '/') + "/", ""))
        .toList();
  }

  private void codelist() {
    write(
        UNITS + "codelist.yaml",
        """
        id: unit_measure
        name-zh: 计量单位
        name-en: Units
        basis: SDMX
        """);
    write(UNITS + "codes.csv", "code,name_zh\npersons,人\n\"square, km\",平方公里\n");
  }

  private void source() {
    write(
        SOURCE + "contract.odcs.yaml",
        contract(
            "census",
            "census",
            "  - {property: format, value: {type: csv, delivery: full, unpivot: [census_2010]}}",
            property("code", "string", "string", 1, true)
                + property("census_2010", "integer", "long", 2, false)));
    write(
        SOURCE + "mapping.yaml",
        """
        to: city.figure
        columns:
          ref_area: {from: code}
          value: {from: value}
        variables:
          census_2010: {time_period: "2010"}
        """);
    write(SOURCE + "data/census.csv", "code,census_2010\n310101,678670\n");
    write(
        SOURCE + "origin.yaml",
        """
        producer: Statistics
        title: Census
        citation: Census 2010
        licence: {name: facts}
        address: https://example.org
        accessed: 2026-01-01
        deliveries:
          - {file: data/census.csv, sha256: HASH, snapshot-date: 2010-11-01}
        """
            .replace("HASH", ContentHash.of(root.resolve(SOURCE + "data/census.csv"))));
    write(SOURCE + "tests/plain/input.csv", "code,census_2010\n310101,678670\n");
  }

  private void tables() {
    write(
        TABLE + "contract.odcs.yaml",
        contract(
            "city.figure",
            "figure",
            "",
            property("ref_area", "string", "string", 1, true)
                + property("time_period", "string", "string", 2, true)
                + property("value", "number", "decimal(38,10)", 3, false)
                + property("load_id", "string", "string", 4, true)));
    write(
        TABLE + "checks.sql",
        """
        -- check: positive (error)
        select * from this where value < 0;

        -- check: known (warn)
        select * from this where value is null
        """);
    write(
        TOTAL + "contract.odcs.yaml",
        contract("metric.total", "total", "", property("value", "number", "double", 1, true)));
    write(
        TOTAL + "query.sql",
        """
        -- inputs: city.figure
        select sum(value) as value from city.figure
        """);
    write(TOTAL + "tests/sum/city.figure.csv", "value\n1\n");
    write(TOTAL + "tests/sum/expected.csv", "value\n1\n");
  }

  private void metrics() {
    write(
        INDICATOR + "indicator.yaml",
        """
        code: people
        name-zh: 人口
        name-en: People
        definition-zh: 人口数
        definition-en: Number of people
        basis: Census
        unit: persons
        decimals: 0
        direction: neutral
        frequency: A
        valid-range: {minimum: 0}
        owner: 统计局
        method: computed
        inputs: [city.figure]
        """);
    write(INDICATOR + "indicator.sql", "-- people\nselect * from city.figure\n");
    write(INDICATOR + "tests/one/expected.csv", "value\n1\n");
    write(
        EDITION + "index.yaml",
        """
        index: comfort
        edition: "2015"
        name-zh: 舒适度
        name-en: Comfort
        model: true
        edition-year: 2016
        data-period: "2015"
        units: ["310101", "310104"]
        peer-groups: {all: ["310101"]}
        minimum-units: 2
        steps:
          normalise: {method: min-max, high: 10}
          aggregate: {method: arithmetic-mean}
        tree:
          - {code: comfort, name-zh: 舒适度, name-en: Comfort}
          - {code: people, parent: comfort, weight: 1}
        """);
    write(EDITION + "METHOD.md", "Method\n").write(EDITION + "CHANGES.md", "Changes\n");
    write(EDITION + "tests/one/panel.csv", "unit\n");
    write(EDITION + "tests/one/expected.csv", "unit\n");
    write(
        EXPORT,
        """
        name: figures
        title-zh: 数据
        title-en: Figures
        audience: everybody
        tables: [city.figure, raw.census]
        formats: [csv]
        """);
  }

  private static String contract(String id, String name, String custom, String properties) {
    return """
        apiVersion: v3.1.0
        kind: DataContract
        id: ID
        name: Figures
        version: 1.0.0
        status: active
        schema:
          - name: NAME
            physicalType: table
            businessName: Figures
            description: Each row is one figure.
            customProperties:
            - {property: nameZh, value: 数据}
          CUSTOM
            properties:
        PROPERTIES"""
        .replace("ID", id)
        .replace("NAME", name)
        .replace("CUSTOM", custom)
        .replace("PROPERTIES", properties);
  }

  private static String property(
      String name, String logicalType, String physicalType, int fieldId, boolean required) {
    return """
              - name: NAME
                logicalType: LOGICAL
                physicalType: PHYSICAL
                required: REQUIRED
                classification: general-1
                description: a column
                customProperties:
                  - {property: fieldId, value: ID}
                  - {property: nameZh, value: 列}
        """
        .replace("NAME", name)
        .replace("LOGICAL", logicalType)
        .replace("PHYSICAL", physicalType)
        .replace("REQUIRED", String.valueOf(required))
        .replace("ID", String.valueOf(fieldId));
  }
}
