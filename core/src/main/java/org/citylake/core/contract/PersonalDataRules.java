package org.citylake.core.contract;

import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a contract with personal columns must say, and where such columns may not stand. */
final class PersonalDataRules {
  private final DataContract contract;
  private final YamlFile yaml;
  private final Problems problems;

  private PersonalDataRules(DataContract contract, YamlFile yaml, Problems problems) {
    this.contract = contract;
    this.yaml = yaml;
    this.problems = problems;
  }

  static void check(DataContract contract, YamlFile yaml, Problems problems) {
    PersonalDataRules rules = new PersonalDataRules(contract, yaml, problems);
    List<ContractProperty> properties = contract.properties();
    for (int i = 0; i < properties.size(); i++) {
      rules.property(properties.get(i), "/schema/0/properties/" + i);
    }
    if (!contract.isTable()) {
      rules.entry();
    }
  }

  private void entry() {
    boolean personal = contract.properties().stream().anyMatch(ContractProperty::personal);
    boolean sensitive = contract.properties().stream().anyMatch(ContractProperty::sensitive);
    if (personal && contract.personalData().isEmpty()) {
      report(
          "/schema/0",
          "personal-data-missing",
          contract.id(),
          "A contract with personal columns needs the custom property 'personalData': basis, law,"
              + " purposes, retention");
    }
    if (sensitive && contract.personalData().filter(p -> p.necessity().isEmpty()).isPresent()) {
      report(
          "/schema/0/customProperties",
          "necessity-missing",
          contract.id(),
          "A contract with sensitive columns has to say in 'personalData' why they are needed:"
              + " necessity");
    }
  }

  private void property(ContractProperty property, String place) {
    String name = property.name();
    if (property.personal() && contract.isTable() && !contract.id().startsWith("vault.")) {
      report(
          place + "/classification",
          "personal-outside-vault",
          property.classification(),
          "The column '" + name + "' is personal data; outside the vault there are tokens alone");
    }
    if (property.personal() && property.primaryKeyPosition() > 0 && property.token().isEmpty()) {
      report(
          place,
          "token-missing",
          name,
          "The column '"
              + name
              + "' is personal and part of the business key: it needs the custom property 'token'"
              + " with the domain of its tokens");
    }
    if (!property.personal() && property.token().isPresent()) {
      report(
          place,
          "token-unneeded",
          name,
          "The column '" + name + "' is not classified personal and has no token");
    }
  }

  private void report(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
