package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;

class TestCsvHeader {
  @Test
  void byNameColumnsMayStandInAnyOrderWithBlanksAndWideBrackets() {
    assertThat(byName().read(csv("收入（万元）, 区 \n172.05,黄浦区\n")))
        .containsExactly("2: {c1=黄浦区, c2=172.05}");
  }

  @Test
  void recordOfAnotherOrderIsParsedAgainFromItsBytesAlone() {
    SourceRecord record = byName().records(csv("收入(万元),区\n172.05\n")).get(0);
    assertThat(record.reasons().get(0)).startsWith("ragged");
    assertThat(new String(record.bytes(), StandardCharsets.UTF_8)).isEqualTo("收入(万元),区\n172.05");
    RecordLine mended = new RecordLine(2, csv("收入(万元),区\n172.05,黄浦区"));
    assertThat(LineParser.of(byName().build()).parse(mended).records().get(0).values())
        .containsEntry("c1", "黄浦区");
  }

  @Test
  void byNameStillRefusesOtherColumns() {
    assertThatThrownBy(() -> byName().read(csv("区,税收\n黄浦区,1\n")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("\n  - 收入(万元)\n  + 税收\n");
  }

  @Test
  void columnThatStandsTwiceIsRefusedAlways() {
    for (FormatSource source : List.of(byName(), exact())) {
      assertThatThrownBy(() -> source.read(csv("区,区\n黄浦区,1\n")))
          .hasMessageContaining("The column '区' stands twice in the header of sent of source s");
    }
  }

  @Test
  void missingHeaderIsSaid() {
    assertThatThrownBy(() -> exact().read(csv("黄浦区,172.05\n静安区,1\n")))
        .hasMessageStartingWith(
            "The header is missing in sent: its first line looks like a record.");
  }

  private static FormatSource exact() {
    return FormatSource.of("csv", "区", "收入(万元)");
  }

  private static FormatSource byName() {
    return exact().byName();
  }

  private static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
