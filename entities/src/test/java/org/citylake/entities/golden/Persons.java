package org.citylake.entities.golden;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.citylake.entities.linkage.configuration.ColumnKind;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;

/** Synthetic persons of two registers, and a merge of them. */
final class Persons {
  static final BinaryOperator<String> TOKEN =
      (domain, text) -> {
        try {
          byte[] hash =
              MessageDigest.getInstance("SHA-256")
                  .digest((domain + "/" + text).getBytes(StandardCharsets.UTF_8));
          return "t1-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
          throw new IllegalStateException(e);
        }
      };

  static final MergeDeclaration MERGE =
      new MergeDeclaration(
          "person",
          "P",
          List.of("number"),
          List.of(source("police"), source("health"), source("insurance")),
          attributes(),
          Map.of(),
          List.of(),
          Optional.of(
              new LinkageDeclaration(
                  List.of(
                      field("number", ColumnKind.IDENTITY_NUMBER),
                      field("name", ColumnKind.CHINESE_NAME),
                      field("born", ColumnKind.DATE),
                      field("phone", ColumnKind.PHONE)),
                  List.of(),
                  OptionalDouble.empty())));

  private Persons() {}

  private static MergeDeclaration.Source source(String id) {
    return new MergeDeclaration.Source(
        id, Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of());
  }

  private static Map<String, MergeDeclaration.Attribute> attributes() {
    Map<String, MergeDeclaration.Attribute> attributes = new TreeMap<>();
    attributes.put(
        "number",
        attribute(ColumnKind.IDENTITY_NUMBER, Reason.VALIDITY, Reason.AGREEMENT, Reason.PRIORITY));
    attributes.put("name", attribute(ColumnKind.CHINESE_NAME, Reason.AGREEMENT, Reason.PRIORITY));
    attributes.put("born", attribute(ColumnKind.DATE, Reason.VALIDITY, Reason.PRIORITY));
    attributes.put("phone", attribute(ColumnKind.PHONE, Reason.RECENCY));
    return attributes;
  }

  private static MergeDeclaration.Attribute attribute(ColumnKind kind, Reason... by) {
    return new MergeDeclaration.Attribute(kind, List.of(by), List.of());
  }

  private static FieldDeclaration field(String column, ColumnKind kind) {
    return new FieldDeclaration(column, kind, kind.levels());
  }

  /** A record; an empty text is a missing value. */
  static Member record(
      String source,
      String key,
      String seen,
      String number,
      String name,
      String born,
      String phone) {
    Map<String, String> values = new TreeMap<>();
    values.put("number", number);
    values.put("name", name);
    values.put("born", born);
    values.put("phone", phone);
    values.values().removeIf(String::isEmpty);
    int rank = List.of("police", "health", "insurance").indexOf(source);
    return new Member(source, rank, key, seen, seen, true, values);
  }

  /** A right identity number of an area that no person has. */
  static String number(String born, int serial) {
    String body = "319100" + born.replace("-", "") + String.format(Locale.ROOT, "%03d", serial);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
