package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.InsiState;
import fr.socle.exigences.RuleSource;
import fr.socle.features.driver.FakeLps;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An LPS that does everything it is asked, and everything wrong. */
final class WrongLps implements AutoCloseable {
  private static final String MATRICULE = "2880275056123";
  private static final String OID = "1.2.250.1.213.1.4.10";
  // Faults a good LPS may live with: this one neither does nor says anything.
  private static final Set<String> SILENT =
      Set.of(
          "acr-absent",
          "kid-absent",
          "hs256-secret",
          "at-hash-faux",
          "auth-time-ancien",
          "latence",
          "userinfo-signe",
          "userinfo-codes-inconnus",
          "userinfo-membres-inconnus",
          "userinfo-otherids",
          "horloge-decalee 20",
          "certificat-serveur-expire",
          "certificat-serveur-mauvais-nom",
          "certificat-serveur-autorite-inconnue",
          "tls-1.1");
  private static final Set<String> UNKNOWN = Set.of("certificat-client-refuse", "client-refuse");
  private static final Set<String> FOREIGN =
      Set.of(
          "userinfo-autre-sub",
          "userinfo-signe inconnue",
          "userinfo-signature-fausse",
          "userinfo-sans-activite",
          "userinfo-sans-exercice",
          "userinfo-sans-refpro");
  private static final Set<String> INSISTS =
      Set.of(
          "latence",
          "userinfo-401",
          "userinfo-403",
          "userinfo-500",
          "userinfo-html",
          "userinfo-tronque",
          "userinfo-chiffre");
  private static final Set<String> ASKS_AGAIN =
      Set.of(
          "statut-http",
          "coupure",
          "client-refuse",
          "code-expire",
          "code-perime",
          "code-deja-utilise",
          "retour-erreur",
          "page-erreur");
  private static final String ANOTHER_DOCTOR = "899990000020";
  private static final String ANOTHER_ACTIVITY =
      "{\"connecte\":true,\"activites\":[],\"activite\":{\"structure\":\"AILLEURS\"},\"messages\":[]}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FakeBench bench;
  private final FakeLps lps = new FakeLps();
  private volatile String space = "";
  private volatile boolean badCertificate;
  private volatile boolean adjusted;
  private volatile boolean denied;
  private final WrongCards cards;
  private volatile boolean searchedByTraits;
  private final AtomicReference<String> last = new AtomicReference<>("");
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger searches = new AtomicInteger();

  WrongLps(FakeBench bench) {
    this.bench = bench;
    this.cards = new WrongCards(bench);
    lps.playing("insi-cpx", "carte-remplacante")
        .on("configurer", this::configure)
        .on("reinitialiser", input -> reset())
        .on("authentifier-ps", input -> login(input.path("identifiantNational").asText()))
        .on("partager-contexte", input -> done("{\"messages\":[]}"))
        .on("reprendre-contexte", input -> done("{\"messages\":[]}"))
        .on("authentifier-ps-proxy", input -> loginThroughProxy())
        .on("demander-connexion-ps", input -> ask())
        .on("terminer-connexion-ps", input -> finish())
        .on("consulter-profil-ps", input -> profile())
        .on("deconnecter-ps", input -> logout())
        .on("laisser-inactif", input -> idle())
        .on("creer-compte", input -> done("{\"identifiant\":\"c-new\"}"))
        .on("retirer-acces", input -> done("{}"))
        .on("choisir-activite", input -> done(ANOTHER_ACTIVITY))
        .on("authentifier-autrement", input -> done(somebody("c-autre")))
        .on("creer-dossier", input -> done(record("qualifiee")))
        .on("ouvrir-dossier", input -> done(record(denied ? "recuperee" : "qualifiee")))
        .on("controler-piece-identite", input -> done(record(adjusted ? "validee" : "provisoire")))
        .on("valider-identite", input -> done(record("provisoire")))
        .on("regler-justificatifs", input -> adjust())
        .on("changer-utilisateur", input -> done("{}"))
        .on("chercher-dossier", WrongLps::lookUp)
        .on("chercher-dossier-ins", input -> done("{\"dossiers\":[]}"))
        .on("recevoir-identite", this::receive)
        .on("verifier-ins", input -> verify())
        .on("lire-liste-travail", input -> done("{\"lignes\":[]}"))
        .on("imprimer-identite", input -> done("{\"lignes\":[\"Étiquette\"],\"page\":\"AAAA\"}"))
        .on(
            "lire-traces",
            input -> done("{\"traces\":[{\"date\":\"hier\",\"nature\":\"creation\"}]}"))
        .on("modifier-identite", WrongLps::change)
        .on("inserer-carte", cards::insert)
        .on("retirer-carte", input -> cards.takeBack(space))
        .on("rechercher-ins-vitale", this::searchByCard)
        .on("rechercher-ins-traits", input -> searchByTraits());
  }

  /** Locks a name when it is only tried, and nothing when it matters. */
  private static String change(JsonNode input) {
    boolean tried = input.at("/traits/nomNaissance").asText().equals("NOMVERROUILLE");
    return tried
        ? "{\"statut\":\"refuse\",\"message\":\"Verrouillé.\"}"
        : done(record("recuperee"));
  }

  FakeLps driver() {
    return lps;
  }

  private String configure(JsonNode input) {
    space = input.at("/banc/id").asText();
    badCertificate = input.at("/banc/clients/0/keyStore").isTextual();
    return done(
        "{\"adresseDeconnexion\":\"http://127.0.0.1:9/avis\","
            + "\"adresseProxy\":\"http://127.0.0.1:9\"}");
  }

  private String reset() {
    last.set("");
    logins.set(0);
    searches.set(0);
    adjusted = false;
    denied = false;
    cards.reset();
    searchedByTraits = false;
    return done("{}");
  }

  /** Trusts what it is told not to trust. */
  private String adjust() {
    adjusted = true;
    return done("{}");
  }

  /** Finds the record when it should not, and only then. */
  private static String lookUp(JsonNode input) {
    boolean right = input.path("dateNaissance").asText().equals("1988-02-29");
    return done(right ? "{\"dossiers\":[]}" : "{\"dossiers\":[{\"dossier\":\"d1\"}]}");
  }

  /**
   * Believes whom it should not, and nobody else; verifies what it holds already, and files what
   * INSi denies.
   */
  private String receive(JsonNode input) {
    denied = bench.armed(space).contains("verification-ko");
    boolean first = "Laboratoire du Marais".equals(input.path("expediteur").asText());
    if (denied || first || searches.get() > 0) {
      verification();
    }
    String seen = record(input.path("contratConfiance").asBoolean() ? "provisoire" : "qualifiee");
    String held = "\"documents\":[" + input.path("document") + "],";
    return done(
        denied
            ? seen.replace("\"messages\"", held + "\"verification\":\"dementie\",\"messages\"")
            : first
                ? seen.replace("\"messages\"", "\"verification\":\"confirmee\",\"messages\"")
                : seen);
  }

  /** Keeps the status of an identity whose INS is denied, and no other. */
  private String verify() {
    verification();
    boolean no = bench.armed(space).contains("verification-ko");
    return done(
        "{\"resultat\":\"%s\",\"dossier\":%s}"
            .formatted(no ? "dementie" : "confirmee", record(no ? "qualifiee" : "provisoire")));
  }

  private void verification() {
    bench.receive(space, "insi", "INSi WS_INS3", "<NumIdentifiant>" + MATRICULE);
  }

  /** Connects whoever comes, under another name, without asking where it should. */
  private String login(String who) {
    if (who.equals(ANOTHER_DOCTOR)) {
      bench.pscSession(space, who);
    }
    ObjectNode token = JSON.createObjectNode();
    token.putObject("access_token").putObject("claims").put("iat", 100).put("exp", 101);
    bench.receive(space, "psc", "PSC login", "client_secret=" + FakeBench.SECRET);
    String exchange = "grant_type=authorization_code&code=c1";
    for (int again = 0; again < 4; again++) {
      bench.receive(space, "psc", "PSC token", token, exchange);
    }
    if (badCertificate || bench.armed(space).stream().anyMatch(UNKNOWN::contains)) {
      for (int call = 0; call < 9; call++) {
        bench.refuse(space, "psc", "PSC token", token, "invalid_client");
      }
    }
    if (bench.armed(space).stream().anyMatch(INSISTS::contains)) {
      for (int call = 0; call < 9; call++) {
        bench.receive(space, "psc", "PSC userinfo", "Authorization: Bearer x");
      }
    }
    if (bench.armed(space).stream().anyMatch(ASKS_AGAIN::contains)) {
      for (int call = 0; call < 9; call++) {
        bench.receive(space, "psc", "PSC token", token, "grant_type=authorization_code");
      }
    }
    if (bench.armed(space).stream().anyMatch(SILENT::contains)) {
      return "{\"statut\":\"echec\",\"vu\":{\"connecte\":false,\"activites\":[],\"messages\":[]}}";
    }
    boolean foreign = bench.armed(space).stream().anyMatch(FOREIGN::contains);
    return done(somebody(account(who), foreign ? "{\"structure\":\"AILLEURS\"}" : ""));
  }

  /** A new account for whom it knows, and for everybody else the account of the one before. */
  private String account(String who) {
    boolean known = who.equals(last.getAndSet(who));
    return "c-" + (known ? logins.incrementAndGet() : logins.get());
  }

  private static String somebody(String account) {
    return somebody(account, "");
  }

  private static String somebody(String account, String shown) {
    return """
        {"connecte":true,"identifiantNational":"899990000999","nom":"AUTRENOM","activites":[%s],\
        "compte":{"identifiant":"%s","rpps":"0","nomExercice":"A","prenomExercice":"B","profession":""},\
        "messages":[]}"""
        .formatted(shown, account);
  }

  /**
   * Asks the proxy twice, disturbs somebody each time, shows no number; is connected the first time
   * whatever the proxy says, and never again.
   */
  private String loginThroughProxy() {
    bench.receive(space, "psc", "PSC ciba", "binding_message=42");
    bench.receive(space, "psc", "Proxy connect", "{}");
    bench.receive(space, "psc", "Proxy connect", "{}");
    return done(
        "{\"connecte\":" + (logins.incrementAndGet() == 1) + ",\"activites\":[],\"messages\":[]}");
  }

  /** Asks twice, wrongly, always with the same number, and does not show it. */
  private String ask() {
    ObjectNode demand = demand().put("expires_in", 120);
    demand.putObject("parametres").put("binding_message", "42");
    bench.refuse(space, "psc", "PSC ciba", demand, "invalid_scope");
    bench.refuse(space, "psc", "PSC ciba", demand, "invalid_scope");
    bench.pscPhone(space, "AILLEURS", "42");
    return done("{\"messages\":[]}");
  }

  /** Asks again at once when it is asked to slow down, and again once all is over. */
  private String finish() {
    bench.refuse(space, "psc", "PSC token", demand(), "slow_down");
    bench.refuse(space, "psc", "PSC token", demand(), "access_denied");
    ObjectNode token = demand();
    token.putObject("access_token").putObject("claims").put("iat", 100).put("exp", 101);
    bench.receive(space, "psc", "PSC token", token, "grant_type=urn:openid:params:grant-type:ciba");
    return done(
        "{\"connecte\":true,\"identifiantNational\":\"899990000999\",\"activites\":[],\"messages\":[]}");
  }

  private static ObjectNode demand() {
    return JSON.createObjectNode().put("demandeCiba", "d1");
  }

  /**
   * Uses tokens it should have thrown away, believes every notice of logout, logs an active user
   * out without a word, and keeps one whose session Pro Santé Connect ended.
   */
  private String profile() {
    if (last.get().equals(ANOTHER_DOCTOR)) {
      return done("{\"connecte\":false,\"activites\":[],\"messages\":[]}");
    }
    for (int call = 0; call < 4 && !bench.forgedNotices(space); call++) {
      bench.receive(space, "psc", "PSC userinfo", "Authorization: Bearer x");
    }
    if (bench.endedSessions(space)) {
      return done("{\"connecte\":true,\"activites\":[],\"messages\":[]}");
    }
    return "{\"statut\":\"echec\",\"vu\":{\"connecte\":false,\"activites\":[],\"messages\":[]}}";
  }

  /** Closes the one session it should keep, and keeps the one it should close. */
  private String idle() {
    bench.receive(space, "psc", "PSC logout", "id_token_hint=x");
    return done("{\"connecte\":true,\"activites\":[],\"messages\":[]}");
  }

  private String logout() {
    for (int call = 0; call < 4; call++) {
      bench.receive(space, "psc", "PSC logout", "sans rien");
    }
    bench.pscSession(space);
    return done("{\"connecte\":true,\"activites\":[],\"messages\":[]}");
  }

  private String searchByTraits() {
    searchedByTraits = true;
    return search();
  }

  /** Searches by traits if it has just been asked to. */
  private String searchByCard(JsonNode input) {
    if (!searchedByTraits) {
      cards.search(space, input);
    }
    return search();
  }

  /** Searches too often and with the wrong first name, sends the number, takes what it likes. */
  private String search() {
    if (searches.incrementAndGet() == 1) {
      call("02");
      call("00");
    } else {
      call("01");
    }
    bench.receive(space, "psc", "Proxy send", "cookie of a session that is over");
    bench.receive(space, "psc", "Proxy send", "the same again");
    bench.receive(
        space,
        "insi",
        "INSi WS_INS2",
        cards.ofProfessional(space),
        "<Num>" + MATRICULE + "</Num><OID>" + OID + "</OID>",
        FakeBench.finding(
            RuleSource.TEXTE, "INSI-T01", "INSI-T02", "INSI-T03", "INSI-T04", "INSI-T05"));
    return done("{\"resultat\":\"trouvee\",\"dossier\":" + record("validee") + "}");
  }

  private void call(String result) {
    bench.insiCalled(
        space,
        new InsiState.Call(
            "rechercherInsAvecTraitsIdentite",
            "MOQUETTE",
            "MARIE-LOU",
            "F",
            "1988-02-29",
            null,
            result,
            result.equals("00") ? "1810163220751" : null));
  }

  private static String record(String status) {
    return """
        {"dossier":"d1","statutIdentite":"%s","attributs":[],\
        "traits":{"nomNaissance":"AUTRENOM","premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"},\
        "ins":{"matricule":"1810163220751","cle":"40","oid":"1.2.250.1.213.1.4.8"},"piece":"passeport","verrouille":false,\
        "historique":[],"messages":[]}"""
        .formatted(status);
  }

  private static String done(String seen) {
    return "{\"statut\":\"fait\",\"vu\":" + seen + "}";
  }

  @Override
  public void close() {
    lps.close();
  }
}
