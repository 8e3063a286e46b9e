package org.citylake.batchjobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.junit.jupiter.api.Test;

final class TestNamedRelations {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"))));

  private final SparkSession session = SparkLake.inMemory();

  @Test
  void sqlFindsARelationByItsFullNameInJoinsExpressionsAndSubqueries() {
    Relations relations = new Relations(session, LIBRARY);
    relations.put("city.number", session.sql("SELECT 1 AS n UNION ALL SELECT 2 AS n"), 7);

    Row row =
        session
            .sql(
                """
                WITH doubled AS (SELECT 2 * n AS n FROM city.number)
                SELECT count(*) AS rows, max('city.number') AS text
                FROM doubled JOIN city.number USING (n)
                WHERE n IN (SELECT n FROM city.number)
                """)
            .head();

    assertThat(row.getLong(0)).isEqualTo(1);
    assertThat(row.getString(1)).isEqualTo("city.number");
    assertThat(relations.snapshot("city.number")).isEqualTo(7);
  }

  @Test
  void sqlSeesOnlyTheHighestRevisionOfATableWithRevisions() {
    Relations relations = new Relations(session, LIBRARY);
    Dataset<Row> readings =
        session.sql(
            """
            SELECT 'jingan' AS sensor_id, 'pm25' AS metric, 2014 AS year, revision, mean
            FROM VALUES (1, 50.0), (2, 53.3) AS t(revision, mean)
            """);

    relations.put("city.air_quality_year", readings, 7);

    assertThat(session.sql("SELECT mean FROM city.air_quality_year").collectAsList())
        .extracting(row -> row.getDecimal(0).toPlainString())
        .containsExactly("53.3");
    assertThat(relations.load("city.air_quality_year").count()).isEqualTo(2);
  }

  @Test
  void anUnknownTableIsNamedInTheError() {
    assertThatThrownBy(() -> session.sql("SELECT * FROM city.nowhere"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void divisionIsExactAndRoundsOnceToEven() {
    Row row =
        session
            .sql(
                """
                SELECT exact_divide(100, CAST(75 AS DECIMAL(38,10)), CAST(90 AS DECIMAL(38,10))),
                  exact_divide(1, CAST(1 AS DECIMAL(38,10)), CAST(0 AS DECIMAL(38,10))),
                  exact_divide(1, CAST(NULL AS DECIMAL(38,10)), CAST(2 AS DECIMAL(38,10)))
                """)
            .head();

    assertThat(row.getDecimal(0)).hasToString("83.3333333333");
    assertThat(row.isNullAt(1)).isTrue();
    assertThat(row.isNullAt(2)).isTrue();
  }

  @Test
  void aSelectorEncodesItsValues() {
    Row row = session.sql("SELECT selector('city.x', array('a', 'b c', 'd', 'e&f'))").head();

    assertThat(row.getString(0)).isEqualTo("city.x?a=b%20c&d=e%26f");
  }
}
