package fr.socle.lps.psc;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.util.Optional;

/** Renews the tokens of a session (PSC-RP-12). */
final class Renewal {

  private final BackChannel backChannel;
  private final String clientId;
  private final IdTokenValidator idTokens;
  private final Clock clock;
  private final Defects defects;

  Renewal(
      BackChannel backChannel,
      String clientId,
      IdTokenValidator idTokens,
      Clock clock,
      Defects defects) {
    this.backChannel = backChannel;
    this.clientId = clientId;
    this.idTokens = idTokens;
    this.clock = clock;
    this.defects = defects;
  }

  /**
   * The session with new tokens.
   *
   * @throws PscFailure when the session is over or the provider does not answer
   */
  PscSession of(PscSession session) throws PscProblem, InterruptedException {
    Optional<String> refreshToken = session.tokens().refreshable(clock.instant());
    if (refreshToken.isEmpty()) {
      throw PscFailure.sessionOver();
    }
    Tokens newer;
    try {
      newer = backChannel.refresh(refreshToken.get());
    } catch (PscFailure e) {
      if (e.is("invalid_grant")) {
        throw PscFailure.sessionOver();
      }
      throw e;
    }
    if (newer.id() != null) {
      idTokens.validate(
          newer.id(),
          new IdTokenValidator.Expected(
              backChannel.provider().issuer(),
              clientId,
              session.nonce(),
              false,
              session.subject(),
              newer.access()));
    }
    return session.with(
        defects.has(Mutant.PSC_RAFRAICHISSEMENT_ANCIEN)
            ? newer.keepingRefreshOf(session.tokens())
            : newer.completedBy(session.tokens()));
  }
}
