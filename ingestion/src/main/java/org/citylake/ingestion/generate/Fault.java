package org.citylake.ingestion.generate;

import java.util.Locale;

/** What is planted into extracts, named as in the tables of rates. */
enum Fault {
  GHOST,
  DUPLICATE,
  IDENTITY_MISSING,
  IDENTITY_CHECK_DIGIT,
  IDENTITY_FLOAT,
  IDENTITY_15_DIGITS,
  NAME_HOMOPHONE,
  NAME_RARE_LOST,
  NAME_SPACING,
  NAME_OLD,
  NAME_ABBREVIATED,
  BIRTH_DATE_OFF,
  PHONE_SHARED,
  PHONE_OLD,
  ADDRESS_UNPARSEABLE,
  ADDRESS_OLD_DIVISION,
  ENDLESS_DATE,
  LAG,
  LATE_FILE,
  TRUNCATED_FILE,
  COLUMNS_SWAPPED,
  CREDIT_CODE_BEFORE_2016,
  CREDIT_CODE_MISSING,
  CREDIT_CODE_WRONG,
  BRANCH_AS_HEAD,
  CAPITAL_IN_CNY,
  CURRENCY_MISSING,
  INDIVIDUAL_UNDER_OWNER,
  REPRESENTATIVE_OLD,
  INDUSTRY_EDITION;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** In kebab case, such as {@code identity-missing}. */
  String id() {
    return id;
  }
}
