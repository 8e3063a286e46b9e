package org.citylake.core.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of entity of the synthetic city, with the attributes that sample.yaml may name. */
public enum SamplePopulation {
  PERSON(
      Attributes.PLACE
          + " identity-number document-number name former-name sex born-on ethnicity-code"
          + " ethnicity-name presence registered-division registered-address household-number"
          + " relation-code residence-address address-code mobile contact-name contact-mobile"
          + " education-code marital-code entered-on permit-until state ended-on owner insurable"
          + " work household-kind insured-since employer-number employer-name employer-code"
          + " hypertension diabetes blood-type disabled disability-kind disability-grade"
          + " disability-certificate unit-number floor-area"),
  LEGAL_ENTITY(
      Attributes.PLACE
          + " number form credit-code organisation-code registration-number name former-name"
          + " kind-code kind-name registration-type industry-code industry-section industry-name"
          + " established-on state ended-on capital currency size staff registered-address"
          + " operating-address operating-district-code operating-district-name representative-name"
          + " representative-identity-number representative-sex representative-mobile branch"
          + " parent-name parent-code tax-number partner-name partner-code"),
  CASE(
      Attributes.PLACE
          + " place opened-at accepted-at filed-at dispatched-at contacted-at due-at handled-at"
          + " checked-at closed-at state on-time solved satisfaction reporter-name reporter-mobile"
          + " anonymous applicant-name applicant-code"),
  BUILDING(
      Attributes.PLACE
          + " building-code unit-prefix building-name address use floors height floor-area"
          + " built-year dwellings compound-code"),
  COMPOUND(
      Attributes.PLACE
          + " compound-code compound-name address committee-name built-year buildings dwellings"
          + " floor-area company-name company-code parking-spaces lot-number road-name segment-code"
          + " number"),
  GRID(Attributes.PLACE + " code kind parent area"),
  SENSOR(
      Attributes.PLACE
          + " code kind name quantities place road-name segment-code water-name interval"
          + " owner-name"),
  STREET(Attributes.PLACE + " number water-code water-name residents"),
  DISTRICT("district-name district-code district-letters residents enterprises"),
  REPORT("indicator-code indicator-name district-name district-code year value unit owner");

  /** The attribute that an entity has when it makes rows again and again. */
  public static final String MOMENT = "moment";

  /** What entities have in common. */
  private static final class Attributes {
    /** Where an entity lies. */
    static final String PLACE =
        "district-name district-code district-letters street-name street-code committee-code"
            + " grid-code longitude latitude footprint line";
  }

  private final List<String> attributes;

  SamplePopulation(String attributes) {
    this.attributes = List.of(attributes.split(" "));
  }

  /** The names of an entity's attributes. */
  public List<String> attributes() {
    return attributes;
  }

  /** As declarations write it, such as {@code legal-entity}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The population of that id, which the schema has checked. */
  static SamplePopulation of(String id) {
    return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}
