package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;

/**
 * An export.
 *
 * @param name the folder's name
 * @param titleZh Chinese title
 * @param titleEn English title
 * @param audience for whom
 * @param tables tables of the release to write
 * @param formats csv, json, parquet
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
    Path folder,
    String contentHash) {
  public ExportDeclaration {
    tables = List.copyOf(tables);
    formats = List.copyOf(formats);
  }
}
