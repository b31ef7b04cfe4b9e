package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.START;
import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.finding;
import static fr.socle.features.report.SampleRun.requirement;
import static fr.socle.features.report.SampleRun.scenario;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Refusal;
import fr.socle.exigences.Basis;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.Cause;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import fr.socle.features.model.StepText.Outcome;
import fr.socle.features.model.TimelineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A run such as an editor gets on his first day: what the page is looked at with. */
final class RealisticRun {
  static final String EMETTEUR_MEND = "Mettez dans Emetteur l'OU du certificat que vous présentez.";
  static final String NONCE_MEND =
      "Envoyez un nonce tiré au hasard dans chaque demande d'autorisation, et vérifiez-le dans l'ID"
          + " token.";
  static final String INS_MEND =
      "N'écrivez ni le matricule INS ni son OID quand l'identité n'est pas qualifiée : les traits"
          + " seulement.";

  private static final List<String> NAMES =
      List.of(
          "une identité contrôlée et retrouvée par INSi devient qualifiée",
          "une identité seulement récupérée ne transmet pas l'INS",
          "le patient inconnu d'INSi garde une identité validée, sans matricule",
          "Pro Santé Connect en panne n'empêche pas de consulter le dossier",
          "la session expirée est renouvelée sans perdre la saisie en cours",
          "un homonyme né le même jour n'est jamais rapproché sans contrôle de ses autres traits");

  private final Path directory;
  private long sequence;

  private RealisticRun(Path directory) {
    this.directory = directory;
  }

  /** Builds the run and writes its raw traffic under the directory. */
  static RunReport writtenUnder(Path directory, int scenarios) throws IOException {
    return new RealisticRun(directory).run(scenarios);
  }

  private RunReport run(int count) throws IOException {
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenarios.add(scenarioNumber(i));
    }
    Exchange stray =
        exchange(
            ++sequence,
            "psc",
            "PSC découverte",
            "GET",
            "/.well-known/openid-configuration",
            200,
            List.of());
    return SampleRun.run(
        Verdict.NON_CONFORME, null, scenarios, requirements(scenarios), List.of(stray));
  }

  private static List<RequirementResult> requirements(List<ScenarioResult> scenarios) {
    List<String> ids = scenarios.stream().map(ScenarioResult::id).toList();
    List<String> some = ids.subList(0, Math.min(ids.size(), 4));
    long first = scenarios.get(0).exchanges().get(3).sequence();
    List<RequirementResult> all = new ArrayList<>();
    all.add(
        requirement(
            "PSC/va1.01",
            "Offrir la connexion par Pro Santé Connect à côté des autres moyens.",
            Verdict.CONFORME,
            List.of(),
            some));
    all.add(
        requirement(
            "PSC/RP-04",
            "Lier chaque connexion à un nonce et le vérifier.",
            Verdict.NON_CONFORME,
            List.of(
                new Mend(
                    NONCE_MEND,
                    true,
                    RuleSource.NORME,
                    ids.subList(0, 1),
                    scenarios.get(0).exchanges().get(0).sequence())),
            some));
    for (int i = 5; i < 15; i++) {
      all.add(
          requirement(
              "PSC/RP-%02d".formatted(i),
              "Vérifier la signature, l'émetteur, l'audience et la durée de l'ID token avant d'ouvrir la session.",
              i == 9 ? Verdict.RESERVE : i == 12 ? Verdict.INDETERMINE : Verdict.CONFORME,
              i == 9
                  ? List.of(
                      new Mend(
                          "Envoyez acr_values plutôt que acr : le second n'a pas d'effet.",
                          false,
                          RuleSource.VU,
                          some,
                          first))
                  : List.of(),
              some));
    }
    for (int i = 1; i <= 30; i++) {
      Verdict verdict =
          switch (i) {
            case 3, 17 -> Verdict.NON_CONFORME;
            case 5, 9, 20 -> Verdict.RESERVE;
            case 12 -> Verdict.CONFORME_DECLARE;
            default -> i % 3 == 0 ? Verdict.NON_COUVERT : Verdict.CONFORME;
          };
      List<Mend> mends =
          switch (i) {
            case 3 -> List.of(new Mend(INS_MEND, true, RuleSource.SECONDE_MAIN, some, first));
            case 17 -> List.of(new Mend(EMETTEUR_MEND, true, RuleSource.TEXTE, ids, first));
            case 5, 9, 20 ->
                List.of(
                    new Mend(
                        "Écrivez le nom de naissance sans accent ni apostrophe.",
                        false,
                        RuleSource.CONNU,
                        some,
                        first));
            default -> List.of();
          };
      all.add(
          requirement(
              (i > 24 ? "INS/va2.%02d" : "INS/va1.%02d").formatted(i),
              "Une fois l'identité récupérée ou qualifiée, le matricule, l'OID et les traits viennent de la réponse d'INSi (règle 6).",
              verdict,
              mends,
              verdict == Verdict.NON_COUVERT ? List.of() : some));
    }
    return all;
  }

  private ScenarioResult scenarioNumber(int i) throws IOException {
    List<Exchange> exchanges = new ArrayList<>();
    List<EvidenceFile> files = new ArrayList<>();
    long base = sequence;
    boolean bad = i % 5 == 0;
    Finding nonce =
        new Finding(
            "PSC-RP-04",
            RuleSource.NORME,
            "OpenID Connect Core, 3.1.2.1",
            List.of("PSC/RP-04"),
            base + 1,
            "nonce",
            "une valeur au hasard, nouvelle à chaque connexion",
            "absent",
            NONCE_MEND);
    Finding emetteur =
        finding(
            RuleSource.TEXTE,
            base + 4,
            "/Envelope/Header/ContexteLPS/Emetteur",
            "LPS-DEMO",
            EMETTEUR_MEND);
    Finding couverture =
        finding(
            RuleSource.VU,
            base + 4,
            "/Envelope/Header/ContexteBAM/COUVERTURE",
            "absent",
            "Ajoutez l'élément COUVERTURE, même vide.");
    Finding supposed =
        new Finding(
            "INSI-MSG-02",
            RuleSource.SUPPOSE,
            "insi.md 2.3 (A)",
            List.of("INS/PSC.01"),
            base + 4,
            "/Envelope/Header/MessageID",
            "un identifiant nouveau",
            "déjà reçu",
            "Tirez un MessageID nouveau pour chaque envoi.");
    add(
        exchanges,
        files,
        exchange(
            base + 1,
            "psc",
            "PSC autorisation",
            "GET",
            "/auth?response_type=code&client_id=mon-cabinet&redirect_uri=https%3A%2F%2F127.0.0.1%3A9443%2Fretour&scope=openid%20scope_all&acr_values=eidas1&state=f0a1",
            302,
            bad ? List.of(nonce) : List.of()),
        "GET /auth?response_type=code HTTP/1.1\r\nHost: 127.0.0.1:8442\r\nUser-Agent: MonCabinet/4.2\r\nAccept: text/html\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:9443/retour?code=7d1&state=f0a1\r\n\r\n");
    add(
        exchanges,
        files,
        exchange(base + 2, "psc", "PSC jeton", "POST", "/token", 200, List.of()),
        "POST /token HTTP/1.1\r\nHost: 127.0.0.1:8441\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 96\r\n\r\ngrant_type=authorization_code&code=7d1&redirect_uri=https%3A%2F%2F127.0.0.1%3A9443%2Fretour&client_id=mon-cabinet",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\""
            + token(
                "{\"sub\":\"f:1\",\"aud\":\"account\",\"exp\":1772630000,\"iat\":1772629880,\"preferred_username\":\"899700000001\"}")
            + "\",\"expires_in\":120,\"refresh_expires_in\":1800,\"token_type\":\"Bearer\",\"id_token\":\""
            + token(
                "{\"iss\":\"https://127.0.0.1:8442/auth/realms/esante-wallet\",\"aud\":\"mon-cabinet\",\"nonce\":\"\",\"acr\":\"eidas1\",\"exp\":1772630000,\"iat\":1772629880}")
            + "\"}");
    add(
        exchanges,
        files,
        i == 3
            ? exchange(
                base + 3,
                "psc",
                "PSC userinfo",
                "GET",
                "/userinfo",
                503,
                List.of("indisponible"),
                new Refusal("503", "Le service est en panne, comme demandé par le scénario."),
                List.of())
            : exchange(base + 3, "psc", "PSC userinfo", "GET", "/userinfo", 200, List.of()),
        "GET /userinfo HTTP/1.1\r\nHost: 127.0.0.1:8441\r\nAuthorization: Bearer "
            + token("{\"sub\":\"f:1\",\"exp\":1772630000}")
            + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"sub\":\"f:1\",\"SubjectNameID\":\"899700000001\",\"given_name\":\"CAMILLE\",\"family_name\":\"LENOIR\",\"SubjectRole\":[\"10^1.2.250.1.213.1.1.5.5\"],\"SubjectRefPro\":{\"codeCivilite\":\"MME\",\"exercices\":[{\"codeProfession\":\"10\",\"nomExercice\":\"LENOIR\"}]}}");
    add(
        exchanges,
        files,
        exchange(
            base + 4,
            "insi",
            "INSi WS_INS2 recherche par traits",
            "POST",
            "/lps",
            200,
            bad
                ? List.of(emetteur, couverture, supposed)
                : i == 4 ? List.of(couverture) : List.of()),
        soap(),
        "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml; charset=utf-8\r\n\r\n<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2840562843003</NumIdentifiant><Cle>66</Cle></IdIndividu><OID>1.2.250.1.213.1.4.10</OID></INSACTIF><TIQ><NomNaissance>SANTUCCI</NomNaissance><ListePrenom>MARIE ANGE LUCIE</ListePrenom><Sexe>F</Sexe><DateNaissance>1984-05-12</DateNaissance><LieuNaissance>2A004</LieuNaissance></TIQ></INDIVIDU></RESULTAT></soap:Body></soap:Envelope>");
    Verdict verdict =
        bad
            ? Verdict.NON_CONFORME
            : i == 4
                ? Verdict.RESERVE
                : i == 7
                    ? Verdict.NON_COUVERT
                    : i == 8
                        ? Verdict.INDETERMINE
                        : i == 9 ? Verdict.CONFORME_DECLARE : Verdict.CONFORME;
    SampleRun.ScenarioBuilder builder =
        scenario("insi/qualification:" + (12 + 9 * i), NAMES.get(i % NAMES.size()), verdict)
            .requirements("INS/va1.17", "INS/va1.03", "PSC/RP-04")
            .steps(
                new StepText(
                    "Étant donné",
                    "un médecin connecté avec Pro Santé Connect",
                    6,
                    true,
                    Outcome.JOUE),
                new StepText(
                    "Étant donné",
                    "une patiente née à Ajaccio, connue d'INSi sous trois prénoms",
                    13,
                    false,
                    Outcome.JOUE),
                new StepText(
                    "Quand",
                    "le médecin crée son dossier, contrôle sa carte d'identité et appelle INSi",
                    14,
                    false,
                    Outcome.JOUE),
                new StepText(
                    "Alors", "INSi a reçu une seule recherche pour elle", 15, false, Outcome.JOUE),
                new StepText(
                    "Et",
                    "le courrier que le médecin envoie ensuite porte son INS",
                    16,
                    false,
                    i == 7 ? Outcome.ARRETE : Outcome.JOUE),
                new StepText(
                    "Et",
                    "ses traits y sont ceux d'INSi",
                    17,
                    false,
                    i == 7 ? Outcome.NON_JOUE : Outcome.JOUE))
            .expectations(
                new ExpectationResult(
                    "INSi a reçu une seule recherche pour elle",
                    Basis.TRAFIC,
                    true,
                    List.of("INS/va1.03"),
                    15,
                    null,
                    null,
                    List.of(base + 4)),
                new ExpectationResult(
                    "Le courrier porte le matricule INS de la patiente",
                    Basis.TRAFIC,
                    !bad,
                    List.of("INS/va1.03"),
                    16,
                    bad ? "aucun matricule dans le courrier" : null,
                    bad ? INS_MEND : null,
                    List.of(base + 4)),
                new ExpectationResult(
                    "Le dossier montre le statut qualifié",
                    Basis.DECLARE,
                    true,
                    List.of("INS/va1.12"),
                    17,
                    null,
                    null,
                    List.of()))
            .exchanges(i == 7 ? List.of() : exchanges)
            .evidence(i == 7 ? List.of() : files)
            .actions(
                new ActionCall(
                    "authentifier-ps",
                    START.plusMillis(20),
                    START.plusMillis(280),
                    "fait",
                    null,
                    3,
                    null,
                    null),
                new ActionCall(
                    "creer-dossier",
                    START.plusMillis(1000),
                    START.plusMillis(1180),
                    "fait",
                    null,
                    6,
                    null,
                    null),
                new ActionCall(
                    "rechercher-ins-traits",
                    START.plusMillis(1190),
                    START.plusMillis(1480),
                    i == 3 ? "refuse" : "fait",
                    i == 3
                        ? "Pro Santé Connect ne répond pas, réessayez dans quelques minutes"
                        : null,
                    1,
                    null,
                    null))
            .timeline(
                new TimelineEvent(
                    START,
                    TimelineEvent.Kind.MONDE,
                    "Marie-Ange SANTUCCI, née à Ajaccio, est connue d'INSi",
                    "insi"),
                new TimelineEvent(
                    START.plusMillis(10),
                    TimelineEvent.Kind.AILLEURS,
                    "la professionnelle s'authentifiera à la page de connexion par e-CPS, puis acceptera sur son téléphone",
                    "psc"));
    if (i == 3) {
      builder.timeline(
          new TimelineEvent(
              START,
              TimelineEvent.Kind.MONDE,
              "Marie-Ange SANTUCCI, née à Ajaccio, est connue d'INSi",
              "insi"),
          new TimelineEvent(
              START.plusMillis(500),
              TimelineEvent.Kind.PANNE,
              "indisponible sur Pro Santé Connect, une fois",
              "psc"),
          new TimelineEvent(
              START.plusMillis(1300),
              TimelineEvent.Kind.VIEILLISSEMENT,
              "les sessions ont deux heures de plus",
              "psc"));
    }
    if (bad) {
      builder.findings(emetteur).annexes(nonce, couverture, supposed);
    }
    if (i == 7) {
      builder.reason("Le pilote ne propose pas l'action envoyer-mss.");
    }
    if (i == 8) {
      builder.cause(
          new Indetermination(
              Cause.PILOTE,
              "Le pilote n'a pas répondu en 30 s à creer-dossier : vérifiez qu'il tourne encore."));
    }
    sequence = base + 4;
    return builder.build();
  }

  private void add(
      List<Exchange> exchanges,
      List<EvidenceFile> files,
      Exchange exchange,
      String request,
      String response)
      throws IOException {
    String name = "exchanges/%04d".formatted(exchange.sequence());
    Files.createDirectories(directory.resolve("exchanges"));
    Files.write(directory.resolve(name + "-requete.bin"), request.getBytes(StandardCharsets.UTF_8));
    Files.write(
        directory.resolve(name + "-reponse.bin"), response.getBytes(StandardCharsets.UTF_8));
    exchanges.add(exchange);
    files.add(
        new EvidenceFile(exchange.sequence(), name + "-requete.bin", name + "-reponse.bin", false));
  }

  static String token(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(
            "{\"alg\":\"RS256\",\"typ\" : \"JWT\",\"kid\" : \"k1\"}"
                .getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  static String soap() {
    return """
        POST /lps HTTP/1.1\r
        Host: 127.0.0.1:8443\r
        Content-Type: application/soap+xml; charset=utf-8; action="urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite"\r
        Content-Length: 1243\r
        \r
        <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>
        <wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite</wsa:Action>
        <wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">uuid:0a1b2c3d-0000-4000-8000-000000000001</wsa:MessageID>
        <ctx:ContexteLPS xmlns:ctx="urn:siram:lps:ctxlps" Version="01_00" Nature="CTXLPS"><ctx:Id>6f1d</ctx:Id><ctx:Temps>2026-03-04T13:05:01.000Z</ctx:Temps><ctx:Emetteur>LPS-DEMO</ctx:Emetteur><ctx:LPS><ctx:IDAM R="4">AB1234567890</ctx:IDAM><ctx:Version>4.2.1</ctx:Version></ctx:LPS></ctx:ContexteLPS>
        <bam:ContexteBAM xmlns:bam="urn:siram:bam:ctxbam" Version="01_02"><bam:Id>77aa</bam:Id><bam:Temps>2026-03-04T13:05:01.000Z</bam:Temps></bam:ContexteBAM>
        </soap:Header><soap:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans"><NomNaissance>SANTUCCI</NomNaissance><Prenom>MARIE ANGE LUCIE</Prenom><Sexe>F</Sexe><DateNaissance>1984-05-12</DateNaissance></RECSANSVITALE></soap:Body></soap:Envelope>
        """;
  }
}
