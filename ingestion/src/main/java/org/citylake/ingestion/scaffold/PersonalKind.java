package org.citylake.ingestion.scaffold;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Kinds of personal data that can be told by header or value. */
public enum PersonalKind {
  /** Identity numbers of residents. */
  IDENTITY_NUMBER("resident-identity-number", "11010519491231002X"),
  /** Names of persons. */
  NAME("person-name", "样例甲"),
  /** Mobile phones. */
  MOBILE_PHONE("mobile-phone", "13800000000"),
  /** Other telephones. */
  TELEPHONE("", "021-00000000"),
  /** Where a person lives. */
  ADDRESS("", "样例路1号"),
  /** Places on the map that may be where a person lives. */
  PLACE("", "POINT (121.47 31.23)"),
  /** Days of birth. */
  BIRTH("", "");

  /** Where {@link #PLACE}'s invented value lies: in the middle of Shanghai. */
  static final BigDecimal LONGITUDE = new BigDecimal("121.47");

  static final BigDecimal LATITUDE = new BigDecimal("31.23");

  private final String token;
  private final String invented;

  PersonalKind(String token, String invented) {
    this.token = token;
    this.invented = invented;
  }

  /** Domain of the tokens by which records are joined, if one does. */
  public Optional<String> token() {
    return token.isEmpty() ? Optional.empty() : Optional.of(token);
  }

  /** A value of nobody, for test cases; empty where one of the column's type serves. */
  String invented() {
    return invented;
  }

  /** What is told of a column that is taken for it. */
  String reason() {
    return "seems to be personal data: " + name().toLowerCase(Locale.ROOT);
  }
}
