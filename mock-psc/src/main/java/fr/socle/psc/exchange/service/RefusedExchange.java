package fr.socle.psc.exchange.service;

import fr.socle.psc.service.OidcError;

/** A token request that is refused. */
final class RefusedExchange extends RuntimeException {
  private final transient OidcError error;

  RefusedExchange(OidcError error) {
    super(error.reason(), null, false, false);
    this.error = error;
  }

  OidcError error() {
    return error;
  }
}
