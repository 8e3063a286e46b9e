package org.citylake.access.grant;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.access.user.Principal;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.GroupDeclaration;

/**
 * Runs a group's test cases: {@code sees.csv} with the columns {@code table,column,rows,sees}. A
 * member of district 310107, subdistrict 310107011, is asked; {@code rows} are all, 310107,
 * 310107011 or none, {@code sees} is clear, token, masked or refused.
 */
public final class GroupCases {
  private static final String AREA = "310107011";

  private GroupCases() {}

  /** Runs all cases of a group. */
  public static List<CaseResult> run(DeclarationLibrary library, GroupDeclaration group) {
    Grants grants =
        Grants.of(new Principal("member", List.of(group.id()), AREA), GroupGrants.of(library));
    return CaseFolders.of(group.folder()).stream()
        .map(folder -> CaseResult.of(group.id(), folder, () -> rows(folder, grants)))
        .toList();
  }

  private static CaseResult.Rows rows(Path folder, Grants grants) throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(folder.resolve("sees.csv").toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String table = row.getOrDefault("table", "");
        String column = row.getOrDefault("column", "");
        expected.add(String.join(",", table, column, row.get("rows"), row.get("sees")));
        found.add(String.join(",", table, column, seen(grants.table(table), column)));
      }
    }
    return new CaseResult.Rows(expected, found);
  }

  private static String seen(Optional<TableGrant> grant, String column) {
    String rows =
        grant.map(g -> g.area().map(TableGrant.AreaFilter::code).orElse("all")).orElse("none");
    String sees =
        grant
            .flatMap(g -> g.sight(column))
            .map(sight -> sight.name().toLowerCase(Locale.ROOT))
            .orElse("refused");
    return rows + "," + sees;
  }
}
