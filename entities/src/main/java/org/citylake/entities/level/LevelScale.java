package org.citylake.entities.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.AlertDeclaration.Bound;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.entities.standard.StandardRow;
import org.citylake.entities.standard.Validity;

/**
 * A scale of levels of one thing, such as the density of a crowd, declared in the code list {@code
 * level_scale}. The limits are a model's, not a standard's, unless the list's basis says otherwise.
 *
 * @param id such as {@code crowd_density}
 * @param unit of the values
 * @param levels from the first to the last
 */
public record LevelScale(String id, String unit, List<Level> levels) {
  /** Id of the code list. */
  public static final String CODELIST = "level_scale";

  public LevelScale {
    levels = List.copyOf(levels);
  }

  /**
   * One level.
   *
   * @param order 1 for the first
   * @param code such as {@code crowded}
   * @param nameZh Chinese name
   * @param nameEn English name
   * @param bound where it is entered and left
   */
  public record Level(int order, String code, String nameZh, String nameEn, Bound bound) {}

  private record Row(String scale, String unit, Level level, Validity validity) {
    static Row of(StandardRow row) {
      return new Row(
          row.text("scale"),
          row.text("unit_measure"),
          new Level(
              row.integer("level"),
              row.text("level_code"),
              row.text("name_zh"),
              row.text("name_en"),
              bound(row)),
          row.validity());
    }

    private static Bound bound(StandardRow row) {
      Side side =
          switch (row.text("side")) {
            case "above" -> Side.ABOVE;
            case "below" -> Side.BELOW;
            default ->
                throw new CityLakeException(
                    Kind.DATA,
                    "Cannot read the code list "
                        + row.codelist()
                        + ": side is above or below, not "
                        + row.text("side"));
          };
      Bound bound = new Bound(side, row.decimal("enter"), row.decimal("leave"));
      if (bound.crossed(bound.clear())) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot read the code list "
                + row.codelist()
                + ": "
                + row.text("code")
                + " cannot be left on the bad side of "
                + bound.limit());
      }
      return bound;
    }
  }

  /**
   * The scale as declared for a day.
   *
   * @throws CityLakeException of kind DATA when there is none, or its levels are not 1, 2, …
   */
  public static LevelScale load(Codelist codelist, String id, LocalDate day) {
    List<Row> rows =
        StandardRow.read(codelist, Row::of).stream()
            .filter(r -> r.scale().equals(id) && r.validity().on(day))
            .sorted(Comparator.comparingInt(r -> r.level().order()))
            .toList();
    if (rows.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot find the levels of "
              + id
              + " on "
              + day
              + ": add them to the code list "
              + CODELIST);
    }
    List<Level> levels = rows.stream().map(Row::level).toList();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).order() != i + 1) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot use the levels of " + id + " on " + day + ": they are not numbered 1, 2, …");
      }
    }
    return new LevelScale(id, rows.get(0).unit(), levels);
  }

  /**
   * The level's number after a value.
   *
   * @param level the number before, 0 for none
   */
  public int step(int level, BigDecimal value) {
    return new Hysteresis(levels.stream().map(Level::bound).toList()).step(level, value);
  }

  /** The level of that number; empty for 0. */
  public Optional<Level> find(int number) {
    return number == 0 ? Optional.empty() : Optional.of(levels.get(number - 1));
  }
}
