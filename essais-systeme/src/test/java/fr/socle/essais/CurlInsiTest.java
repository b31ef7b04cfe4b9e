package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.insi.service.FaultTable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * INSi called by {@code curl} and {@code openssl} alone, by the script of {@code src/test/bash}.
 */
class CurlInsiTest {
  private static final List<String> IDENTITIES =
      List.of(
          "insi-auto",
          "insi-manu",
          "cps-authentification",
          "expire",
          "pas-encore-valide",
          "revoque",
          "autorite-inconnue",
          "cn-incorrect");

  // The holder of cps-authentification.
  private static final String CARD_HOLDER = "899990000020";

  private static final Map<String, String> OTHER_SETTINGS =
      Map.of(
          "insi.not-found",
          "fault",
          "insi.verification",
          "absente",
          "insi.control.message-id",
          "fault",
          "insi.soap11",
          "415");

  @Test
  void everyOperationModeAndRefusalIsAnsweredAsThePageSays(@TempDir Path folder) throws Exception {
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"))) {
      SpaceDescriptor space = socle.space();
      BenchClient bench = socle.client();
      SpaceDescriptor wanting =
          bench.createSpace(
              new SpaceRequest(
                  "jeton",
                  null,
                  Map.of(
                      "insi.psc-token",
                      "exige",
                      "insi.introspection-url",
                      space.urls().get("psc.introspection"),
                      "insi.introspection-client",
                      "lps-demo",
                      "insi.introspection-secret",
                      secret(space))));
      SpaceDescriptor mute =
          bench.createSpace(
              new SpaceRequest(
                  "muette", null, Map.of("insi.introspection-url", "{insi.clear}/personne")));
      SpaceDescriptor strict = bench.createSpace(new SpaceRequest("stricte", null, OTHER_SETTINGS));
      Path identities =
          Path.of(ClientTls.keyStore(space, "insi-auto").pem()).getParent().getParent();
      assertThat(IDENTITIES).allSatisfy(name -> assertThat(identities.resolve(name)).exists());

      ProcessBuilder script =
          new ProcessBuilder(
              "bash", Project.root().resolve("essais-systeme/src/test/bash/insi.sh").toString());
      Map<String, String> environment = script.environment();
      environment.put("CERTIFICAT", space.urls().get("insi.certificate"));
      environment.put("ASSERTION", space.urls().get("insi.assertion"));
      environment.put("CLAIR", space.urls().get("insi.clear"));
      environment.put("JETON", wanting.urls().get("insi.assertion"));
      environment.put("JETON_PS", token(bench, space, CARD_HOLDER));
      environment.put("JETON_AUTRE", token(bench, space, "899990000046"));
      environment.put("MUETTE", mute.urls().get("insi.assertion"));
      environment.put("STRICTE", strict.urls().get("insi.clear"));
      environment.put(
          "FAUTES",
          socle.console().resolve("/control/v1/spaces/" + space.id() + "/faults").toString());
      environment.put("CA", space.caFile());
      environment.put("IDENTITES", identities.toString());
      environment.put("IDAM", space.lps().idam());
      Process process = script.redirectErrorStream(true).start();
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

      assertThat(lines)
          .filteredOn(line -> !line.startsWith("ok ") && !line.startsWith("# "))
          .isEmpty();
      // Each fault of the table, in a line that says so: national codes and ours.
      assertThat(FaultTable.standard().codes())
          .allSatisfy(code -> assertThat(lines).anyMatch(line -> line.endsWith(" 500 " + code)));
      assertThat(lines).filteredOn(line -> line.startsWith("ok ")).hasSizeGreaterThan(100);
      assertThat(process.waitFor()).isZero();
    }
  }

  /** An access token of Pro Santé Connect, by its wire. */
  private static String token(BenchClient bench, SpaceDescriptor space, String professional)
      throws Exception {
    bench.nextLogin(space.id(), new NextLogin(professional, "accepter"));
    HttpClient http = HttpClient.newBuilder().sslContext(ClientTls.anonymous(space)).build();
    return new PscLogin(space, http).tokens().path("access_token").asText();
  }

  private static String secret(SpaceDescriptor space) {
    return space.clients().stream()
        .filter(client -> client.clientId().equals("lps-demo"))
        .map(client -> String.valueOf(client.clientSecret()))
        .findFirst()
        .orElseThrow();
  }
}
