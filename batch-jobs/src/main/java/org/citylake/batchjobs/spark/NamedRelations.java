package org.citylake.batchjobs.spark;

import java.util.List;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Lets SQL name a table as {@code namespace.table} whatever stands behind it: a pinned snapshot, a
 * branch, rows just computed, or rows of a test case.
 *
 * <p>Spark knows temporary views by one word only. A rule of the analyzer turns {@code
 * city.observation} into the view {@code city__observation}, so that declarations read the same
 * everywhere and no SQL text is ever rewritten.
 */
public final class NamedRelations {
  private NamedRelations() {}

  /** Name of the temporary view that stands for a table. */
  public static String view(String fullName) {
    return fullName.replace(".", "__");
  }

  /** Adds the rule to a session. */
  public static final class Extension extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
      extensions.injectResolutionRule(session -> new ByFullName());
      return BoxedUnit.UNIT;
    }
  }

  private static final class ByFullName extends Rule<LogicalPlan> {
    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      return plan.resolveOperatorsUp(new ToView());
    }
  }

  private static Seq<String> seq(String text) {
    return CollectionConverters.asScala(List.of(text)).toSeq();
  }

  private static final class ToView extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof UnresolvedRelation relation
          && relation.multipartIdentifier().size() == 2;
    }

    @Override
    @SuppressWarnings("unchecked") // B1 is a supertype of LogicalPlan, which Java cannot say.
    public <A1 extends LogicalPlan, B1> B1 applyOrElse(A1 plan, Function1<A1, B1> otherwise) {
      return isDefinedAt(plan) ? (B1) toView((UnresolvedRelation) plan) : otherwise.apply(plan);
    }

    private static LogicalPlan toView(UnresolvedRelation relation) {
      List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
      UnresolvedRelation found =
          new UnresolvedRelation(
              seq(view(String.join(".", parts))), relation.options(), relation.isStreaming());
      // Columns are qualified by the name that was written, not by the view's.
      return new SubqueryAlias(new AliasIdentifier(parts.get(1), seq(parts.get(0))), found);
    }
  }
}
