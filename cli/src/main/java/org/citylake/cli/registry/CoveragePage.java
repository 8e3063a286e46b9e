package org.citylake.cli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.PlannedSystem;
import org.citylake.core.declaration.SystemDeclaration;

/** Which of the systems that plans name deliver by a contract. */
final class CoveragePage {
  private final DeclarationLibrary library;
  private final List<PlannedSystem> planned;
  private final Map<String, SystemDeclaration> declared;

  CoveragePage(DeclarationLibrary library) {
    this.library = library;
    planned =
        library.loadCodelist(PlannedSystem.LIST).rows().stream()
            .map(PlannedSystem::of)
            .filter(PlannedSystem::isSource)
            .toList();
    declared =
        library.systems().stream()
            .collect(Collectors.toMap(SystemDeclaration::id, Function.identity()));
  }

  /**
   * Writes {@code coverage.md}.
   *
   * @return the file
   */
  Path write(Path folder) {
    Path file = folder.resolve("coverage.md");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the coverage to " + folder, e);
    }
    return file;
  }

  /** The page, in Markdown. */
  String text() {
    StringBuilder page = new StringBuilder();
    page.append("# Coverage of the systems that plans name\n\n")
        .append("Written by `./citylake sources --coverage docs/reference`.\n\n")
        .append(covered(p -> true))
        .append(" of the ")
        .append(planned.size())
        .append(
            """
             systems whose records the plans want taken in (role SOURCE of the code list \
            `planned_system`) have a file in `ingestion/systems/`: a contract carries what is needed \
            of them, whole or in part. That a system delivers by a contract is our assumption; a plan \
            says what a system is for, not which columns it has. A system that several plans name \
            counts in each.

            ## By plan

            | plan | systems | with a contract |
            |---|---:|---:|
            """);
    for (Map<String, String> plan : library.loadCodelist(PlannedSystem.PLANS).rows()) {
      String code = plan.getOrDefault("code", "");
      row(page, code + " " + plan.get("name_zh"), p -> p.plans().contains(code));
    }
    page.append("\n## By domain\n\n| domain | systems | with a contract |\n|---|---:|---:|\n");
    Set<String> domains = new TreeSet<>(planned.stream().map(PlannedSystem::domain).toList());
    domains.forEach(domain -> row(page, domain, p -> p.domain().equals(domain)));
    page.append("\n## With a contract\n\n");
    page.append("| system | contract | not carried |\n|---|---|---|\n");
    for (PlannedSystem system : planned) {
      SystemDeclaration declaration = declared.get(system.id());
      if (declaration != null) {
        page.append(
            "| %s | `%s` | %s |\n"
                .formatted(
                    name(system), declaration.contract(), cell(declaration.gap().orElse(""))));
      }
    }
    page.append("\n## Without a contract\n\n| system | domain | named in |\n|---|---|---|\n");
    planned.stream()
        .filter(p -> !declared.containsKey(p.id()))
        .forEach(
            p ->
                page.append(
                    "| %s | %s | %s |\n"
                        .formatted(name(p), p.domain(), cell(String.join("; ", p.plannedBy())))));
    return page.toString();
  }

  private void row(StringBuilder page, String label, Predicate<PlannedSystem> of) {
    page.append(
        "| %s | %d | %d |\n"
            .formatted(cell(label), planned.stream().filter(of).count(), covered(of)));
  }

  private long covered(Predicate<PlannedSystem> of) {
    return planned.stream().filter(of).filter(p -> declared.containsKey(p.id())).count();
  }

  private static String name(PlannedSystem system) {
    return cell(system.id() + " " + system.nameZh() + ", " + system.nameEn());
  }

  /** A text that cannot end its cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
