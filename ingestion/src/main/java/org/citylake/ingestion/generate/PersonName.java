package org.citylake.ingestion.generate;

import java.util.List;
import org.citylake.ingestion.generate.Kin.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called, and the people that he or she belongs to, after which names are formed.
 *
 * @param names what names are put together from
 * @param household whose name all but spouses bear
 * @param kin the person
 * @param draw the person's draws
 */
record PersonName(NameStock names, Household household, Kin kin, Draw draw) {
  private static final List<String> MINORITIES = List.of("03", "11", "15", "08", "05");
  private static final List<String> MINORITY_NAMES = List.of("回族", "满族", "土家族", "壮族", "维吾尔族");

  String name() {
    if (household.foreign()) {
      return names.foreignName(draw);
    }
    if (minority() == MINORITIES.size() - 1) {
      return names.dottedName(draw);
    }
    return surname() + names.givenName(draw, kin.male());
  }

  /** The name before it was changed, whether or not it was. */
  String oldName() {
    return household.foreign() ? name() : earlierName();
  }

  /** The name before it was changed; null for all whose name never was. */
  @Nullable String formerName() {
    return draw.chance("renamed", 0.012) ? earlierName() : null;
  }

  @Nullable String peopleCode() {
    return minority() >= 0 ? MINORITIES.get(minority()) : household.foreign() ? null : "01";
  }

  @Nullable String peopleName() {
    return minority() >= 0 ? MINORITY_NAMES.get(minority()) : household.foreign() ? null : "汉族";
  }

  private String earlierName() {
    return surname() + names.givenName(draw.at("earlier", 0), kin.male());
  }

  private String surname() {
    return names.surname(kin.role() == Role.SPOUSE ? draw : household.draw());
  }

  private int minority() {
    return household.foreign() || !household.draw().chance("minority", 0.018)
        ? -1
        : household.draw().below("minority-kind", MINORITIES.size());
  }
}
