package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ciba.CibaDemand;
import fr.socle.lps.psc.ciba.CibaTicket;
import fr.socle.lps.reseau.Answer;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The two calls of a login without browser: the demand, and the request for its result. */
final class CibaCalls {

  private static final String GRANT = "urn:openid:params:grant-type:ciba";
  private static final int TIMES_TOO_MANY = 3;

  private final BackChannel backChannel;
  private final Clock clock;
  private final Defects defects;

  CibaCalls(BackChannel backChannel, Clock clock, Defects defects) {
    this.backChannel = backChannel;
    this.clock = clock;
    this.defects = defects;
  }

  /** Asks somebody to log in; once only, whatever the answer. */
  CibaTicket ask(CibaDemand demand) throws PscProblem, InterruptedException {
    URI endpoint = backChannel.provider().ciba();
    if (endpoint == null) {
      throw new PscFailure(
          "Pro Santé Connect n'offre pas ici la connexion sans navigateur. Connectez-vous par le"
              + " navigateur.");
    }
    Answer answer = backChannel.post(endpoint, demand.form(defects));
    if (defects.has(Mutant.CIBA_DEMANDE_REPETEE)) {
      for (int i = 1; i < TIMES_TOO_MANY && answer.status() >= 500; i++) {
        answer = backChannel.post(endpoint, demand.form(defects));
      }
    }
    if (answer.status() >= 500) {
      throw new PscFailure(
          "Votre téléphone ou votre lecteur de carte ne peut pas être joint pour le moment (réponse "
              + answer.status()
              + "). Vérifiez qu'il est allumé, puis recommencez.",
          Integer.toString(answer.status()));
    }
    JsonNode body = BackChannel.read(answer);
    if (answer.status() != 200) {
      throw new PscFailure(
          "Pro Santé Connect a refusé la demande de connexion ("
              + error(answer, body)
              + "). Vérifiez votre identifiant national ; si le refus se répète, prévenez votre"
              + " éditeur.",
          error(answer, body));
    }
    Optional<CibaTicket> ticket = CibaTicket.of(body, clock.instant(), defects);
    return ticket.orElseThrow(
        () ->
            new PscFailure(
                "La réponse de Pro Santé Connect à la demande de connexion est inutilisable."
                    + " Réessayez dans un moment."));
  }

  /** Asks for the result. */
  PollAnswer poll(CibaTicket ticket) throws PscProblem, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("auth_req_id", ticket.authReqId());
    Answer answer;
    try {
      answer = backChannel.post(backChannel.provider().token(), form);
    } catch (PscFailure e) {
      return new PollAnswer.OutOfOrder();
    }
    if (answer.status() >= 500) {
      return new PollAnswer.OutOfOrder();
    }
    JsonNode body = BackChannel.read(answer);
    return answer.status() == 200
        ? new PollAnswer.Given(Tokens.of(body, clock.instant()))
        : new PollAnswer.NotGiven(error(answer, body));
  }

  private static String error(Answer answer, JsonNode body) {
    return body.path("error").asText("erreur " + answer.status()).replaceAll("[^\\x20-\\x7e]", "?");
  }
}
