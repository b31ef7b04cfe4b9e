package fr.socle.features.report;

import static fr.socle.features.report.SampleRun.exchange;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.features.model.EvidenceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the services receive in one scenario of a {@link RealisticRun}: a login, then a search. */
final class RealisticTraffic {
  private final Path directory;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<EvidenceFile> files = new ArrayList<>();

  private RealisticTraffic(Path directory) {
    this.directory = directory;
  }

  /** Writes the raw bytes of four exchanges under the directory. */
  static RealisticTraffic written(
      Path directory, RealisticScenario.Kind kind, RealisticFindings found) throws IOException {
    RealisticTraffic traffic = new RealisticTraffic(directory);
    traffic.login(kind, found);
    traffic.search(kind, found);
    return traffic;
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  List<EvidenceFile> files() {
    return List.copyOf(files);
  }

  private void login(RealisticScenario.Kind kind, RealisticFindings found) throws IOException {
    add(
        exchange(
            found.base() + 1,
            "psc",
            "PSC autorisation",
            "GET",
            "/auth?response_type=code&client_id=mon-cabinet&redirect_uri=https%3A%2F%2F127.0.0.1%3A9443%2Fretour&scope=openid%20scope_all&acr_values=eidas1&state=f0a1",
            302,
            kind.bad() ? List.of(found.nonce()) : List.of()),
        "GET /auth?response_type=code HTTP/1.1\r\nHost: 127.0.0.1:8442\r\nUser-Agent: MonCabinet/4.2\r\nAccept: text/html\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:9443/retour?code=7d1&state=f0a1\r\n\r\n");
    add(
        exchange(found.base() + 2, "psc", "PSC jeton", "POST", "/token", 200, List.of()),
        "POST /token HTTP/1.1\r\nHost: 127.0.0.1:8441\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 96\r\n\r\ngrant_type=authorization_code&code=7d1&redirect_uri=https%3A%2F%2F127.0.0.1%3A9443%2Fretour&client_id=mon-cabinet",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\""
            + token(
                "{\"sub\":\"f:1\",\"aud\":\"account\",\"exp\":1772630000,\"iat\":1772629880,\"preferred_username\":\"899700000001\"}")
            + "\",\"expires_in\":120,\"refresh_expires_in\":1800,\"token_type\":\"Bearer\",\"id_token\":\""
            + token(
                "{\"iss\":\"https://127.0.0.1:8442/auth/realms/esante-wallet\",\"aud\":\"mon-cabinet\",\"nonce\":\"\",\"acr\":\"eidas1\",\"exp\":1772630000,\"iat\":1772629880}")
            + "\"}");
    add(
        kind.disturbed()
            ? exchange(
                found.base() + 3,
                "psc",
                "PSC userinfo",
                "GET",
                "/userinfo",
                503,
                List.of("indisponible"),
                new Refusal("503", "Le service est en panne, comme demandé par le scénario."),
                List.of())
            : exchange(found.base() + 3, "psc", "PSC userinfo", "GET", "/userinfo", 200, List.of()),
        "GET /userinfo HTTP/1.1\r\nHost: 127.0.0.1:8441\r\nAuthorization: Bearer "
            + token("{\"sub\":\"f:1\",\"exp\":1772630000}")
            + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"sub\":\"f:1\",\"SubjectNameID\":\"899700000001\",\"given_name\":\"CAMILLE\",\"family_name\":\"LENOIR\",\"SubjectRole\":[\"10^1.2.250.1.213.1.1.5.5\"],\"SubjectRefPro\":{\"codeCivilite\":\"MME\",\"exercices\":[{\"codeProfession\":\"10\",\"nomExercice\":\"LENOIR\"}]}}");
  }

  private void search(RealisticScenario.Kind kind, RealisticFindings found) throws IOException {
    add(
        exchange(
            found.base() + 4,
            "insi",
            "INSi WS_INS2 recherche par traits",
            "POST",
            "/lps",
            200,
            kind.bad()
                ? List.of(found.emetteur(), found.couverture(), found.supposed())
                : kind.reserved() ? List.of(found.couverture()) : List.of()),
        soap(),
        "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml; charset=utf-8\r\n\r\n<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2840562843003</NumIdentifiant><Cle>66</Cle></IdIndividu><OID>1.2.250.1.213.1.4.10</OID></INSACTIF><TIQ><NomNaissance>SANTUCCI</NomNaissance><ListePrenom>MARIE ANGE LUCIE</ListePrenom><Sexe>F</Sexe><DateNaissance>1984-05-12</DateNaissance><LieuNaissance>2A004</LieuNaissance></TIQ></INDIVIDU></RESULTAT></soap:Body></soap:Envelope>");
  }

  private void add(Exchange exchange, String request, String response) throws IOException {
    String name = "exchanges/%04d".formatted(exchange.sequence());
    Files.createDirectories(directory.resolve("exchanges"));
    Files.write(directory.resolve(name + "-requete.bin"), request.getBytes(StandardCharsets.UTF_8));
    Files.write(
        directory.resolve(name + "-reponse.bin"), response.getBytes(StandardCharsets.UTF_8));
    exchanges.add(exchange);
    files.add(
        new EvidenceFile(exchange.sequence(), name + "-requete.bin", name + "-reponse.bin", false));
  }

  private static String token(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(
            "{\"alg\":\"RS256\",\"typ\" : \"JWT\",\"kid\" : \"k1\"}"
                .getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static String soap() {
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
