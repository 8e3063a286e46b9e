package org.citylake.ingestion.generate;

import java.util.Locale;

/** What kind of legal entity it is. */
enum LegalForm {
  ENTERPRISE("91"),
  LAW_FIRM("31"),
  ASSOCIATION("51"),
  PRIVATE_NON_ENTERPRISE("52"),
  FOUNDATION("53"),
  PUBLIC_INSTITUTION("12");

  private final String kind;

  LegalForm(String kind) {
    this.kind = kind;
  }

  /** Most are enterprises. */
  static LegalForm draw(Draw draw) {
    double unit = draw.unit("form");
    return unit < 0.92
        ? ENTERPRISE
        : unit < 0.93
            ? LAW_FIRM
            : unit < 0.95
                ? ASSOCIATION
                : unit < 0.977
                    ? PRIVATE_NON_ENTERPRISE
                    : unit < 0.98 ? FOUNDATION : PUBLIC_INSTITUTION;
  }

  /** The first characters of its credit code. */
  String kind() {
    return kind;
  }

  /** As declarations write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
