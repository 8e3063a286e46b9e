package org.citylake.entities;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;

/** The declarations that are shipped. */
public final class Shipped {
  /** All of them. */
  public static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(
          Stream.of("core", "lakehouse", "ingestion", "metrics", "dashboard")
              .map(Path.of(System.getProperty("citylake.root"))::resolve)
              .toList());

  private Shipped() {}

  /** The code list of that id. */
  public static Codelist codelist(String id) {
    return LIBRARY.loadCodelist(id);
  }
}
