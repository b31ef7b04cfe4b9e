package fr.socle.psc.exchange.service;

import fr.socle.psc.exchange.service.SubjectStanding.State;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.IssuedToken.Kind;
import fr.socle.psc.service.PresentedToken;
import fr.socle.psc.service.TokenLedger;

/**
 * Asks the Pro Santé Connect of the same space.
 *
 * @param ledger its tokens
 */
public record LocalIntrospection(TokenLedger ledger) implements PscIntrospection {

  @Override
  public SubjectStanding introspect(String token) {
    PresentedToken presented = ledger.present(token);
    IssuedToken known = presented.token();
    if (known == null) {
      return SubjectStanding.inactive();
    }
    return new SubjectStanding(
        state(presented.state(), known.kind()),
        known.nationalId(),
        known.clientId(),
        known.sessionId());
  }

  private static State state(PresentedToken.State state, Kind kind) {
    if (kind != Kind.ACCESS) {
      return State.NOT_AN_ACCESS_TOKEN;
    }
    return switch (state) {
      case VALID -> State.ACTIVE;
      case EXPIRED -> State.EXPIRED;
      default -> State.INACTIVE;
    };
  }
}
