package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.declaration.DeclarationLibrary;
import org.jspecify.annotations.Nullable;

/**
 * A column made from its contract alone: from its code list, listed values, identifier, pattern,
 * example and range. What it gives is a proposal: whoever writes the row asks the validator.
 */
final class GenericColumn implements ColumnSample {
  private static final double PRESENT = 0.93;
  private static final List<String> PLACES =
      List.of("district-name", "district-code", "street-code", "street-name", "committee-code");

  private final ContractProperty property;
  private final WrittenValue written;
  private final int moment;
  private final List<String> listed = new ArrayList<>();
  private final Optional<String> identifier;
  private final GenericText text;
  private final GenericNumber number;
  private final boolean always;

  /**
   * A column of a source.
   *
   * @param moment its rank among the columns with days and times, from 0
   * @param always whether every row has a value
   */
  GenericColumn(ContractProperty property, DeclarationLibrary library, int moment, boolean always) {
    this.property = property;
    this.written = new WrittenValue(property);
    this.moment = moment;
    this.text = new GenericText(property);
    this.number = new GenericNumber(property);
    this.always = always || property.required() || property.primaryKeyPosition() > 0;
    Optional<String> named = Optional.empty();
    for (QualityRule rule : property.quality()) {
      if (rule.arguments().get("validValues") instanceof Collection<?> values) {
        values.forEach(v -> listed.add(v.toString()));
      }
      if (rule.arguments().get("identifier") instanceof String id) {
        named = Optional.of(id);
      }
    }
    this.identifier = named;
    if (property.custom().get("codelist") instanceof String id) {
      Codelist codelist = library.loadCodelist(id);
      String key = codelist.columns().get(0);
      codelist.rows().forEach(row -> listed.add(row.getOrDefault(key, "")));
    }
  }

  @Override
  public @Nullable String text(SampleRecord record) {
    Draw draw = record.draw().at(property.name(), 0);
    if (!always && !draw.chance("has", PRESENT)) {
      return null;
    }
    return switch (property.type()) {
      case INTEGER, NUMBER ->
          listed.isEmpty()
              ? number.text(record.draw(), draw, entity(record).end().getYear())
              : draw.pick("listed", listed);
      case BOOLEAN -> draw.chance("true", 0.5) ? "true" : "false";
      case DATE -> written.of(entity(record).moment(moment).toLocalDate());
      case TIMESTAMP -> written.of(entity(record).moment(moment).withNano(0));
      default -> text(record, draw);
    };
  }

  private static GenericEntity entity(SampleRecord record) {
    return record.entity() instanceof GenericEntity generic
        ? generic
        : new GenericEntity(
            record.serial(),
            record.draw(),
            GenericSource.NOWHERE,
            Person.REFERENCE.atTime(23, 59, 59));
  }

  private String text(SampleRecord record, Draw draw) {
    for (String place : PLACES) {
      if (namesPlace(place)) {
        String found = String.valueOf(record.entity().attribute(place));
        if (text.fits(found) && (listed.isEmpty() || listed.contains(found))) {
          return found;
        }
      }
    }
    if (!listed.isEmpty()) {
      return draw.pick("listed", listed);
    }
    return identifier
        .map(i -> GenericIdentifier.of(i, draw, record.entity()))
        .orElseGet(() -> text.text(record, draw));
  }

  /** Whether the column's name speaks of that attribute of the place. */
  private boolean namesPlace(String attribute) {
    String name = property.name();
    return switch (attribute) {
      case "district-name" -> name.contains("district") && !name.contains("code");
      case "district-code" -> name.contains("district") || name.contains("division");
      case "street-code" -> name.contains("street") && name.contains("code");
      case "street-name" -> name.equals("street") || name.equals("street_name");
      default -> name.contains("committee") || name.contains("neighbourhood");
    };
  }
}
