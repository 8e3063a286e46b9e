package org.citylake.core.declaration;

/**
 * The kinds of declarations. Most are folders, each known by the one file that every folder of it
 * has; a system is a file of its own in a folder named {@code systems}.
 */
public enum DeclarationKind {
  SOURCE("contract.odcs.yaml", "sources"),
  TABLE("contract.odcs.yaml", "tables"),
  INDICATOR("indicator.yaml", "indicators"),
  EDITION("index.yaml", "indexes"),
  EXPORT("export.yaml", "exports"),
  PAGE("page.yaml", "pages"),
  MAP("map.yaml", "maps"),
  GROUP("group.yaml", "access"),
  CODELIST("codelist.yaml", "codelists"),
  SYSTEM("", "systems"),
  WARNING("warning.yaml", "warnings"),
  VIEW("view.yaml", "views"),
  ALERT("alert.yaml", "alerts"),
  CREDIT_MODEL("credit-model.yaml", "credit-models");

  private final String marker;
  private final String section;

  DeclarationKind(String marker, String section) {
    this.marker = marker;
    this.section = section;
  }

  /** Whether a declaration is the file {@code ID.yaml} of its section, not a folder. */
  public boolean isFile() {
    return marker.isEmpty();
  }

  /** The file that makes a folder a declaration of this kind; empty where it is no folder. */
  public String marker() {
    return marker;
  }

  /** The folder that declarations of this kind stand below, at any depth. */
  public String section() {
    return section;
  }
}
