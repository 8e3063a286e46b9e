package org.citylake.ingestion.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.format.FormatSource;
import org.junit.jupiter.api.Test;

class TestHandBack {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void csvComesBackAsItWasSentWithTheReasonsBehind() {
    byte[] file =
        HandBack.file(
            Shipped.source("social_organisation"),
            List.of(entry("沪,样例", "length: too, long", GB18030)));

    assertThat(new String(file, GB18030).lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("统一社会信用代码,").endsWith("原文件,原行号,退回原因");
              assertThat(lines.get(1)).isEqualTo("沪,样例,sent.csv,7,\"length: too, long\"");
            });
  }

  @Test
  void otherFormatsComeBackAsJsonLines() {
    byte[] file =
        HandBack.file(
            FormatSource.of("jsonl").build(),
            List.of(entry("{\"a\": \"样例\"}", "required: b is missing", UTF_8)));

    assertThat(new String(file, UTF_8))
        .isEqualTo(
            "{\"file\":\"sent.csv\",\"line\":7,\"reasons\":[\"required: b is missing\"],"
                + "\"record\":\"{\\\"a\\\": \\\"样例\\\"}\"}\n");
  }

  private static QuarantineEntry entry(String text, String reason, Charset charset) {
    return new QuarantineEntry(
        "0123456789abcdef",
        OffsetDateTime.of(2016, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC),
        QuarantineEntry.OPEN,
        "s",
        "load",
        "delivery",
        "sent.csv",
        7,
        Optional.empty(),
        new RefusedBytes.Open(text.getBytes(charset)),
        List.of(reason),
        "1.0.0");
  }
}
