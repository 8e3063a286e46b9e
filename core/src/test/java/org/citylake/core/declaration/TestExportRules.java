package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.core.declaration.CityFolder.EXPORT;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.schedule.CatchUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedule and destinations of an export: a right one, and one example for each rule. */
class TestExportRules {
  private static final String SCHEDULED =
      """
      name: figures
      title-zh: 数据
      title-en: Figures
      audience: everybody
      tables: [city.figure, raw.census]
      formats: [csv]
      schedule: {cron: "0 8 1 * *", zone: Asia/Shanghai, catch-up: all}
      destinations:
        - {name: share, type: folder, path: /srv/share}
        - {name: store, type: s3, bucket: city, prefix: /figures/, endpoint: "https://s3.example.org", path-style: true, access-key: {environment: S3_KEY}, secret-key: {file: /run/s3}}
        - {name: bureau, type: sftp, host: sftp.example.org, user: city, path: /in, known-hosts: /etc/known_hosts, password: {environment: SFTP_PASSWORD}}
        - {name: portal, type: http, url: "https://example.org/in", token: {environment: PORTAL_TOKEN}}
      """;

  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(EXPORT, SCHEDULED);
  }

  @Test
  void aRightScheduleAndRightDestinationsBecomeRecords() {
    ReadResult result = DeclarationReader.read(List.of(city.root()));

    assertThat(result.problems()).isEmpty();
    ExportDeclaration export = result.library().exports().get(0);
    assertThat(export.schedule())
        .contains(new ExportSchedule("0 8 1 * *", "Asia/Shanghai", CatchUp.ALL));
    assertThat(export.schedule().orElseThrow().slots().zone())
        .isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(export.destinations())
        .containsExactly(
            new ExportDestination.Folder("share", "/srv/share"),
            new ExportDestination.S3(
                "store",
                "city",
                "figures",
                "us-east-1",
                Optional.of(URI.create("https://s3.example.org")),
                true,
                new SecretReference.Environment("S3_KEY"),
                new SecretReference.File("/run/s3")),
            new ExportDestination.Sftp(
                "bureau",
                "sftp.example.org",
                22,
                "city",
                "/in",
                "/etc/known_hosts",
                Optional.empty(),
                Optional.of(new SecretReference.Environment("SFTP_PASSWORD"))),
            new ExportDestination.Http(
                "portal",
                URI.create("https://example.org/in"),
                "PUT",
                Optional.of(new SecretReference.Environment("PORTAL_TOKEN"))));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void aBrokenRuleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    city.change(EXPORT, from, to);

    assertThat(city.problems()).containsExactly(EXPORT + problem);
  }

  static Stream<Arguments> aBrokenRuleIsReportedWithPlaceAndValue() {
    return Stream.of(
        arguments(
            "catch-up: all",
            "catchup: all",
            ":7 [unknown-key] Unknown key 'catchup'; did you mean 'catch-up'? (catchup)"),
        arguments(
            "catch-up: all",
            "catch-up: al",
            ":7 [not-allowed] 'catch-up' must be one of latest, all; did you mean 'all'? (al)"),
        arguments(
            "zone: Asia/Shanghai",
            "zone: Asia/Shangai",
            ":7 [zone] There is no such time zone; did you mean 'Asia/Shanghai'? (Asia/Shangai)"),
        arguments("0 8 1 * *", "0 8 30 2 *", ":7 [cron] This day never comes (0 8 30 2 *)"),
        arguments(
            "name: store, type: s3",
            "name: share, type: s3",
            ":10 [duplicate-name] Another destination has this name; deliveries are recorded under"
                + " it (share)"),
        arguments(
            "path: /srv/share",
            "path: srv/share",
            ":9 [relative-path] The path must be absolute (srv/share)"),
        arguments(
            "path: /srv/share",
            "path: /srv/share, bucket: city",
            ":9 [foreign-key] A destination of type folder has no key 'bucket' (bucket)"),
        arguments(
            "bucket: city, ",
            "",
            ":10 [missing-key] A destination of type s3 needs the key 'bucket' (bucket)"),
        arguments(
            ", password: {environment: SFTP_PASSWORD}",
            "",
            ":11 [login] A destination of type sftp needs either 'private-key' or 'password'"
                + " (sftp)"),
        arguments(
            "https://example.org/in",
            "http://example.org/in",
            ":12 [insecure-address] Packages and tokens go over https only; plain http is for this"
                + " machine itself (http://example.org/in)"),
        arguments(
            "token: {environment: PORTAL_TOKEN}",
            "token: hunter2",
            ":12 [wrong-type] 'token' must be a mapping (hunter2)"),
        arguments(
            "token: {environment: PORTAL_TOKEN}",
            "token: {enviroment: PORTAL_TOKEN}",
            ":12 [unknown-key] Unknown key 'enviroment'; did you mean 'environment'?"
                + " (enviroment)"));
  }

  @Test
  void anExpressionThatIsNoCronIsNamed() {
    city.change(EXPORT, "0 8 1 * *", "0 25 1 * *");

    assertThat(city.problems())
        .singleElement()
        .asString()
        .startsWith(EXPORT + ":7 [cron] Not a cron expression: ")
        .endsWith(" (0 25 1 * *)");
  }

  @Test
  void destinationsWithoutAScheduleWouldNeverBeDeliveredTo() {
    city.change(
        EXPORT, "schedule: {cron: \"0 8 1 * *\", zone: Asia/Shanghai, catch-up: all}\n", "");

    assertThat(city.problems())
        .containsExactly(
            EXPORT
                + ":7 [schedule-missing] Destinations are delivered to by a schedule; add"
                + " 'schedule' (figures)");
  }

  @Test
  void aReportNeedsTheScoresAndTheTrace() {
    city.change(EXPORT, "formats: [csv]", "formats: [csv, report, sdmx-json]");

    assertThat(city.problems())
        .containsExactlyInAnyOrder(
            EXPORT
                + ":6 [table-needed] The format 'report' needs the table metric.index_score among"
                + " 'tables' (report)",
            EXPORT
                + ":6 [table-needed] The format 'report' needs the table metric.index_trace among"
                + " 'tables' (report)",
            EXPORT
                + ":6 [table-needed] The format 'sdmx-json' needs the table metric.indicator_value"
                + " or metric.index_score among 'tables' (sdmx-json)");
  }
}
