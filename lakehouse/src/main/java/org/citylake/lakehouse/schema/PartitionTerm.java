package org.citylake.lakehouse.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;

/**
 * One partition transform as contracts write it: {@code month(observed_at)}, {@code year}, {@code
 * day}, {@code hour}, {@code bucket(16, id)}, {@code truncate(4, code)}, {@code identity(x)} or
 * plain {@code x}.
 *
 * @param transform name of the transform
 * @param argument of bucket and truncate, else 0
 * @param column the column's name
 */
record PartitionTerm(String transform, int argument, String column) {
  private static final Pattern TERM =
      Pattern.compile("(?:(\\w+)\\(\\s*(?:(\\d+)\\s*,\\s*)?(\\w+)\\s*\\)|(\\w+))");

  static PartitionTerm parse(String text) {
    Matcher matcher = TERM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a partition transform");
    }
    if (matcher.group(4) != null) {
      return new PartitionTerm("identity", 0, matcher.group(4));
    }
    int argument = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return new PartitionTerm(matcher.group(1), argument, matcher.group(3));
  }

  void addTo(PartitionSpec.Builder spec) {
    switch (transform) {
      case "identity" -> spec.identity(column);
      case "year" -> spec.year(column);
      case "month" -> spec.month(column);
      case "day" -> spec.day(column);
      case "hour" -> spec.hour(column);
      case "bucket" -> spec.bucket(column, argument);
      case "truncate" -> spec.truncate(column, argument);
      default ->
          throw new IllegalArgumentException(
              "partition transform '"
                  + transform
                  + "' is not known: take identity, year, month, day, hour, bucket or truncate");
    }
  }
}
