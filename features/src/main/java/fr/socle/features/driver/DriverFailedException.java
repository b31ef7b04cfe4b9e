package fr.socle.features.driver;

import org.jspecify.annotations.Nullable;

/** The driver is dead, too slow or outside its contract: nothing may be said of the LPS. */
public final class DriverFailedException extends RuntimeException {

  /** Message in French: what happened and how to mend it. */
  public DriverFailedException(String message) {
    super(message);
  }

  /** Message in French, with what was behind it. */
  public DriverFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
