package org.citylake.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFolderConnector {
  private static final String FORMAT =
      "{type: csv, encoding: UTF-8, multiline: true, delivery: increment}";
  private static final String ROWS =
      "case_no,title,amount,reported_on,changed_at\n1,A,1,,\n2,B,1,,\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void filesThatNobodyWritesAnyMoreAreLoadedOnceByTheDayInTheirName() throws IOException {
    Pulls pulls = pulls("snapshot-date: 'cases_([0-9]{8})'");
    old("cases_20161201.csv", ROWS);
    Files.writeString(in().resolve("cases_20161203.csv"), ROWS);
    old("other.txt", "x");

    assertThat(pulls.pull(Map.of())).containsExactly("2 = 2 + 0 + 0");
    assertThat(pulls.store().rows("raw." + CaseSource.ID))
        .extracting(r -> r.get("snapshot_date"))
        .containsOnly(LocalDate.of(2016, 12, 1));
    assertThat(pulls.pull(Map.of())).containsExactly("2 = 0 + 0 + 2");
  }

  @Test
  void aDeliveryWaitsForItsControlFileAndIsHeldAgainstIt() throws IOException {
    Pulls pulls = pulls("control: {suffix: .ok, content: '(?<rows>[0-9]+),(?<md5>[0-9a-f]{32})'}");
    old("a.csv", ROWS);
    assertThat(pulls.pull(Map.of())).isEmpty();

    old("a.csv.ok", "2," + FileMeasure.digest(in().resolve("a.csv"), "MD5"));
    assertThat(pulls.pull(Map.of())).containsExactly("2 = 2 + 0 + 0");
  }

  @Test
  void aFileThatWasCutOffIsNotLoadedAndTheOthersAre() throws IOException {
    Pulls pulls = pulls("control: {suffix: .ok, content: 'rows=(?<rows>[0-9]+)'}");
    old("a.csv", ROWS);
    old("a.csv.ok", "rows=3");
    old("b.csv", ROWS);
    old("b.csv.ok", "rows=2");

    assertThatThrownBy(() -> pulls.pull(Map.of()))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining(
            "a.csv: its control file says rows 3 and the file has 2: it was cut off or changed");
    assertThat(pulls.store().rows("raw." + CaseSource.ID)).hasSize(2);
  }

  @Test
  void aDayThatIsNoneIsNamed() throws IOException {
    Pulls pulls = pulls("snapshot-date: 'cases_([0-9]{8})'");
    old("cases_20161301.csv", ROWS);

    assertThatThrownBy(() -> pulls.pull(Map.of())).hasMessageContaining("'20161301' in the file's");
  }

  @Test
  void aWrongConnectorIsReportedWhole() throws IOException {
    CaseSource.of(folder, FORMAT, "type: folder\npath: /in\nfiles: '*.csv'\n");
    Path file =
        folder.resolve(
            "city/ingestion/sources/city_management/" + CaseSource.ID + "/connector.yaml");
    Files.writeString(
        file,
        "type: jdbc\nurl: jdbc:postgresql://host/db?password=x\nfiles: '*.csv'\nsnapshot-date: '('\n");

    assertThat(DeclarationReader.read(java.util.List.of(folder.resolve("city"))).problems())
        .extracting(p -> p.line() + " " + p.rule())
        .contains(
            "1 missing-key", "3 foreign-key", "4 foreign-key", "4 pattern", "2 secret-in-address");
  }

  private Pulls pulls(String more) throws IOException {
    Files.createDirectories(in());
    return new Pulls(
        folder,
        CaseSource.of(
            folder, FORMAT, "type: folder\npath: %s\nfiles: '*.csv'\n%s\n".formatted(in(), more)));
  }

  private Path in() {
    return folder.resolve("in");
  }

  private void old(String name, String text) throws IOException {
    Path file = Files.writeString(in().resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }
}
