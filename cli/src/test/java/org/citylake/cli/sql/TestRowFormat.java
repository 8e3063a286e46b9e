package org.citylake.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TestRowFormat {
  @Test
  void csvQuotesWhatNeedsItAndLeavesNullEmpty() {
    assertThat(written(RowFormat.CSV)).isEqualTo("name,value\n黄浦,1200.50\n\"a \"\"b\"\", c\",\n");
  }

  @Test
  void jsonIsOneObjectALine() {
    assertThat(written(RowFormat.JSON))
        .isEqualTo(
            "{\"name\":\"黄浦\",\"value\":1200.50}\n{\"name\":\"a \\\"b\\\", c\",\"value\":null}\n");
  }

  @Test
  void tableAlignsChineseNames() {
    assertThat(written(RowFormat.TABLE))
        .isEqualToNormalizingNewlines(
            "name      value\n--------  -------\n黄浦      1200.50\na \"b\", c  NULL\n(2 rows)\n");
  }

  @Test
  void resultIsOneObjectInAll() {
    assertThat(written(ResultRowWriter::new))
        .isEqualTo(
            "{\"columns\":[\"name\",\"value\"],\"rows\":"
                + "[[\"黄浦\",1200.50],[\"a \\\"b\\\", c\",null]]}\n");
  }

  private static String written(RowFormat format) {
    return written(format::writer);
  }

  private static String written(Function<PrintWriter, RowWriter> format) {
    StringWriter text = new StringWriter();
    RowWriter writer = format.apply(new PrintWriter(text));
    writer.columns(List.of("name", "value"));
    writer.row(List.of("黄浦", new BigDecimal("1200.50")));
    writer.row(Arrays.asList("a \"b\", c", null));
    writer.end();
    return text.toString();
  }
}
