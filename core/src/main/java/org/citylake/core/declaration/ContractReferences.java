package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.yaml.YamlFile;

/** Checks the code lists and units that a contract names. */
final class ContractReferences {
  private ContractReferences() {}

  static void check(DataContract contract, YamlFile yaml, Declarations.References references) {
    List<ContractProperty> properties = contract.properties();
    for (int i = 0; i < properties.size(); i++) {
      ContractProperty property = properties.get(i);
      String place = "/schema/0/properties/" + i;
      if (!property.unit().isEmpty()) {
        references.unit(yaml, place + "/customProperties", property.unit());
      }
      if (property.custom().get("codelist") instanceof String id) {
        references.codelist(yaml, place + "/customProperties", id);
      }
      quality(property.quality(), yaml, place, references);
    }
    quality(contract.quality(), yaml, "/schema/0", references);
  }

  private static void quality(
      List<QualityRule> rules, YamlFile yaml, String place, Declarations.References references) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).arguments().get("codelist") instanceof String id) {
        references.codelist(yaml, place + "/quality/" + i + "/arguments/codelist", id);
      }
    }
  }
}
