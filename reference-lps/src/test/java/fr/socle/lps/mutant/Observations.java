package fr.socle.lps.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.lps.Driver;
import fr.socle.lps.ReferenceLps;
import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.FakePsc;
import fr.socle.lps.banc.InsiMessages;
import fr.socle.lps.banc.TestBench;
import fr.socle.lps.banc.TestPki;
import fr.socle.lps.banc.TestTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Drives one LPS through everything a mutant could do wrong and notes what the services saw. */
final class Observations {

  private final TestPki pki;
  private final RSAKey key;
  private final RSAKey otherKey;

  Observations(TestPki pki, RSAKey key, RSAKey otherKey) {
    this.pki = pki;
    this.key = key;
    this.otherKey = otherKey;
  }

  /** What is seen of one LPS, by the name of the observation. */
  Map<String, String> of(ReferenceLps.Builder builder) throws Exception {
    Map<String, String> seen = new TreeMap<>();
    TestTime time = new TestTime();
    try (ReferenceLps lps = builder.clock(time).pause(time).start();
        FakePsc psc = new FakePsc(pki.server(), key);
        FakeInsi insi = new FakeInsi(pki.server())) {
      psc.clock = time;
      Driver driver = new Driver(lps.url());
      driver.perform("configurer", TestBench.psc(pki, psc, TestBench.secretClient()));
      login(driver, psc, seen);
      new PhoneObservations(driver, psc, time).note(seen);
      driver.perform("configurer", TestBench.insi(pki, insi.address()));
      identity(driver, insi, seen);
    }
    return seen;
  }

  private void login(Driver driver, FakePsc psc, Map<String, String> seen) throws Exception {
    driver.perform("authentifier-ps", "{}");
    seen.put("userinfo à la connexion", "" + psc.seen("/userinfo").size());
    driver.perform("authentifier-ps", "{}");
    List<FakePsc.Seen> asked = psc.seen("/portail");
    seen.put("acr_values demandé", "" + asked.get(0).parameters().get("acr_values"));
    seen.put("nonce neuf", "" + differ(asked, "nonce"));
    seen.put("state neuf", "" + differ(asked, "state"));
    seen.put("PKCE neuf", "" + differ(asked, "code_challenge"));
    seen.put("méthode de PKCE", asked.get(0).parameters().get("code_challenge_method"));
    seen.put("secret au navigateur", "" + asked.get(0).parameters().get("client_secret"));
    seen.put("portée", asked.get(0).parameters().get("scope"));

    seen.put("nonce faux", claims(driver, psc, claims -> claims.put("nonce", "autre")));
    seen.put("émetteur faux", claims(driver, psc, claims -> claims.put("iss", "https://x")));
    seen.put(
        "jeton du futur",
        claims(driver, psc, claims -> claims.put("iat", (long) claims.get("exp") + 3600)));
    seen.put("destinataire faux", claims(driver, psc, claims -> claims.put("aud", "autre")));
    driver.perform("retirer-acces", "{'identifiantNational':'899990000012'}");
    JsonNode refused = driver.perform("authentifier-ps", "{}");
    seen.put("accès retiré", status(refused) + " " + shown(refused, "compte").isMissingNode());
    psc.seen.clear();
    driver.perform("consulter-profil-ps", "{}");
    seen.put("après un refus", "" + psc.seen("/userinfo").size());
    driver.perform("reinitialiser", "{}");
    JsonNode first = driver.perform("authentifier-ps", "{}");
    seen.put("activité prise", shown(first, "activite").path("structure").asText("aucune"));
    psc.userinfo.put("family_name", "AUTRENOM");
    psc.claims = claims -> claims.put("family_name", "AUTRENOM");
    JsonNode second = driver.perform("authentifier-ps", "{}");
    seen.put(
        "compte après un changement de nom", shown(second, "compte").path("identifiant").asText());
    seen.put("nom après un changement", shown(second, "nom").asText());
    psc.userinfo.put("family_name", "EXEMPLE");
    psc.claims = claims -> {};
    driver.perform("reinitialiser", "{}");
    driver.perform(
        "creer-compte",
        "{'identifiantNational':'899990000012','nom':'EXEMPLE','prenom':'CAMILLE'}");
    seen.put(
        "compte créé d'avance",
        shown(driver.perform("authentifier-ps", "{}"), "compte").path("identifiant").asText());
    driver.perform("reinitialiser", "{}");
    seen.put("jeton expiré", claims(driver, psc, claims -> claims.put("exp", 1000)));
    seen.put("niveau faux", claims(driver, psc, claims -> claims.put("acr", "eidas2")));
    psc.signing = new RSAKey.Builder(otherKey).keyID("cle-1").build();
    seen.put("signature fausse", status(driver.perform("authentifier-ps", "{}")));
    psc.signing = key;
    psc.callback = parameters -> parameters.put("state", "autre");
    seen.put("state faux", status(driver.perform("authentifier-ps", "{}")));
    psc.callback = parameters -> parameters.put("iss", "https://x");
    seen.put("iss du retour faux", status(driver.perform("authentifier-ps", "{}")));
    psc.callback = parameters -> {};

    psc.tokens = answer -> answer.put("expires_in", 0);
    driver.perform("authentifier-ps", "{}");
    psc.seen.clear();
    driver.perform("consulter-profil-ps", "{}");
    seen.put(
        "jeton d'accès expiré",
        psc.seen.stream()
            .map(request -> request.path().replaceAll(".*/", ""))
            .collect(Collectors.joining(" ")));
    driver.perform("deconnecter-ps", "{}");
    seen.put("fin de session", "" + psc.seen("/logout").size());
    seen.put(
        "jeton à la fin de session",
        ""
            + psc.seen("/logout").stream()
                .allMatch(r -> r.parameters().containsKey("id_token_hint")));
  }

  private static void identity(Driver driver, FakeInsi insi, Map<String, String> seen)
      throws Exception {
    search(driver, create(driver, ""));
    FakeInsi.Seen first = insi.seen.get(0);
    seen.put("aucune identité", insi.firstNames().toString());
    seen.put("émetteur du contexte", first.value("Emetteur"));
    seen.put("attribut de IDAM", "" + first.xml().contains("R=\"4\""));
    seen.put(
        "ordre des éléments",
        "" + (first.xml().indexOf("<rs:Sexe>") < first.xml().indexOf("<rs:DateNaissance>")));

    insi.answer = request -> InsiMessages.fault("insi_102");
    seen.put("statut après une panne", statusOfIdentity(search(driver, create(driver, ""))));

    insi.seen.clear();
    insi.answer = request -> InsiMessages.code("02");
    search(driver, create(driver, ""));
    seen.put(
        "plusieurs identités",
        insi.seen.stream()
            .map(request -> request.value("Prenom") + "/" + request.value("LieuNaissance"))
            .collect(Collectors.joining(" ")));

    insi.answer = request -> InsiMessages.found();
    String id = create(driver, "");
    JsonNode found = search(driver, id);
    seen.put("statut après une identité", statusOfIdentity(found));
    seen.put("traits gardés", "" + found.path("vu").path("dossier").path("traits"));
    insi.seen.clear();
    search(driver, id);
    seen.put("matricule dans l'appel", insi.seen.get(0).value("Num"));

    insi.seen.clear();
    search(driver, create(driver, ",'attributs':['fictif']"));
    seen.put("appels pour une identité fictive", "" + insi.seen.size());
  }

  private static boolean differ(List<FakePsc.Seen> requests, String parameter) {
    return !requests
        .get(0)
        .parameters()
        .get(parameter)
        .equals(requests.get(1).parameters().get(parameter));
  }

  private static String claims(Driver driver, FakePsc psc, Consumer<Map<String, Object>> bend)
      throws Exception {
    psc.claims = bend;
    String status = status(driver.perform("authentifier-ps", "{}"));
    psc.claims = claims -> {};
    return status;
  }

  private static JsonNode shown(JsonNode result, String member) {
    return result.path("vu").path(member);
  }

  private static String create(Driver driver, String members) throws Exception {
    return driver
        .perform(
            "creer-dossier",
            "{'nomNaissance':'MOQUETTE','prenomsNaissance':['ALIX','LOU'],'sexe':'F',"
                + "'dateNaissance':'1988-02-29','lieuNaissance':'75056'"
                + members
                + "}")
        .path("vu")
        .path("dossier")
        .asText();
  }

  private static JsonNode search(Driver driver, String id) throws Exception {
    return driver.perform("rechercher-ins-traits", "{'dossier':'" + id + "'}");
  }

  private static String status(JsonNode result) {
    return result.path("statut").asText();
  }

  private static String statusOfIdentity(JsonNode result) {
    return result.path("vu").path("dossier").path("statutIdentite").asText();
  }
}
