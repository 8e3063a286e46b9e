package org.citylake.core.declaration;

/** The kinds of declaration folders, each known by the one file that every folder of it has. */
public enum DeclarationKind {
  SOURCE("contract.odcs.yaml", "sources"),
  TABLE("contract.odcs.yaml", "tables"),
  INDICATOR("indicator.yaml", "indicators"),
  EDITION("index.yaml", "indexes"),
  EXPORT("export.yaml", "exports"),
  PAGE("page.yaml", "pages"),
  CODELIST("codelist.yaml", "codelists");

  private final String marker;
  private final String section;

  DeclarationKind(String marker, String section) {
    this.marker = marker;
    this.section = section;
  }

  /** The file that makes a folder a declaration of this kind. */
  public String marker() {
    return marker;
  }

  /** The folder that declarations of this kind stand below, at any depth. */
  public String section() {
    return section;
  }
}
