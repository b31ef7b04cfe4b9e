package fr.socle.dmp.registry.service;

import java.util.List;

/** Undoes what was begun, and says why. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<RegistryError> errors;

  RefusedException(List<RegistryError> errors) {
    super(errors.toString(), null, false, false);
    this.errors = List.copyOf(errors);
  }

  RefusedException(RegistryError error) {
    this(List.of(error));
  }

  /** Why, in order; one at least. */
  public List<RegistryError> errors() {
    return errors;
  }
}
