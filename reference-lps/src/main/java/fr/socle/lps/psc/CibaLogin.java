package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ciba.BindingMessage;
import fr.socle.lps.psc.ciba.Channel;
import fr.socle.lps.psc.ciba.CibaDemand;
import fr.socle.lps.psc.ciba.CibaTicket;
import fr.socle.lps.psc.ciba.PollingPace;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Logging in without browser (psc.md 2.2): somebody answers on his phone or card reader while this
 * software asks the provider for the result, on a thread of its own.
 */
final class CibaLogin implements AutoCloseable {

  private static final String EXPIRED = "expired_token";
  private static final int INSISTENCE = 3;
  private static final long LATE = 15; // a mutant has no patience without end either

  private final LoginSettings settings;
  private final Defects defects;
  private final BackChannel backChannel;
  private final String clientId;
  private final IdTokenValidator idTokens;
  private final CibaCalls calls;
  private final ExecutorService polling = Executors.newSingleThreadExecutor(CibaLogin::thread);

  CibaLogin(
      LoginSettings settings,
      String clientId,
      Defects defects,
      BackChannel backChannel,
      IdTokenValidator idTokens) {
    this.settings = settings;
    this.clientId = clientId;
    this.defects = defects;
    this.backChannel = backChannel;
    this.idTokens = idTokens;
    this.calls = new CibaCalls(backChannel, settings.clock(), defects);
  }

  /** Asks for the login of somebody, and comes back once he has been asked. */
  PendingLogin begin(String nationalId, Channel channel) throws PscProblem, InterruptedException {
    return begin(nationalId, channel, BindingMessage.draw(settings.random(), defects));
  }

  /** The same, with a number that somebody else has drawn and shows. */
  PendingLogin begin(String nationalId, Channel channel, String number)
      throws PscProblem, InterruptedException {
    CibaTicket ticket = calls.ask(new CibaDemand(nationalId, channel, number));
    return new PendingLogin(number, polling.submit(() -> open(nationalId, tokens(ticket))));
  }

  @Override
  public void close() {
    polling.shutdownNow();
  }

  private Tokens tokens(CibaTicket ticket) throws PscProblem, InterruptedException {
    PollingPace pace = new PollingPace(ticket.interval(), defects);
    int insisted = 0;
    while (true) {
      waitForTurn(pace, ticket);
      PollAnswer answer = calls.poll(ticket);
      if (answer instanceof PollAnswer.Given given) {
        return given.tokens();
      }
      if (answer instanceof PollAnswer.NotGiven not) {
        switch (not.error()) {
          case "authorization_pending" -> pace.pending();
          case "slow_down" -> pace.slowDown();
          default -> {
            if (insisted == INSISTENCE || !insists(not.error())) {
              throw ended(not.error());
            }
            insisted++;
          }
        }
      } else if (defects.has(Mutant.CIBA_PANNE_DEFINITIVE)) {
        throw ended("server_error");
      } else {
        pace.outage();
      }
    }
  }

  /** Waits for the next turn, unless the demand will have expired by then. */
  private void waitForTurn(PollingPace pace, CibaTicket ticket)
      throws PscFailure, InterruptedException {
    Instant turn = settings.clock().instant().plus(pace.delay());
    if (turn.isBefore(ticket.expiry())) {
      settings.pause().until(turn);
      return;
    }
    Instant soonAfter = ticket.expiry().plusSeconds(LATE);
    if (defects.has(Mutant.CIBA_EXPIRATION_IGNOREE) && turn.isBefore(soonAfter)) {
      settings.pause().until(turn);
      return;
    }
    settings.pause().until(ticket.expiry());
    throw ended(EXPIRED);
  }

  private boolean insists(String error) {
    return switch (error) {
      case EXPIRED -> defects.has(Mutant.CIBA_EXPIRATION_IGNOREE);
      case "access_denied" -> defects.has(Mutant.CIBA_REFUS_IGNORE);
      case "invalid_grant" -> defects.has(Mutant.CIBA_DESACTIVATION_IGNOREE);
      default -> false;
    };
  }

  private PscSession open(String nationalId, Tokens tokens)
      throws PscProblem, InterruptedException {
    if (tokens.id() == null) {
      throw new PscRefusal(
          "Connexion refusée : Pro Santé Connect n'a pas remis de jeton d'identité.");
    }
    // There is no nonce in this flow: psc.md 2.2
    JsonNode claims =
        idTokens.validate(
            tokens.id(),
            new IdTokenValidator.Expected(
                backChannel.provider().issuer(), clientId, null, false, null, tokens.access()));
    sameAsAsked(nationalId, ProfessionalProfile.of(claims)); // PSC-RP-18
    String subject = claims.path("sub").asText();
    ProfessionalProfile profile =
        defects.has(Mutant.PSC_USERINFO_OUBLIE)
            ? ProfessionalProfile.of(claims)
            : ProSanteConnect.profile(
                backChannel.userinfo(tokens.access()).orElseThrow(PscFailure::noProfile),
                subject,
                defects);
    sameAsAsked(nationalId, profile);
    return new PscSession(
        profile, subject, claims.path("sid").textValue(), null, tokens, settings.clock().instant());
  }

  private void sameAsAsked(String nationalId, ProfessionalProfile found) throws PscRefusal {
    if (!found.nationalId().equals(nationalId)
        && !defects.has(Mutant.CIBA_AUTRE_PERSONNE_ACCEPTEE)) {
      throw new PscRefusal(
          "Connexion refusée : Pro Santé Connect a identifié une autre personne que celle qui a"
              + " demandé à se connecter. Recommencez la connexion.");
    }
  }

  private static PscFailure ended(String error) {
    return new PscFailure(
        switch (error) {
          case "access_denied" ->
              "La connexion a été refusée sur votre téléphone ou votre lecteur de carte, ou le"
                  + " nombre n'y était pas le même. Vous pouvez recommencer.";
          case EXPIRED ->
              "La demande de connexion est restée trop longtemps sans réponse sur votre téléphone"
                  + " ou votre lecteur de carte. Vous pouvez recommencer.";
          default ->
              "Pro Santé Connect a mis fin à la demande de connexion ("
                  + error
                  + "). Recommencez ; si cela se répète, prévenez votre éditeur.";
        },
        error);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "lps-attente-psc");
    thread.setDaemon(true);
    return thread;
  }
}
