package org.citylake.ingestion.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.cases.SourceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSourceScaffold {
  private static final String SAMPLE =
      """
      编号;姓名;公民身份号码;上报时间;金额;所在街道;行政区划;备注
      A1;样例乙;11010519491231002X;2016/3/1 8:05;12.5;甲街道;010;
      A2;样例丙;11010519491231002X;2016/12/31 18:05;0.25;乙街道;011;x
      A3;样例丁;11010519491231002X;2016/3/1 8:05;7;甲街道;012;
      too;short
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void typesKeyIdentifiersAndPersonalColumnsAreGuessed() throws IOException {
    SampleFile sample = sample(SAMPLE, Charset.forName("GB18030"));
    SourceScaffold scaffold = SourceScaffold.of("sample_case", "population", sample, Map.of());

    assertThat(sample.format().encoding() + sample.format().delimiter() + sample.refused())
        .isEqualTo("GB18030-2022;{ragged=1}");
    assertThat(scaffold.columns())
        .extracting(
            c ->
                String.join(
                    " ",
                    c.name(),
                    c.type(),
                    c.format().orElse("-"),
                    c.identifier().orElse("-"),
                    c.personal().map(Enum::name).orElse("-")))
        .containsExactly(
            "number string - - -",
            "person_name string - - NAME",
            "identity_number string - resident-identity-number IDENTITY_NUMBER",
            "shang_bao_shi_jian timestamptz yyyy/M/d H:mm - -",
            "jin_e decimal(20,2) - - -",
            "suo_zai_jie_dao string - - -",
            "xing_zheng_qu_hua string - - -",
            "remark string - - -");
    assertThat(scaffold.key().map(ColumnGuess::name)).contains("number");
  }

  @Test
  void theFolderValidatesAndItsCaseReadsTheSampleWithoutItsPersonalValues() throws IOException {
    SourceScaffold scaffold =
        SourceScaffold.of(
            "sample_case", "population", sample(SAMPLE, StandardCharsets.UTF_8), Map.of());
    Path source = folder.resolve("city/ingestion/sources/population/sample_case");
    Path test = Files.createDirectories(source.resolve("tests/sample"));
    Files.writeString(source.resolve("contract.odcs.yaml"), scaffold.contract());
    Files.write(test.resolve("input.csv"), scaffold.caseInput().bytes());

    var library = Shipped.libraryWith(folder.resolve("city"));
    assertThat(
            SourceCases.records(
                library,
                library.findSource("sample_case").orElseThrow(),
                test.resolve("input.csv")))
        .singleElement()
        .satisfies(r -> assertThat(r.reasons()).isEmpty());
    assertThat(new String(scaffold.caseInput().bytes(), StandardCharsets.UTF_8))
        .contains("样例甲")
        .doesNotContain("样例乙");
  }

  @Test
  void aColumnOfDaysStaysOneWhereAFewAreImpossible() throws IOException {
    String days = "编号,日期\n1,2016-01-02\n2,2016-01-03\n3,2016-13-03\n";

    ColumnGuess day =
        SourceScaffold.of("s", "d", sample(days, StandardCharsets.UTF_8), Map.of())
            .columns()
            .get(1);

    assertThat(day.type()).isEqualTo("date");
    assertThat(day.reasons()).anyMatch(reason -> reason.startsWith("1 of 3 values"));
  }

  @Test
  void aSampleWithoutNamesOrRowsIsRefused() {
    assertThatThrownBy(() -> sample("a,a\n1,2\n", StandardCharsets.UTF_8))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("a name for every column, each once");
    assertThatThrownBy(() -> sample("a,b\n", StandardCharsets.UTF_8))
        .hasMessageContaining("and a row below");
  }

  private SampleFile sample(String text, Charset charset) throws IOException {
    return SampleFile.read(Files.write(folder.resolve("sample.csv"), text.getBytes(charset)));
  }
}
