package org.citylake.cli.index;

/** The files of a new edition, with comments that teach. */
final class ScaffoldText {
  private ScaffoldText() {}

  static final String INDEX =
      """
      # An edition of a composite index. Every key: docs/reference/schemas/index.schema.json.
      index: %s
      edition: "%s"
      name-zh: 待定
      name-en: To be named
      # A model of yours, until the owner of an index says that it is the official one.
      model: true
      edition-year: 2026
      # Scored from panel files. Say 'lakehouse', with units, to let the main job score it, in
      # every year that has data or in one data-period; its leaves then have to be indicators.
      scored-from: files
      # Fewest scored units of a group for which ranks are given.
      minimum-units: 3

      # Screen, denominate, impute and treat run in the order in which they stand here; then
      # normalise, weight, aggregate, coefficient. Only normalise and aggregate have to be there.
      steps:
        # impute: {method: column-median}
        # treat: {method: winsorise, maximum: 5}
        normalise: {method: min-max, low: 1, high: 100}
        aggregate: {method: arithmetic-mean, missing: renormalise}

      # The root first. A leaf is an indicator: a column of the panel. Weights are relative to the
      # siblings; weight-basis is published, derived, remembered or assumed.
      tree:
        - {code: %s, name-zh: 待定, name-en: To be named}
        - {code: first_pillar, parent: %s, weight: 1, weight-basis: assumed, name-zh: 第一, name-en: First pillar}
        - {code: indicator_a, parent: first_pillar, weight: 1, weight-basis: assumed, direction: higher}
        - {code: indicator_b, parent: first_pillar, weight: 1, weight-basis: assumed, direction: lower}
        - {code: indicator_c, parent: %s, weight: 1, weight-basis: assumed, direction: higher}

      # What is varied by './citylake index robustness'.
      robustness:
        draws: 1000
        seed: 1
        factors:
          - {name: weights, weight-noise: 0.25}
          - {name: aggregation, at: /steps/aggregate/method, values: [arithmetic-mean, geometric-mean]}
      """;

  static final String METHOD =
      """
      # %s

      What the index measures, for whom, and where its indicators, weights and methods come from.
      Say of every weight whether it is published, derived or assumed.
      """;

  static final String CHANGES =
      """
      # Changes

      Every change of this edition that can change a score stands here, newest first.
      """;

  static final String PANEL =
      """
      unit,period,indicator_a,indicator_b,indicator_c
      north,2025,10,3,40
      south,2025,20,1,60
      west,2025,15,1.4,20
      """;

  static final String EXPECTED =
      """
      unit,node,score,rank
      north,%s,TODO,
      south,%s,TODO,
      """;
}
