package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpState;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WorldFileTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "monde", "monde.yaml");
  private static final String CLIENT =
      """
      clients-psc:
        - nom-du-service: N
          identifiant-client: c
      """;

  @TempDir private Path folder;

  @Test
  void saysInTheWordsOfTheFormWhatTheControlApiTakes() throws Exception {
    List<ClientRequest> clients = WorldFile.read(EXAMPLE).clients();

    assertThat(clients.get(0))
        .isEqualTo(
            new ClientRequest(
                "agenda-cabinet",
                "un-secret-de-test",
                "client_secret_basic",
                null,
                List.of("http://127.0.0.1:8080/retour", "https://agenda.invalid/retour"),
                List.of("http://127.0.0.1:8080/au-revoir"),
                Map.of(
                    "backchannel_logout_uri", "http://127.0.0.1:8080/deconnexion-psc",
                    "backchannel_logout_session_required", "true",
                    "frontchannel_logout_uri", "http://127.0.0.1:8080/fin",
                    "ciba", "on",
                    "pkce", "required",
                    "userinfo_signed_response_alg", "PS256")));
    assertThat(clients.get(1).authMethod()).isEqualTo("tls_client_auth");
    assertThat(clients.get(1).clientSecret()).isNull();
    assertThat(clients.get(1).subjectDn()).startsWith("CN=SOCLE LOGICIEL DE TEST,OU=3999");
    assertThat(clients.get(1).postLogoutRedirectUris()).isNull();
    assertThat(clients.get(1).settings())
        .containsEntry("jwks", Files.readString(EXAMPLE.resolveSibling("cles-publiques.json")))
        .containsEntry("request_object_signing_alg", "ES256")
        .containsEntry("request_uris", "https://dossier.invalid/objet-de-requete")
        .containsEntry("id_token_signed_response_alg", "RS256");
  }

  @Test
  void furnishesEverySpaceAndFurnishesItAgainAfterAReset() throws Exception {
    try (Bench bench =
        Bench.start(
            BenchOptions.builder()
                .pkiDirectory(folder)
                .furnishing(WorldFile.read(EXAMPLE))
                .build())) {
      SpaceDescriptor space = bench.createSpace(new SpaceRequest(null, null, null));
      assertFurnished(bench, space);

      bench.reset(space.id());

      assertFurnished(bench, space);
    }
  }

  private static void assertFurnished(Bench bench, SpaceDescriptor space) throws Exception {
    assertThat(bench.clients(space.id()).stream().map(ClientDescription::clientId))
        .contains("agenda-cabinet", "dossier-cabinet");
    assertThat(bench.professionals(space.id()))
        .filteredOn(one -> "medecin".equals(one.persona()))
        .extracting(Professional::familyName, Professional::givenName)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("FICTIVE", "CLAIRE"));
    String pkce = "&code_challenge_method=S256&code_challenge=" + "a".repeat(43);
    assertThat(authorize(space, "agenda-cabinet", "http://127.0.0.1:8080/retour", pkce))
        .isEqualTo(200); // the login page
    assertThat(authorize(space, "agenda-cabinet", "http://127.0.0.1:8080/retour", ""))
        .isEqualTo(302); // invalid_request: its PKCE is required
    assertThat(authorize(space, "agenda-cabinet", "http://127.0.0.1:8080/ailleurs", pkce))
        .isEqualTo(400);
  }

  private static int authorize(SpaceDescriptor space, String client, String back, String more)
      throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(space.caFile()))) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    String address =
        space.urls().get("psc.authorization")
            + "?response_type=code&scope=openid&state=s&nonce=n&client_id="
            + client
            + "&redirect_uri="
            + URLEncoder.encode(back, StandardCharsets.UTF_8)
            + more;
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void givesPatientsTheStoryOfTheirDmpOnceAndAgainAfterAReset() throws Exception {
    Path file = folder.resolve("patients.yaml");
    Files.writeString(
        file,
        """
        patients:
          - persona: ordinaire
            dmp: ferme
          - persona: ordinaire
            dmp: oppose-urgence
          - persona: ajaccio-trois-prenoms
        """);
    BenchOptions options =
        BenchOptions.builder()
            .pkiDirectory(folder.resolve("pki"))
            .dataDir(folder.resolve("donnees"))
            .furnishing(WorldFile.read(file))
            .build();
    String id;
    try (Bench bench = Bench.start(options)) {
      id = bench.createSpace(new SpaceRequest(null, null, null)).id();
      assertStories(bench, id);
      bench.reset(id);
      assertStories(bench, id);
    }
    try (Bench bench = Bench.start(options)) {
      bench.reopen();
      assertStories(bench, id);
    }
  }

  private static void assertStories(Bench bench, String spaceId) {
    assertThat(bench.patients(spaceId))
        .extracting(Patient::persona)
        .containsExactlyInAnyOrder("ordinaire", "ordinaire", "ajaccio-trois-prenoms");
    DmpState state =
        bench.serviceOperations(spaceId, "dmp").stream()
            .filter(each -> each.output().equals(DmpState.class))
            .map(each -> (DmpState) run(each))
            .findFirst()
            .orElseThrow();
    assertThat(state.dossiers())
        .extracting(DmpDossier::status, DmpDossier::opposedToBreakGlass)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("ferme", false),
            org.assertj.core.groups.Tuple.tuple("ouvert", true));
  }

  private static <I, O> Object run(ControlOperation<I, O> operation) {
    return operation.run().apply(null);
  }

  @Test
  void readsJsonToo() throws Exception {
    Path file = folder.resolve("monde.json");
    Files.writeString(
        file,
        """
        {"clients-psc": [{"nom-du-service": "N", "identifiant-client": "c", "secret": "s",
                          "authentification": "secret-dans-le-corps",
                          "urls-de-redirection": ["https://a.invalid/r"]}]}
        """);

    assertThat(WorldFile.read(file).clients())
        .containsExactly(
            new ClientRequest(
                "c",
                "s",
                "client_secret_post",
                null,
                List.of("https://a.invalid/r"),
                null,
                Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          structures: []                              | ligne 1 | membre inconnu « structures » ; membres connus : professionnels, patients, clients-psc
          patients: [{dmp: ferme}]                    | ligne 1 | il manque le membre « persona »
          professionnels: [{role: x}]                 | ligne 1 | membre inconnu « role » ; membres connus : persona
          professionnels: [{nom: x}]                  | ligne 1 | il manque le membre « persona »
          professionnels: [{persona: x, revoque: 2}]  | ligne 1 | attendu oui ou non
          clients-psc: [{nom-du-service: N}]          | ligne 1 | il manque le membre « identifiant-client »
          """)
  void refusesWhatItDoesNotKnow(String text, String line, String reason) throws Exception {
    Path file = folder.resolve("monde.yaml");
    Files.writeString(file, text.replace("nom-du-service: N}", "nom-du-service: N, secret: s}"));

    assertThatThrownBy(() -> WorldFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file + ", " + line)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redirect_uris: [https://a.invalid/r]        | membre inconnu « redirect_uris »
          espace: public                              | attendu : communautaire, confiance
          authentification: jeton                     | attendu : secret, secret-dans-le-corps, certificat
          espace: confiance~authentification: secret  | l'Espace de Confiance veut un certificat
          espace: confiance~secret: s                 | retirez « secret »
          espace: confiance                           | il manque le membre « dn-du-certificat »
          espace: communautaire                       | il manque le membre « secret »
          secret: s~ciba: peut-etre                   | attendu oui ou non pour « ciba »
          secret: s~userinfo: {format: xml}           | attendu : json, jwt
          secret: s~userinfo: {format: json, signature: RS256} | un userinfo en JSON n'est ni signé ni chiffré
          secret: s~cles-publiques: absent.json       | le jeu de clés publiques
          """)
  void refusesADeclarationThatDoesNotGoTogether(String members, String reason) throws Exception {
    Path file = folder.resolve("monde.yaml");
    Files.writeString(file, CLIENT + "    " + members.replace("~", "\n    ") + "\n");

    assertThatThrownBy(() -> WorldFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ligne ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "up"})
  void endsWithWrongUsageWhenTheFileCannotBeRead(String command) {
    StringWriter err = new StringWriter();

    assertThat(socle(err, command, "--world", folder.resolve("absent.yaml").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("socle : Le fichier ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "up --port-base 0"})
  void endsWithWrongUsageWhenTheServiceRefusesAClient(String command) throws Exception {
    Path file = folder.resolve("monde.yaml");
    Files.writeString(
        file, CLIENT + "    secret: s\n    urls-de-redirection: ['https://a.invalid/r#f']\n");
    StringWriter err = new StringWriter();

    assertThat(socle(err, (command + " --world " + file).split(" ", -1))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("socle : " + file + ", client « c » : ")
        .contains("https://a.invalid/r#f")
        .hasLineCount(1);
  }

  @Test
  void refusesAWorldForABenchThatAlreadyRuns() {
    StringWriter err = new StringWriter();

    assertThat(socle(err, "run", "--bench", "http://127.0.0.1:1", "--world", EXAMPLE.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("donnez-le à « socle up »");
  }

  private static int socle(StringWriter err, String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
