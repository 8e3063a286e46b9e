package org.citylake.entities.credit;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.CreditModelDeclaration;

/**
 * Runs the cases of a credit model: the records of {@code items.csv} ({@code
 * subject,key,item,kind,document_number,valid_from,valid_to,repaired_on}) give the scores of {@code
 * expected.csv} ({@code subject,day,score,class}), whose lines also say what is scored.
 */
public final class CreditModelCases {
  private static final CsvMapper CSV = new CsvMapper();

  private CreditModelCases() {}

  /** Runs every case of a model, by name. */
  public static List<CaseResult> run(CreditModelDeclaration model) {
    return CaseFolders.of(model.folder()).stream()
        .map(folder -> CaseResult.of(model.id(), folder, () -> rows(model, folder)))
        .toList();
  }

  private static Rows rows(CreditModelDeclaration model, Path folder) throws IOException {
    List<Map<String, String>> items = lines(folder.resolve("items.csv"));
    CreditScoring scoring = new CreditScoring(model);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Map<String, String> line : lines(folder.resolve("expected.csv"))) {
      String subject = cell(line, "subject");
      LocalDate day = LocalDate.parse(cell(line, "day"));
      CreditScore score =
          scoring.score(
              CreditSubject.of(subject),
              items.stream()
                  .filter(i -> cell(i, "subject").equals(subject))
                  .map(CreditModelCases::item)
                  .toList(),
              day);
      expected.add(text(subject, day, cell(line, "score"), cell(line, "class")));
      found.add(text(subject, day, Integer.toString(score.score()), score.creditClass()));
    }
    return new Rows(expected, found);
  }

  private static CreditItem item(Map<String, String> line) {
    return new CreditItem(
        cell(line, "key"),
        cell(line, "item"),
        cell(line, "kind"),
        Optional.of(cell(line, "document_number")).filter(text -> !text.isEmpty()),
        LocalDate.parse(cell(line, "valid_from")),
        day(line, "valid_to"),
        day(line, "repaired_on"));
  }

  private static Optional<LocalDate> day(Map<String, String> line, String column) {
    return Optional.of(cell(line, column)).filter(t -> !t.isEmpty()).map(LocalDate::parse);
  }

  private static String cell(Map<String, String> line, String column) {
    String cell = line.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("The file has no column '" + column + "'");
    }
    return cell;
  }

  private static String text(String subject, LocalDate day, String score, String creditClass) {
    return subject + " | " + day + " | " + score + " | " + creditClass;
  }

  private static List<Map<String, String>> lines(Path file) throws IOException {
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return lines.readAll();
    }
  }
}
