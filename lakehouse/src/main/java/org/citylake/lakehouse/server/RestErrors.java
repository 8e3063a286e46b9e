package org.citylake.lakehouse.server;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.responses.ErrorResponse;

/**
 * Which status an exception is answered with, so that Iceberg's clients raise the same exception
 * again. Clients take 500, 502, 503 and 504 on a commit for "nobody knows whether it happened", so
 * these are kept for when that is so.
 */
final class RestErrors {
  private static final Map<Class<? extends Exception>, Integer> STATUS = statuses();

  private RestErrors() {}

  private static Map<Class<? extends Exception>, Integer> statuses() {
    Map<Class<? extends Exception>, Integer> status = new LinkedHashMap<>();
    status.put(NotAuthorizedException.class, 401);
    status.put(ForbiddenException.class, 403);
    status.put(NoSuchNamespaceException.class, 404);
    status.put(NoSuchIcebergTableException.class, 404);
    status.put(NoSuchTableException.class, 404);
    status.put(NoSuchViewException.class, 404);
    status.put(UnsupportedOperationException.class, 406);
    status.put(AlreadyExistsException.class, 409);
    status.put(CommitFailedException.class, 409);
    status.put(NamespaceNotEmptyException.class, 409);
    status.put(UnprocessableEntityException.class, 422);
    // A file that is gone stays gone: clients try 5xx again for half a minute.
    status.put(NotFoundException.class, 422);
    status.put(CommitStateUnknownException.class, 500);
    status.put(ValidationException.class, 400);
    status.put(IllegalArgumentException.class, 400);
    // Metadata files are written before the database is asked, so nothing was committed.
    status.put(RuntimeIOException.class, 507);
    status.put(UncheckedIOException.class, 507);
    return status;
  }

  /** The answer in Iceberg's form of an error. */
  static ErrorResponse response(Exception e) {
    // What stays busy was not written: a conflict that the client may try again.
    if (BusyRetry.isBusy(e)) {
      return response(409, "CommitFailedException", "The catalog's database is busy: " + e);
    }
    int status = 500;
    for (Map.Entry<Class<? extends Exception>, Integer> entry : STATUS.entrySet()) {
      if (entry.getKey().isInstance(e)) {
        status = entry.getValue();
        break;
      }
    }
    String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    return response(status, e.getClass().getSimpleName(), message);
  }

  static ErrorResponse response(int status, String type, String message) {
    return ErrorResponse.builder().responseCode(status).withType(type).withMessage(message).build();
  }
}
