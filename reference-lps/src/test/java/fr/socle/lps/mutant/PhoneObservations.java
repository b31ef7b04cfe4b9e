package fr.socle.lps.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.Driver;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.TestTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is seen of logins without browser. */
final class PhoneObservations {

  private final Driver driver;
  private final FakePsc psc;
  private final TestTime time;

  PhoneObservations(Driver driver, FakePsc psc, TestTime time) {
    this.driver = driver;
    this.psc = psc;
    this.time = time;
  }

  void note(Map<String, String> seen) throws Exception {
    demand(seen);
    seen.put(
        "rythme",
        String.join(
            " / ",
            pace("authorization_pending"),
            paceWithoutInterval(),
            pace("slow_down"),
            pace("503", "503")));
    ends(seen);
  }

  private void demand(Map<String, String> seen) throws Exception {
    psc.demand = answer -> answer.put("auth_req_id", "x".repeat(2500));
    JsonNode shown = ask("carte").path("vu");
    driver.perform("terminer-connexion-ps", "{}");
    Map<String, String> sent = psc.seen("/ciba").get(0).parameters();
    seen.put("acr_values sans navigateur", "" + sent.get("acr_values"));
    seen.put("moyen demandé", sent.get("channel"));
    seen.put("chiffres du nombre", "" + sent.get("binding_message").length());
    seen.put(
        "nombre montré",
        "" + sent.get("binding_message").equals(shown.path("nombre").asText("aucun")));
    List<FakePsc.Seen> tokens = psc.seen("/token");
    seen.put(
        "longueur de l'auth_req_id",
        "" + tokens.get(tokens.size() - 1).parameters().get("auth_req_id").length());
    psc.demand = answer -> {};

    psc.demandStatus = 400;
    for (int i = 0; i < 8; i++) {
      ask("e-cps");
    }
    seen.put(
        "nombres différents",
        ""
            + (psc.seen("/ciba").stream()
                    .map(each -> each.parameters().get("binding_message"))
                    .distinct()
                    .count()
                > 1));
    psc.demandStatus = 503;
    psc.seen.clear();
    ask("e-cps");
    seen.put("demandes à un téléphone éteint", "" + psc.seen("/ciba").size());
    psc.demandStatus = 200;
  }

  private void ends(Map<String, String> seen) throws Exception {
    AtomicInteger polls = new AtomicInteger();
    psc.poll =
        () -> {
          polls.incrementAndGet();
          return "access_denied";
        };
    logIn();
    seen.put("interrogations d'un refus", "" + polls.get());

    AtomicInteger late = new AtomicInteger();
    psc.demand = answer -> answer.put("expires_in", 12);
    Instant expiry = time.instant().plusSeconds(12);
    psc.poll =
        () -> {
          if (time.instant().isBefore(expiry)) {
            return "authorization_pending";
          }
          late.incrementAndGet();
          return "expired_token";
        };
    logIn();
    seen.put("interrogations après la fin", "" + late.get());
    psc.demand = answer -> {};
    psc.poll = () -> "";

    psc.claims = claims -> claims.put("SubjectNameID", "899990000020");
    seen.put("autre personne que demandée", logIn().path("statut").asText());
    psc.claims = claims -> {};
  }

  private String paceWithoutInterval() throws Exception {
    psc.demand = answer -> answer.remove("interval");
    String pace = pace();
    psc.demand = answer -> {};
    return pace;
  }

  /** The waits, in seconds, when the requests for the result are answered so, then by tokens. */
  private String pace(String... errors) throws Exception {
    Deque<String> script = Stream.of(errors).collect(Collectors.toCollection(ArrayDeque::new));
    psc.poll = () -> script.isEmpty() ? "" : script.remove();
    time.waitsSoFar();
    logIn();
    psc.poll = () -> "";
    return time.waitsSoFar().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private JsonNode logIn() throws Exception {
    ask("e-cps");
    return driver.perform("terminer-connexion-ps", "{}");
  }

  private JsonNode ask(String means) throws Exception {
    return driver.perform(
        "demander-connexion-ps", "{'identifiantNational':'899990000012','moyen':'" + means + "'}");
  }
}
