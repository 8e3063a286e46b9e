package org.citylake.ingestion.connector;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For how long a database may say nothing: a server that is frozen, or a wire that was cut, would
 * hold a pull for ever otherwise.
 */
final class Silence {
  private static final Logger LOG = LoggerFactory.getLogger(Silence.class);

  private Silence() {}

  /** Properties that bound the login of the drivers that are shipped. */
  static Map<String, String> properties(ConnectorDeclaration.Jdbc database) {
    if (database.url().startsWith("jdbc:postgresql:")) {
      String seconds = Integer.toString(database.silenceSeconds());
      return Map.of("connectTimeout", seconds, "socketTimeout", seconds);
    }
    if (database.url().startsWith("jdbc:mariadb:")) {
      String milliseconds = Long.toString(milliseconds(database));
      return Map.of("connectTimeout", milliseconds, "socketTimeout", milliseconds);
    }
    return Map.of();
  }

  /** Bounds what is read by a connection of any driver that can be bounded. */
  static void bound(Connection connection, ConnectorDeclaration.Jdbc database) throws SQLException {
    try {
      // The bound is the socket's: nothing is left for the executor to do.
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(milliseconds(database)));
    } catch (java.sql.SQLFeatureNotSupportedException | AbstractMethodError e) {
      LOG.warn(
          "the driver of {} cannot bound the server's silence: see its driver-properties",
          database.url());
    }
  }

  /** What went wrong: that the server was silent, or what the driver says. */
  static String reason(ConnectorDeclaration.Jdbc database, SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return "the server said nothing for "
            + database.silenceSeconds()
            + " seconds (silence-seconds)";
      }
    }
    return String.valueOf(failure.getMessage());
  }

  private static long milliseconds(ConnectorDeclaration.Jdbc database) {
    return Duration.ofSeconds(database.silenceSeconds()).toMillis();
  }
}
