package fr.socle.features.run;

/** Makes JUnit call a non-conforming scenario a failure, in words and without a stack trace. */
final class NonConformity extends AssertionError {

  NonConformity(String message) {
    super(message);
    setStackTrace(new StackTraceElement[0]);
  }
}
