package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of MSSanté, read by {@code ldapsearch} and {@code curl}. */
class MssDirectoryTest {
  private static final String ADDRESS = "marie.testeur@medecin.mssante.fr";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void ldapsearchFindsAProfessionalAndCurlPagesToTheEnd(@TempDir Path folder) throws Exception {
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"), "mss")) {
      SpaceDescriptor space = socle.space();
      BenchClient bench = socle.client();
      Professional doctor = bench.createProfessional(space.id(), new ProfessionalRequest(null));
      for (int i = 0; i < 60; i++) {
        bench.createProfessional(space.id(), new ProfessionalRequest(null));
      }
      openMailbox(socle, space, doctor);
      ldap(space, doctor);
      fhir(space);
    }
  }

  private static void openMailbox(SocleProcess socle, SpaceDescriptor space, Professional doctor)
      throws Exception {
    URI mailbox =
        socle.console().resolve("/control/v1/spaces/" + space.id() + "/services/mss/mailbox");
    HttpResponse<String> opened =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(mailbox)
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            JSON.writeValueAsString(
                                Map.of("address", ADDRESS, "nationalId", doctor.nationalId()))))
                    .build(),
                BodyHandlers.ofString());
    assertThat(opened.statusCode()).as(opened.body()).isLessThan(300);
  }

  private static void ldap(SpaceDescriptor space, Professional doctor) throws Exception {
    String filter = "(&(sn=" + doctor.familyName() + ")(TypeBAL=PER))";
    List<String> asked = List.of("-b", "ou=bal,dc=mssante,dc=fr", filter, "mail", "IdentifiantPP");
    String found = ldapsearch(space, "mss.ldap", asked, "-ZZ");
    assertThat(found)
        .contains("dn: cn=" + ADDRESS + ",ou=bal,dc=mssante,dc=fr")
        .contains("IdentifiantPP: " + doctor.nationalId().substring(1))
        .contains("result: 0 Success");
    assertThat(ldapsearch(space, "mss.ldaps", asked)).contains("mail: " + ADDRESS);
    assertThat(ldapsearch(space, "mss.ldap", asked, "-ZZ", "-E", "pr=10/noprompt"))
        .contains("mail: " + ADDRESS);
  }

  private static String ldapsearch(
      SpaceDescriptor space, String listener, List<String> asked, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("ldapsearch", "-x", "-H"));
    // OpenLDAP takes « localhost » for the name of the machine, which no certificate has.
    command.add(space.urls().get(listener).replace("//localhost:", "//127.0.0.1:"));
    command.addAll(List.of(options));
    command.addAll(asked);
    return run(command, Map.of("LDAPTLS_CACERT", space.caFile(), "LDAPTLS_REQCERT", "demand"));
  }

  private static void fhir(SpaceDescriptor space) throws Exception {
    String next = space.urls().get("mss.fhir") + "/Practitioner?_count=25";
    Set<String> seen = new HashSet<>();
    int total = -1;
    while (!next.isEmpty()) {
      JsonNode page =
          JSON.readTree(
              run(
                  List.of(
                      "curl",
                      "-sS",
                      "--fail",
                      "--cacert",
                      space.caFile(),
                      "-H",
                      "ESANTE-API-KEY: cle-annuaire-d-essai",
                      next),
                  Map.of()));
      total = page.path("total").asInt();
      page.path("entry").forEach(each -> seen.add(each.path("fullUrl").asText()));
      next = "";
      for (JsonNode link : page.path("link")) {
        if (link.path("relation").asText().equals("next")) {
          next = link.path("url").asText();
        }
      }
    }
    assertThat(total).isGreaterThan(60);
    assertThat(seen).hasSize(total);
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
