package org.citylake.core.contract;

import com.fasterxml.jackson.databind.JsonNode;
import org.citylake.core.json.Json;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** The service levels of a contract that CityLake acts on have to be periods. */
final class ServiceLevelRules {
  private ServiceLevelRules() {}

  static void check(YamlFile yaml, Problems problems) {
    JsonNode levels = yaml.root().path(UpdateRhythm.KEY);
    for (int i = 0; i < levels.size(); i++) {
      JsonNode level = levels.get(i);
      String name = level.path("property").asText();
      boolean actedOn = name.equals(UpdateRhythm.FREQUENCY) || name.equals(UpdateRhythm.LATENCY);
      Object value = Json.mapper().convertValue(level.path("value"), Object.class);
      String unit = level.path("unit").asText();
      if (actedOn && UpdateRhythm.period(value, unit).isEmpty()) {
        problems.add(
            yaml.problem(
                "/" + UpdateRhythm.KEY + "/" + i,
                "service-level",
                (value + " " + unit).strip(),
                "The service level '"
                    + name
                    + "' has to be a whole number of d (days), w (weeks), m (months) or y"
                    + " (years)"));
      }
    }
  }
}
