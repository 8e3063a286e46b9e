"""Frees synthetic persons of duplicates by Splink 4 and DuckDB; started by `benchmark linkage`.

Arguments: a CSV file with record_id, given_name, surname, birth_date, address, district and phone, a
CSV file with record_id and entity_id, and a folder for what does not fit into memory. The settings are
those of Splink's own example for persons ("Deduplicate 50k rows historical persons": blocking rules,
forename and surname together, date of birth, exact match with term frequencies), with an address by
Jaro-Winkler and a telephone number by Damerau-Levenshtein, as these columns ask for.

Prints one line of JSON. The seconds go from before the file is read to the clusters at a probability of
0.5; the F1 at other thresholds is asked for after that. Ends with 3 where there is no Splink 4.
"""

import json
import resource
import sys
import time

try:
    import duckdb
    import splink
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
except ImportError:
    sys.exit(3)
if not splink.__version__.startswith("4."):
    sys.exit(3)

LABEL_FREE = 0.5
OTHERS = [0.8, 0.9, 0.95, 0.99, 0.999, 0.9999]


def pairwise(connection, clusters, truth):
    """Precision, recall and F1 over pairs of records."""

    def pairs(columns):
        return connection.execute(
            f"""
            select coalesce(sum(n * (n - 1) / 2), 0) from (
              select count(*) n from {clusters} c
              join read_csv('{truth}', all_varchar = true) t using (record_id) group by {columns})
            """
        ).fetchone()[0]

    both = pairs("cluster_id, entity_id")
    precision = both / max(1, pairs("cluster_id"))
    recall = both / max(1, pairs("entity_id"))
    f1 = 0 if both == 0 else 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1}


def main():
    data, truth, folder = sys.argv[1:4]
    start = time.monotonic()
    connection = duckdb.connect()
    connection.execute(f"set temp_directory = '{folder}'")
    connection.execute(
        f"create table records as select * from read_csv('{data}', all_varchar = true)"
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname", "district"),
            block_on("surname", "birth_date"),
            block_on("given_name", "birth_date"),
            block_on("address"),
            block_on("phone"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "surname"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.JaroWinklerAtThresholds("address", [0.95, 0.88]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("district").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("phone", [1, 2]),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    linker = Linker("records", settings, DuckDBAPI(connection=connection))
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("given_name", "surname", "birth_date"), block_on("phone")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(
        block_on("given_name", "surname", "birth_date")
    )
    training.estimate_parameters_using_expectation_maximisation(block_on("phone"))
    predictions = linker.inference.predict(threshold_match_probability=LABEL_FREE)

    def clustered(threshold):
        return linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold
        ).physical_name

    clusters = clustered(LABEL_FREE)
    seconds = time.monotonic() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    measured = {LABEL_FREE: pairwise(connection, clusters, truth)}
    for threshold in OTHERS:
        measured[threshold] = pairwise(connection, clustered(threshold), truth)
    best = max(measured, key=lambda t: measured[t]["f1"])
    print(
        json.dumps(
            {
                "splink": splink.__version__,
                "duckdb": duckdb.__version__,
                "seconds": seconds,
                "peak_resident_mib": memory,
                "label_free": measured[LABEL_FREE],
                "best_threshold": best,
                "best": measured[best],
            }
        )
    )


if __name__ == "__main__":
    main()
