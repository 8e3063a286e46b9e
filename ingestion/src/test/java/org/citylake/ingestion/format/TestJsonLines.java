package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;

class TestJsonLines {
  @Test
  void valuesKeepTheTextThatTheyAreWrittenWith() {
    assertThat(read("{\"id\":310101199001011234567890,\"v\":1.10}", "{\"id\":true,\"v\":1e-7}"))
        .containsExactly("1: {c1=310101199001011234567890, c2=1.10}", "2: {c1=true, c2=1e-7}");
  }

  @Test
  void missingKeyNullAndEmptyTextAreMissingValues() {
    assertThat(read("{\"id\":\"1\"}", "{\"v\":null,\"id\":\"2\"}", "{\"id\":\"3\",\"v\":\"\"}"))
        .containsExactly("1: {c1=1, c2=null}", "2: {c1=2, c2=null}", "3: {c1=3, c2=null}");
  }

  @Test
  void byteOrderMarkEmptyLinesAndAMissingLastLineBreakAreFine() {
    assertThat(
            FormatSource.of("jsonl", "id", "v")
                .read(
                    "\uFEFF{\"id\":1,\"v\":2}\r\n\n{\"id\":3,\"v\":4}"
                        .getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1: {c1=1, c2=2}", "3: {c1=3, c2=4}");
  }

  @Test
  void innerObjectsAreReachedByPaths() {
    FormatSource source = FormatSource.of("jsonl", "id", "location/lon", "location/lat");
    assertThat(
            source.read(
                """
                {"id":1,"location":{"lon":121.47,"lat":31.23}}
                {"id":2,"location":null}
                {"id":3,"location":{"lon":{"deg":1}}}
                {"id":4,"location":{"height":1}}
                """
                    .getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "1: {c1=1, c2=121.47, c3=31.23}",
            "2: {c1=2, c2=null, c3=null}",
            "3: malformed: location/lon is no single value: send a text, a number, true, false or"
                + " null",
            "4: unknown-field: location/height: the contract has no such column; leave it out, or"
                + " agree on a new version of the contract");
  }

  @Test
  void oneBadLineCostsOneRecord() {
    assertThat(
            read(
                "{\"id\":1,\"v\":2,\"x\":[{}],\"y\":1}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":NaN}",
                "[1]",
                "{\"id\":1}{\"id\":2}",
                "{\"id\":\"1\"",
                "{\"$refused\":{\"a\":\"b\"}}",
                "{\"id\":9,\"v\":9}"))
        .satisfiesExactly(
            r -> assertThat(r).startsWith("1: unknown-field: x, y: the contract has no such"),
            r -> assertThat(r).startsWith("2: malformed: not JSON by RFC 8259: Duplicate field"),
            r -> assertThat(r).startsWith("3: malformed: not JSON by RFC 8259: Non-standard token"),
            r ->
                assertThat(r)
                    .isEqualTo("4: malformed: the line is no JSON object: one object a line"),
            r ->
                assertThat(r)
                    .isEqualTo("5: malformed: something follows the object: one object a line"),
            r ->
                assertThat(r)
                    .startsWith("6: malformed: not JSON by RFC 8259: the object is not closed"),
            r -> assertThat(r).startsWith("7: unknown-field: $refused"),
            r -> assertThat(r).isEqualTo("8: {c1=9, c2=9}"));
  }

  @Test
  void refusedLineKeepsItsBytes() {
    byte[] line = "{\"名\":\"静安\",\"x\":1}".getBytes(Charset.forName("GBK"));
    SourceRecord record = FormatSource.of("jsonl", "名").encoding("GBK").records(line).get(0);
    assertThat(record.accepted()).isFalse();
    assertThat(record.bytes()).isEqualTo(line);
    assertThat(FormatSource.of("jsonl", "名").read(line).get(0)).startsWith("1: encoding: byte 3");
  }

  @Test
  void emptyFileIsRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(CityLakeException.class)
        .hasMessage("The file sent of source s is empty: send it anew");
  }

  private static List<String> read(String... lines) {
    return FormatSource.of("jsonl", "id", "v")
        .read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }
}
