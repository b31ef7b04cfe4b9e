package fr.socle.bench.control;

/**
 * A parameter of a route, in its path or its query.
 *
 * @param name name on the wire
 * @param form how its value is written
 * @param inPath whether it is a part of the path; else of the query
 * @param required whether a call without it is refused
 * @param description what it means, for the OpenAPI document, English
 */
record Parameter(String name, Form form, boolean inPath, boolean required, String description) {

  /** How a value is written. */
  enum Form {
    /** Any text. */
    TEXT,
    /** A sequence number of the journal: a decimal number that is not negative. */
    SEQUENCE,
    /** An ISO-8601 duration of 60 s at most. */
    WAIT
  }

  static Parameter optional(String name, Form form, String description) {
    return new Parameter(name, form, false, false, description);
  }

  static Parameter required(String name, Form form, String description) {
    return new Parameter(name, form, false, true, description);
  }
}
