package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.core.declaration.CityFolder.EDITION;
import static org.citylake.core.declaration.CityFolder.EXPORT;
import static org.citylake.core.declaration.CityFolder.INDICATOR;
import static org.citylake.core.declaration.CityFolder.PAGE;
import static org.citylake.core.declaration.CityFolder.SOURCE;
import static org.citylake.core.declaration.CityFolder.TABLE;
import static org.citylake.core.declaration.CityFolder.TOTAL;
import static org.citylake.core.declaration.CityFolder.UNITS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One example for each rule: a change that breaks it, and the one problem that is found. */
class TestDeclarationRules {
  private static final String CONTRACT = "contract.odcs.yaml";

  private Path folder;
  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path temporary) {
    folder = temporary;
    city = new CityFolder(folder);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource({
    "files",
    "contracts",
    "identifiers",
    "counts",
    "mappings",
    "sources",
    "tables",
    "metrics"
  })
  void aBrokenRuleIsReportedWithPlaceAndValue(String file, String from, String to, String problem) {
    city.change(file, from, to);

    assertThat(city.problems()).containsExactly(problem);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments(
            PAGE,
            "order: 1",
            "ordr: 1\norder: 1",
            PAGE + ":4 [unknown-key] Unknown key 'ordr'; did you mean 'order'? (ordr)"),
        arguments(
            PAGE,
            "order: 1",
            "zzzzzz: 1\norder: 1",
            PAGE
                + ":4 [unknown-key] Unknown key 'zzzzzz'; known here are name, title-zh, title-en,"
                + " group-zh, group-en, order, tiles, report (zzzzzz)"),
        arguments(
            PAGE, "order: 1\n", "", PAGE + ":1 [missing-key] The key 'order' is missing (order)"),
        arguments(
            PAGE,
            "order: 1",
            "order: 1\norder: 2",
            PAGE + ":5 [duplicate-key] The key 'order' stands twice, first on line 4 (order)"),
        arguments(
            PAGE,
            "order: 1",
            "order: first",
            PAGE + ":4 [wrong-type] 'order' must be a whole number (first)"),
        arguments(
            PAGE,
            "title-en: Overview",
            "title-en: 2015",
            PAGE + ":3 [wrong-type] 'title-en' must be a text; put it in quotation marks (2015)"),
        arguments(
            PAGE,
            "title-en: Overview",
            "title-en: ''",
            PAGE + ":3 [empty-text] 'title-en' must not be empty"),
        arguments(
            PAGE,
            "type: ranking",
            "type: rankin",
            PAGE
                + ":6 [not-allowed] 'type' must be one of district-map, ranking, indicator-target,"
                + " time-series, index-score, figure, case-map, case-demand, case-league,"
                + " case-funnel, case-list, revenue, day-calendar, source-freshness,"
                + " indicator-table, indicator-list, indicator-detail, index-ranking,"
                + " index-profile, index-weights, warnings, catalogue, loads, runs, quality,"
                + " quarantine, event-map, supervisions, live-alerts, live-stream, objections,"
                + " link-decisions; did you mean 'ranking'? (rankin)"),
        arguments(
            PAGE,
            "order: 1",
            "order: [1",
            PAGE + ":5 [yaml] Not YAML: expected ',' or ']', but got :"),
        arguments(
            PAGE,
            "title-zh: 总览\ntitle-en: Overview",
            "title-zh: &a Overview\ntitle-en: *a",
            PAGE + ":3 [yaml-alias] Aliases are not read; write it out"),
        arguments(
            PAGE,
            "name: overview",
            "name: overall",
            PAGE
                + ":1 [id-differs] The folder's name says 'overview'; make both the same"
                + " (overall)"),
        arguments(
            UNITS + "codes.csv",
            "km\",平方公里",
            "km\",平方公里,x",
            UNITS
                + "codes.csv:3 [ragged-line] The line has 3 cells, the header 2 (square,"
                + " km,平方公里,x)"),
        arguments(
            UNITS + "codes.csv",
            "persons,人",
            "persons,人\npersons,口",
            UNITS
                + "codes.csv:3 [duplicate-key] The key stands on line 2 already; say 'dated: true'"
                + " in codelist.yaml if that is meant (persons)"));
  }

  static Stream<Arguments> identifiers() {
    return Stream.of(
        identifier(
            "invalidValues, arguments: {identifier: unified-social-credit-cod}",
            "[not-allowed] 'identifier' must be one of resident-identity-number,"
                + " unified-social-credit-code, organisation-code, business-registration-number,"
                + " taxpayer-number, division-code, statistical-division-code; did you mean"
                + " 'unified-social-credit-code'? (unified-social-credit-cod)"),
        identifier(
            "missingValues, arguments: {identifier: division-code}",
            "[identifier] An identifier is an argument of invalidValues alone (division-code)"),
        identifier(
            "invalidValues, arguments: {identifier: division-code, pattern: '31.*'}",
            "[identifier] An identifier stands alone, since validValues and pattern repeat the"
                + " value in their messages; make rules of their own of them (division-code)"),
        identifier(
            "invalidValues, arguments: {identifier: division-code, notAfter: '2016-12-31'}",
            "[not-after] Only the identifier resident-identity-number has a last day of birth"
                + " (2016-12-31)"),
        identifier(
            "invalidValues, arguments: {identifier: resident-identity-number, notAfter:"
                + " '2015-02-29'}",
            "[not-after] Not a day of the calendar (2015-02-29)"),
        arguments(
            TABLE + CONTRACT,
            "physicalType: decimal(38,10)\n",
            "physicalType: decimal(38,10)\n"
                + "        quality: [{id: r, mustBe: 0, metric: invalidValues, arguments:"
                + " {identifier: division-code}, severity: warn}]\n",
            TABLE
                + CONTRACT
                + ":37 [identifier] An identifier is a text; the column 'value' must have the type"
                + " string (division-code)"),
        arguments(
            TABLE + CONTRACT,
            "    properties:\n",
            "    quality: [{id: r, mustBe: 0, metric: invalidValues, arguments: {identifier:"
                + " division-code}, severity: warn}]\n"
                + "    properties:\n",
            TABLE
                + CONTRACT
                + ":15 [identifier] An identifier is judged in one column; put the rule there"
                + " (division-code)"));
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        arguments(
            TABLE + CONTRACT,
            "    properties:\n",
            "    quality: [{id: r, mustBeGreaterThan: 0, metric: duplicateValues, severity:"
                + " stop}]\n"
                + "    properties:\n",
            TABLE
                + CONTRACT
                + ":15 [count-operator] Only rowCount compares a count; the other metrics allow"
                + " none that fails (mustBeGreaterThan)"));
  }

  private static Arguments identifier(String rule, String problem) {
    String columns = "          - {property: fieldId, value: 4}\n";
    String name = "          - {property: nameZh, value: 列}\n";
    return arguments(
        TABLE + CONTRACT,
        columns + name,
        columns
            + name
            + "        quality: [{id: r, mustBe: 0, severity: warn, metric: "
            + rule
            + "}]\n",
        TABLE + CONTRACT + ":52 " + problem);
  }

  static Stream<Arguments> contracts() {
    String file = TABLE + CONTRACT;
    return Stream.of(
        arguments(
            file,
            "schema:\n",
            "slaProperties:\n  - {property: latency, value: soon}\nschema:\n",
            file
                + ":8 [service-level] The service level 'latency' has to be a whole number of d"
                + " (days), w (weeks), m (months) or y (years) (soon)"),
        arguments(
            file,
            "decimal(38,10)",
            "decimal(39,10)",
            file
                + ":36 [physical-type] Not an Iceberg type; known are boolean, int, long, float,"
                + " double, decimal(P,S), date, time, timestamp, timestamptz, string, uuid, binary,"
                + " list<T>, map<K,V> (decimal(39,10))"),
        arguments(
            file,
            "fieldId, value: 3",
            "fieldId, value: 2",
            file
                + ":34 [field-id] The column 'value' has the field id of 'time_period'; take the"
                + " next free number (2)"),
        arguments(
            file,
            "          - {property: fieldId, value: 3}\n",
            "",
            file + ":34 [field-id] The column 'value' has no custom property 'fieldId'"),
        arguments(
            file,
            "fieldId, value: 3",
            "fieldId, value: 10000",
            file + ":41 [schema] 'value' is wrong: must have a maximum value of 9999 (10000)"),
        arguments(
            file,
            "property: fieldId, value: 3",
            "property: fieldID, value: 3",
            file
                + ":41 [not-allowed] 'property' must be one of fieldId, nameZh, unit, codelist,"
                + " token, formats, endOfDay, qualifiers; did you mean 'fieldId'? (fieldID)"),
        arguments(
            file,
            "physicalType: decimal(38,10)\n        required: false\n        classification:"
                + " general-1",
            "physicalType: decimal(38,10)\n        classification: general-3-personal",
            file
                + ":37 [personal-outside-vault] The column 'value' is personal data; outside the"
                + " vault there are tokens alone (general-3-personal)"),
        arguments(
            file,
            "physicalType: decimal(38,10)",
            "physicalType: decimal(38,10)\n        logicalTypeOptions: {minimum: 2, maximum: 1}",
            file + ":37 [empty-range] The least allowed value is above the greatest (2..1)"),
        arguments(
            file,
            "Each row is one figure.",
            "Figures.",
            file + ":11 [wrong-form] 'description' must match ^Each row is  (Figures.)"),
        arguments(
            file,
            "status: active",
            "status: active\nservers: []",
            file
                + ":7 [unknown-key] Unknown key 'servers'; known here are apiVersion, kind, id,"
                + " name, version, status, domain, tenant, dataProduct, tags, description,"
                + " authoritativeDefinitions, team, support, slaProperties, schema (servers)"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("samples")
  void aBrokenSampleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    String sample =
        """
        population: person
        columns:
          code: {from: district-code}
        """;
    city.write(SOURCE + "sample.yaml", sample.replace(from, to));

    assertThat(city.problems()).containsExactly(SOURCE + "sample.yaml" + problem);
  }

  static Stream<Arguments> samples() {
    return Stream.of(
        arguments(
            "  code:",
            "  cod:",
            ":3 [unknown-column] The contract has no 'cod'; did you mean 'code'? (cod)"),
        arguments(
            "district-code",
            "district-cod",
            ":3 [unknown-attribute] The population person has no 'district-cod'; did you mean"
                + " 'district-code'? (district-cod)"),
        arguments(
            "{from: district-code}",
            "{text: 'No. {district-cod}'}",
            ":3 [unknown-attribute] The population person has no 'district-cod'; did you mean"
                + " 'district-code'? (district-cod)"),
        arguments(
            "{from: district-code}",
            "{share: 0.5}",
            ":3 [sample-column] Say one of from, text, serial with digits, constant, choose,"
                + " between, days-before, empty ({\"share\":0.5})"),
        arguments(
            "{from: district-code}",
            "{from: moment}",
            ":3 [unknown-attribute] The population person has no 'moment' (moment)"),
        arguments(
            "population: person",
            "population: person\nevery: PT1H",
            ":1 [sample-repeated] 'every' and 'times' belong together (person)"),
        arguments(
            "population: person",
            "population: person\neditions: [comfort/2015]",
            ":1 [sample-edition] The population report needs 'editions', the others have none"
                + " (person)"));
  }

  @Test
  void figuresAreMadeUpForEditionsThatThereAre() {
    city.write(
        SOURCE + "sample.yaml",
        """
        population: report
        editions: [comfort/2015, comfort/2051]
        columns:
          code: {from: district-code}
        """);

    assertThat(city.problems())
        .containsExactly(
            SOURCE
                + "sample.yaml:2 [unknown-edition] There is no index edition 'comfort/2051'; did"
                + " you mean 'comfort/2015'? (comfort/2051)");
  }

  @Test
  void aSourceMayHaveASample() {
    city.write(
        SOURCE + "sample.yaml",
        """
        population: person
        among: {disabled: ["yes"]}
        every: P1M
        times: 3
        columns:
          code: {from: moment, form: yyyyMM, when: {sex: [male]}}
        """);

    assertThat(city.problems()).isEmpty();
  }

  static Stream<Arguments> mappings() {
    String file = SOURCE + "mapping.yaml";
    return Stream.of(
        arguments(
            file,
            "value: {from: value}",
            "valeu: {from: value}",
            file
                + ":4 [unknown-column] city.figure has no column 'valeu'; did you mean 'value'?"
                + " (valeu)"),
        arguments(
            file,
            "from: code",
            "from: kode",
            file
                + ":3 [unknown-column] The source has no column 'kode'; did you mean 'code'?"
                + " (kode)"),
        arguments(
            file,
            "ref_area: {from: code}\n",
            "\n",
            file
                + ":2 [required-unassigned] The column 'ref_area' of city.figure must be assigned"
                + " (ref_area)"),
        arguments(
            file,
            "to: city.figure",
            "to: city.figures",
            file
                + ":1 [unknown-table] There is no table 'city.figures'; did you mean"
                + " 'city.figure'? (city.figures)"),
        arguments(
            file,
            "value: {from: value}",
            "value: {from: value}\n  load_id: {constant: x}",
            file + ":5 [reserved-column] The platform fills this column; leave it out (load_id)"),
        arguments(
            file,
            "{from: code}",
            "{from: code, constant: x}",
            file
                + ":3 [assignment] Say either 'from' or 'constant', one of them"
                + " ({\"from\":\"code\",\"constant\":\"x\"})"),
        arguments(
            file,
            "{from: code}",
            "{from: code, transform: codelist}",
            file
                + ":3 [assignment] 'codelist' stands with 'transform: codelist' or"
                + " 'codelist-pattern', a constant without a transform (codelist)"),
        arguments(
            file,
            "{from: code}",
            "{from: code, transform: codelist, codelist: unit_measur}",
            file
                + ":3 [unknown-codelist] There is no code list 'unit_measur'; did you mean"
                + " 'unit_measure'? (unit_measur)"),
        arguments(
            file,
            "{from: code}",
            "{from: code, transform: codelist, codelist: unit_measure, column: name}",
            file + ":3 [unknown-column] The code list 'unit_measure' has no column 'name' (name)"),
        arguments(
            file,
            "census_2010: {time_period: \"2010\"}",
            "census_2010: {time_period: \"2010\", value: 1}",
            file
                + ":6 [assigned-twice] The column is assigned under 'columns' too; keep one"
                + " (value)"));
  }

  static Stream<Arguments> sources() {
    String contract = SOURCE + CONTRACT;
    String origin = SOURCE + "origin.yaml";
    return Stream.of(
        arguments(
            contract,
            "physicalType: string\n",
            "physicalType: string\n        physicalNam: 代码\n",
            contract
                + ":19 [unknown-key] Unknown key 'physicalNam'; did you mean 'physicalName'?"
                + " (physicalNam)"),
        arguments(
            contract,
            "delivery: full",
            "delivery: whole",
            contract
                + ":14 [not-allowed] 'delivery' must be one of full, increment, status-flag"
                + " (whole)"),
        arguments(
            contract,
            "    - {property: fieldId, value: 1}",
            "    - {property: fieldId, value: 1}\n          - {property: unit, value: person}",
            contract
                + ":22 [unknown-unit] The code list unit_measure has no unit 'person'; did you mean"
                + " 'persons'? (person)"),
        arguments(
            contract,
            "    - {property: fieldId, value: 1}",
            "    - {property: fieldId, value: 1}\n          - {property: codelist, value: area}",
            contract + ":22 [unknown-codelist] There is no code list 'area' (area)"),
        arguments(
            contract,
            "id: census",
            "id: censuses",
            contract
                + ":3 [id-differs] The folder's name says 'census'; make both the same"
                + " (censuses)"),
        arguments(
            origin,
            "file: data/census.csv",
            "file: data/other.csv",
            origin
                + ":8 [delivery-missing] There is no such file below the source's folder"
                + " (data/other.csv)"),
        arguments(
            origin,
            "accessed: 2026-01-01",
            "accessed: 2026-02-30",
            origin + ":6 [date] There is no such day; write YYYY-MM-DD (2026-02-30)"));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        arguments(
            TABLE + "checks.sql",
            "positive (error)",
            "positive (fatal)",
            TABLE
                + "checks.sql:1 [check-header] A check is headed '-- check: name (error)' or"
                + " '(warn)', the name in kebab-case (-- check: positive (fatal))"),
        arguments(
            TABLE + "checks.sql",
            "known (warn)",
            "positive (warn)",
            TABLE + "checks.sql:4 [check-header] The check stands twice (positive)"),
        arguments(
            TOTAL + "query.sql",
            "-- inputs: city.figure\n",
            "-- inputs: city.figure, metric.total\n",
            TOTAL
                + "query.sql:1 [inputs-differ] The table is declared as an input, but the statement"
                + " does not read it (metric.total)"),
        arguments(
            TOTAL + "query.sql",
            "from city.figure",
            "from city.figure join raw.census",
            TOTAL
                + "query.sql:1 [inputs-differ] The statement reads the table, but it is not"
                + " declared as an input (raw.census)"));
  }

  static Stream<Arguments> metrics() {
    String indicator = INDICATOR + "indicator.yaml";
    String edition = EDITION + "index.yaml";
    return Stream.of(
        arguments(
            indicator,
            "unit: persons",
            "unit: person",
            indicator
                + ":7 [unknown-unit] The code list unit_measure has no unit 'person'; did you mean"
                + " 'persons'? (person)"),
        arguments(
            indicator,
            "inputs: [city.figure]",
            "inputs: [city.figure, city.figurs]",
            indicator
                + ":14 [unknown-table] There is no table 'city.figurs'; did you mean 'city.figure'?"
                + " (city.figurs)"),
        arguments(
            indicator,
            "inputs: [city.figure]",
            "inputs: [city.figure]\nmay-follow: [people]",
            indicator + ":15 [follows-itself] An indicator cannot run ahead of itself (people)"),
        arguments(
            indicator,
            "method: computed",
            "method: reported",
            INDICATOR
                + "indicator.sql [sql-unused] A reported indicator has no SQL; delete it or say"
                + " 'method: computed' (reported)"),
        arguments(
            EXPORT,
            "raw.census]",
            "raw.sensus]",
            EXPORT
                + ":5 [unknown-table] There is no table 'raw.sensus'; did you mean 'raw.census'?"
                + " (raw.sensus)"),
        arguments(
            PAGE,
            "indicator: people",
            "indicator: peple",
            PAGE
                + ":6 [unknown-indicator] There is no indicator 'peple'; did you mean 'people'?"
                + " (peple)"),
        arguments(
            edition,
            "{code: people, parent: comfort, weight: 1}",
            "{code: peoples, parent: comfort, weight: 1}",
            edition
                + ":16 [unknown-indicator] There is no indicator 'peoples'; did you mean 'people'?"
                + " (peoples)"),
        arguments(
            edition,
            "weight: 1",
            "weight: 0",
            edition
                + ":16 [schema] 'weight' is wrong: must have an exclusive minimum value of 0 (0)"),
        arguments(
            edition,
            ", weight: 1",
            "",
            edition + ":16 [missing-key] The node has no weight (people)"),
        arguments(
            edition,
            "parent: comfort",
            "parent: comfrt",
            edition
                + ":16 [orphan-node] The tree has no node 'comfrt'; did you mean 'comfort'?"
                + " (comfrt)"),
        arguments(
            edition,
            "{all: [\"310101\"]}",
            "{all: [\"310105\"]}",
            edition + ":9 [unknown-unit] The group 'all' has a unit that is not scored (310105)"),
        arguments(
            edition,
            "\"310104\"]",
            "\"990104\"]",
            edition + ":8 [ref-area] Not a code by GB/T 2260 (990104)"),
        arguments(
            edition,
            "data-period: \"2015\"",
            "data-period: \"2015-13\"",
            edition
                + ":7 [period] Not a period; write 2015, 2015-03, 2015-03-01 or 2011/2015"
                + " (2015-13)"));
  }

  @Test
  void anAgencysSourceNeedsItsDirectoryEntry() {
    city.delete(SOURCE + "origin.yaml");

    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("[directory-missing] An agency's source needs the custom property 'directory'");
  }

  @Test
  void aDirectoryEntrySaysConditionsAndIsNoLessThanItsColumns() {
    String entry =
        "- {property: directory, value: {resource-code: 307001/1, provider-zh: 区统计局, provider-en:"
            + " Statistics bureau, sharing: conditional, opening: conditional, update-cycle:"
            + " yearly, basis: 统计法, security-level: general-1, authoritative: true}}\n";
    city.change(SOURCE + CONTRACT, "- {property: format", entry + "    - {property: format");
    city.change(SOURCE + CONTRACT, "classification: general-1", "classification: general-2");

    assertThat(city.problems())
        .hasSizeGreaterThanOrEqualTo(3)
        .anySatisfy(p -> assertThat(p).contains("[missing-key]", "'sharing-condition'"))
        .anySatisfy(p -> assertThat(p).contains("[missing-key]", "'opening-condition'"))
        .anySatisfy(
            p -> assertThat(p).contains("[security-level]", "'code' is general-2", "(general-1)"));
  }

  @Test
  void anEditionOfTheLakehouseNeedsUnitsAndNoPeriod() {
    city.change(EDITION + "index.yaml", "data-period: \"2015\"\n", "");
    assertThat(city.problems()).isEmpty();

    city.change(EDITION + "index.yaml", "units: [\"310101\", \"310104\"]\n", "");
    city.change(EDITION + "index.yaml", "peer-groups: {all: [\"310101\"]}\n", "");

    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("[missing-key] An edition that the lakehouse scores needs 'units'");
  }

  @Test
  void aChangedDeliveryIsReportedWithItsHash() {
    city.write(SOURCE + "data/census.csv", "changed\n");

    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("origin.yaml:8 [delivery-changed] The file data/census.csv has the SHA-256 ")
        .contains("; restore the file or declare the new one");
  }

  @Test
  void aMissingTestIsReported() {
    city.delete(INDICATOR + "tests/one/expected.csv").delete(INDICATOR + "tests/one");

    assertThat(city.problems())
        .containsExactly(
            INDICATOR
                + "indicator.yaml [test-missing] There is no tests/CASE/ beside it; add one with"
                + " expected.csv (people)");
  }

  @Test
  void aComputedIndicatorNeedsItsSql() {
    city.delete(INDICATOR + "indicator.sql");

    assertThat(city.problems())
        .containsExactly(
            INDICATOR
                + "indicator.yaml:13 [sql-missing] A computed indicator needs indicator.sql"
                + " (computed)");
  }

  @Test
  void aColumnThatThePlatformFillsIsRefused() {
    city.change(SOURCE + CONTRACT, "- name: code", "- name: line");
    city.change(SOURCE + "mapping.yaml", "from: code", "from: line");

    assertThat(city.problems())
        .containsExactly(
            SOURCE
                + CONTRACT
                + ":16 [reserved-column] The platform fills a column of this name itself; choose"
                + " another and keep the agency's as physicalName (line)");
  }

  @Test
  void anUnpivotedColumnMustExist() {
    city.change(SOURCE + CONTRACT, "unpivot: [census_2010]", "unpivot: [census_2011]");
    city.change(SOURCE + "mapping.yaml", "census_2010:", "census_2011:");

    assertThat(city.problems())
        .containsExactly(
            SOURCE
                + CONTRACT
                + ":12 [unknown-column] 'unpivot' names the column 'census_2011', which the"
                + " contract does not have; did you mean 'census_2010'? (census_2011)");
  }

  @Test
  void aTreeWithACycleIsRefused() {
    city.change(
        EDITION + "index.yaml",
        "- {code: people, parent: comfort, weight: 1}",
        "- {code: people, parent: comfort, weight: 1}\n"
            + "  - {code: a, parent: b, weight: 1, name-zh: 甲, name-en: A}\n"
            + "  - {code: b, parent: a, weight: 1, name-zh: 乙, name-en: B}");

    assertThat(city.problems())
        .containsExactly(
            EDITION + "index.yaml:17 [tree-cycle] The node is above itself (a)",
            EDITION + "index.yaml:18 [tree-cycle] The node is above itself (b)");
  }

  @Test
  void aTreeHasOneRoot() {
    city.change(EDITION + "index.yaml", "parent: comfort, weight: 1", "weight: 1");

    assertThat(city.problems())
        .contains(EDITION + "index.yaml:14 [tree-root] The tree must have one root, no more (2)");
  }

  @Test
  void bytesThatAreNotUtf8AreReported() throws java.io.IOException {
    java.nio.file.Files.write(
        folder.resolve(PAGE), "name: 总".getBytes(java.nio.charset.Charset.forName("GB18030")));

    assertThat(city.problems())
        .containsExactly(PAGE + " [encoding] The file is not UTF-8; save it as UTF-8");
  }

  @Test
  void aReferenceToADeclarationThatCannotBeReadIsNotReportedAgain() {
    city.change(TABLE + CONTRACT, "status: active", "status: actve");

    assertThat(city.problems())
        .isEqualTo(
            List.of(
                TABLE
                    + CONTRACT
                    + ":6 [not-allowed] 'status' must be one of proposed, draft, active,"
                    + " deprecated, retired; did you mean 'active'? (actve)"));
  }
}
