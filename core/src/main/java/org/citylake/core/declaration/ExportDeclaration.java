package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An export.
 *
 * @param name the folder's name
 * @param titleZh Chinese title
 * @param titleEn English title
 * @param audience for whom
 * @param tables tables of the release to write
 * @param formats csv, json, parquet, xlsx, sdmx-json, report
 * @param schedule when it is written and delivered by itself
 * @param destinations where it is delivered to, beside the home
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record ExportDeclaration(
    String name,
    String titleZh,
    String titleEn,
    String audience,
    List<String> tables,
    List<String> formats,
    Optional<ExportSchedule> schedule,
    List<ExportDestination> destinations,
    Path folder,
    String contentHash) {
  public ExportDeclaration {
    tables = List.copyOf(tables);
    formats = List.copyOf(formats);
    destinations = List.copyOf(destinations);
  }
}
