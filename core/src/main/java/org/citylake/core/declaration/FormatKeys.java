package org.citylake.core.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.core.declaration.SourceDeclaration.StatusFlag;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.core.declaration.SourceDeclaration.Width;

/** Reads the keys of a contract's {@code format}, whose values the schema has checked. */
final class FormatKeys {
  private FormatKeys() {}

  /** The format; a pattern that cannot be read is left out, as {@link FormatRules} tells it. */
  static FileFormat read(Map<?, ?> keys) {
    List<String> unpivot = texts(keys, "unpivot");
    return new FileFormat(
        text(keys, "type", "csv"),
        text(keys, "encoding", "UTF-8"),
        text(keys, "delimiter", ",").charAt(0),
        texts(keys, "missing-values"),
        Boolean.parseBoolean(text(keys, "multiline", "false")),
        Delivery.valueOf(constant(text(keys, "delivery", "full"))),
        unpivot.isEmpty() ? Optional.empty() : Optional.of(new Unpivot(unpivot)),
        new Packing(
            Compression.valueOf(constant(text(keys, "compression", "none"))),
            find(keys, "entry").map(Object::toString)),
        HeaderRule.valueOf(constant(text(keys, "header", "exact"))),
        new SheetLayout(
            find(keys, "sheet").map(Object::toString),
            Integer.parseInt(text(keys, "header-rows", "1")),
            find(keys, "header-start").map(Object::toString).map(Integer::valueOf),
            find(keys, "unit-note").map(Object::toString).flatMap(FormatKeys::pattern),
            texts(keys, "skip-rows").stream()
                .map(FormatKeys::pattern)
                .flatMap(Optional::stream)
                .toList()),
        find(keys, "crs").map(Object::toString),
        Width.valueOf(constant(text(keys, "width", "keep"))),
        find(keys, "status").flatMap(FormatKeys::status));
  }

  private static Optional<StatusFlag> status(Object keys) {
    return keys instanceof Map<?, ?> status
        ? Optional.of(new StatusFlag(text(status, "column", ""), texts(status, "ended")))
        : Optional.empty();
  }

  /** The pattern; empty when the text is none. */
  static Optional<Pattern> pattern(String text) {
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The list under the key; empty when there is none. */
  static List<String> texts(Map<?, ?> keys, String key) {
    return keys.get(key) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private static Optional<Object> find(Map<?, ?> keys, String key) {
    return Optional.ofNullable(keys.get(key));
  }

  private static String text(Map<?, ?> keys, String key, String otherwise) {
    return find(keys, key).map(Object::toString).orElse(otherwise);
  }

  private static String constant(String text) {
    return text.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
