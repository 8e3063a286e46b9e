package org.citylake.core.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of entity of the synthetic city, with the attributes that sample.yaml may name. */
public enum SamplePopulation {
  PERSON(
      "identity-number document-number name former-name sex born-on ethnicity-code ethnicity-name"
          + " presence registered-division registered-address household-number relation-code"
          + " residence-address address-code district-name district-code street-name street-code"
          + " committee-code mobile contact-name contact-mobile education-code marital-code"
          + " entered-on permit-until state ended-on owner insurable work household-kind"
          + " insured-since employer-number employer-name employer-code hypertension diabetes"
          + " blood-type disabled disability-kind disability-grade disability-certificate"
          + " unit-number floor-area"),
  LEGAL_ENTITY(
      "form credit-code organisation-code registration-number name former-name kind-code kind-name"
          + " registration-type industry-code industry-section industry-name established-on state"
          + " ended-on capital size district-name district-code street-name street-code"
          + " committee-code registered-address operating-address operating-district-code"
          + " operating-district-name representative-name representative-identity-number"
          + " representative-sex representative-mobile branch parent-name parent-code tax-number"),
  CASE(
      "district-name district-code street-name street-code committee-code place opened-at"
          + " accepted-at filed-at dispatched-at contacted-at due-at handled-at checked-at closed-at"
          + " state on-time solved satisfaction reporter-name reporter-mobile anonymous"),
  REPORT("indicator-code indicator-name district-name district-code year value unit owner");

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
