package org.citylake.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a failure of a file says: the messages of many of Java's are a path and no reason. */
public final class IoReason {
  private IoReason() {}

  /** The reason in words, with the path where the failure has one. */
  public static String of(IOException failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    if (!(failure instanceof FileSystemException file) || file.getReason() != null) {
      return message;
    }
    String reason = "";
    if (failure instanceof AccessDeniedException) {
      reason = "Permission denied";
    } else if (failure instanceof NoSuchFileException) {
      reason = "there is no such file or folder";
    } else if (failure instanceof FileAlreadyExistsException) {
      reason = "there is one of that name already";
    } else if (failure instanceof NotDirectoryException) {
      reason = "it is no folder";
    }
    return reason.isEmpty() ? message : message + ": " + reason;
  }
}
