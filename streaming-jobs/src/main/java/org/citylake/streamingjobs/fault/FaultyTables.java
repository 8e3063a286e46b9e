package org.citylake.streamingjobs.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.jspecify.annotations.Nullable;

/** Loads a table whose commits meet the planned faults, one each; further commits meet none. */
public final class FaultyTables implements TableLoader {
  private static final long serialVersionUID = 1L;

  /** What befalls one commit. */
  public enum Fault {
    NONE,
    /** The catalog is gone before it has done anything. */
    REFUSED,
    /** Somebody else was first. */
    CONFLICT,
    /** It was done, and the answer was lost. */
    ANSWER_LOST,
    /** It was done, and the job's process ended before it heard of it. */
    KILLED_AFTER,
    /** The call got stuck on its way and arrives at the catalog just before the next one. */
    DELAYED
  }

  /** The faults ahead by the plan's name, because a loader is copied to each task. */
  private static final Map<String, Deque<Fault>> PLANS = new ConcurrentHashMap<>();

  private static final Map<String, Runnable> STUCK = new ConcurrentHashMap<>();

  private final TableLoader tables;
  private final String plan;

  /**
   * Plans the faults of a table.
   *
   * @param plan names the table's faults among those of all tables of this process
   */
  public FaultyTables(TableLoader tables, String plan, List<Fault> faults) {
    this(tables, plan);
    PLANS.put(plan, new ArrayDeque<>(faults));
  }

  private FaultyTables(TableLoader tables, String plan) {
    this.tables = tables;
    this.plan = plan;
  }

  @Override
  public void open() {
    tables.open();
  }

  @Override
  public boolean isOpen() {
    return tables.isOpen();
  }

  @Override
  public Table loadTable() {
    Table table = tables.loadTable();
    return new BaseTable(new Faulty(((HasTableOperations) table).operations(), plan), table.name());
  }

  @Override
  @SuppressWarnings({"MethodDoesntCallSuperMethod", "super"})
  public TableLoader clone() {
    return new FaultyTables(tables.clone(), plan);
  }

  @Override
  public void close() throws java.io.IOException {
    tables.close();
  }

  private record Faulty(TableOperations real, String plan) implements TableOperations {
    @Override
    public TableMetadata current() {
      return real.current();
    }

    @Override
    public TableMetadata refresh() {
      return real.refresh();
    }

    @Override
    public void commit(@Nullable TableMetadata base, TableMetadata wanted) {
      Runnable stuck = STUCK.remove(plan);
      if (stuck != null) {
        stuck.run();
      }
      Fault fault =
          Objects.requireNonNullElse(Objects.requireNonNull(PLANS.get(plan)).poll(), Fault.NONE);
      switch (fault) {
        case REFUSED -> throw new IllegalStateException("the catalog is gone");
        case CONFLICT -> throw new CommitFailedException("somebody was first");
        case DELAYED -> {
          STUCK.put(plan, () -> real.commit(base, wanted));
          throw new CommitStateUnknownException(new IllegalStateException("no answer"));
        }
        default -> real.commit(base, wanted);
      }
      if (fault == Fault.ANSWER_LOST) {
        throw new CommitStateUnknownException(new IllegalStateException("no answer"));
      }
      if (fault == Fault.KILLED_AFTER) {
        throw new IllegalStateException("killed");
      }
    }

    @Override
    public FileIO io() {
      return new FaultyFiles(real.io(), plan);
    }

    @Override
    public String metadataFileLocation(String name) {
      return real.metadataFileLocation(name);
    }

    @Override
    public LocationProvider locationProvider() {
      return real.locationProvider();
    }
  }
}
