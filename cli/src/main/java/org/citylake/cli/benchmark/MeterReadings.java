package org.citylake.cli.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.citylake.entities.identifier.OrganisationCode;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;

/**
 * A synthetic source as agencies have many: ten columns with a key of two parts, a pattern, an
 * official identifier, ranges, closed lists and a rule over the row. Every row is right and has a
 * key of its own; the same number of rows gives the same bytes.
 *
 * @param rows how many
 */
record MeterReadings(long rows) {
  private static final int METERS = 100_000;
  private static final int FIRMS = 5_000;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final List<String> DISTRICTS =
      List.of("黄浦区", "徐汇区", "长宁区", "静安区", "普陀区", "虹口区", "杨浦区", "浦东新区");
  private static final List<Integer> SIZES = List.of(15, 20, 25, 40, 50, 80, 100);
  private static final String HEADER = "表号,抄表日期,上报时间,用户名称,统一社会信用代码,所属区,表底数,上期表底数,口径,状态";

  /**
   * Writes the source's folder below a directory of declarations.
   *
   * @param type {@code csv} or {@code parquet}
   * @return the source's id
   */
  static String declare(Path city, String type) throws IOException {
    String id = "meter_reading_" + type;
    Path folder = city.resolve("ingestion/sources/benchmark").resolve(id);
    Files.createDirectories(folder);
    try (InputStream contract =
        Objects.requireNonNull(
            MeterReadings.class.getResourceAsStream("contract.odcs.yaml"), "contract")) {
      Files.writeString(
          folder.resolve("contract.odcs.yaml"),
          new String(contract.readAllBytes(), StandardCharsets.UTF_8)
              .replace("id: meter_reading\n", "id: " + id + "\n")
              .replace(
                  "{type: csv, encoding: UTF-8, delimiter: ',', delivery: increment}",
                  "{type: " + type + ", delivery: increment}")
              .replace(
                  "logicalTypeOptions: {format: 'yyyy-MM-dd HH:mm:ss'}",
                  type.equals("csv")
                      ? "logicalTypeOptions: {format: 'yyyy-MM-dd HH:mm:ss'}"
                      : "logicalTypeOptions: {}"));
    }
    Path test = Files.createDirectories(folder.resolve("tests/right"));
    new MeterReadings(2).write(test.resolve("input.csv"));
    Files.writeString(test.resolve("accepted.csv"), "meter_code\n");
    Files.writeString(test.resolve("quarantined.csv"), "line,reasons\n");
    return id;
  }

  /** Writes the rows as CSV in UTF-8 below a header. */
  void write(Path file) throws IOException {
    List<String> codes =
        java.util.stream.IntStream.range(0, FIRMS)
            .mapToObj(
                firm ->
                    UnifiedSocialCreditCode.complete(
                            "91310106"
                                + OrganisationCode.complete(
                                        String.format(Locale.ROOT, "MA1F%04d", firm))
                                    .value())
                        .value())
            .toList();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      out.write('\n');
      for (long row = 0; row < rows; row++) {
        int meter = (int) (row % METERS);
        long month = row / METERS;
        int firm = meter % FIRMS;
        long before = meter * 13L + month * 17;
        LocalDate day = FIRST.plusMonths(month).plusDays(meter % 28);
        out.write(String.format(Locale.ROOT, "M%08d", meter));
        out.write("," + day + "," + day + " 08:" + (10 + meter % 50) + ":00");
        out.write(",上海样例" + firm + "号有限公司," + codes.get(firm));
        out.write("," + DISTRICTS.get(firm % DISTRICTS.size()));
        out.write("," + (before + 17) + ".50," + before + "." + (meter % 90 + 10));
        out.write("," + SIZES.get(meter % SIZES.size()) + "," + (meter % 3 + 1) + "\n");
      }
    }
  }
}
