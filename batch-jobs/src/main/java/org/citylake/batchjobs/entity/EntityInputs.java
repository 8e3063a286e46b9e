package org.citylake.batchjobs.entity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.sealing.VaultKeyFile;

/**
 * What golden records are made from beside the raw rows.
 *
 * @param values personal values of the rows
 * @param history the tables as the run before left them; the history of ids goes on from there
 * @param token keyed hash of a domain and a text, such as {@code t1-} and 32 digits
 */
public record EntityInputs(
    PersonalValues values, FormerTables history, BinaryOperator<String> token) {

  /** Of a home. The keys of tokens are used, so that new keys for values leave ids as they are. */
  public static EntityInputs of(SparkSession session, Home home, FormerTables history) {
    VaultKeyFile keys = VaultKeyFile.of(home, System.getenv(), Clock.systemUTC());
    return new EntityInputs(
        PersonalValues.inVault(session, keys),
        history,
        (domain, text) -> keys.loadOrCreate().token(domain, text));
  }

  /** Of a test case: rows say their values, there is no history, and the key is known to all. */
  public static EntityInputs ofCase() {
    return new EntityInputs(
        PersonalValues.none(),
        FormerTables.none(),
        (domain, text) ->
            "t0-"
                + ContentHash.of((domain + "/" + text).getBytes(StandardCharsets.UTF_8))
                    .substring(0, 32));
  }
}
