package org.citylake.metrics.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** The one rule by which reported figures become indicator values, as SQL. */
public final class ReportedRule {
  /** The resource that holds the statement. */
  public static final String RESOURCE = "reported.sql";

  /** The tables that it reads. */
  public static final List<String> INPUTS = List.of("city.observation");

  private ReportedRule() {}

  /** The statement; its parameter {@code :units} maps indicator codes to units. */
  public static String sql() {
    try (InputStream in = ReportedRule.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new CityLakeException(Kind.INTERNAL, "The resource " + RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
