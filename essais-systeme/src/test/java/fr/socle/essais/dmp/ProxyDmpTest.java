package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.essais.ClientTls;
import fr.socle.essais.SocleProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A software that reaches the DMP through the Proxy e-Santé only: {@code /send/dmp}. */
class ProxyDmpTest {
  private static final int MIB = 1024 * 1024;
  private static final String DOCTOR = "899990000012";
  private static SocleProcess socle;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  @Test
  void aDocumentIsFedAndComesBackByteForByte() throws Exception {
    Software software = new Software(Map.of());
    byte[] document = random(2 * MIB);

    DmpReply existence =
        software.indirect(
            "patients", "urn:hl7-org:v3:PRPA_IN201307UV02", DmpBodies.existence(software.patient));
    DmpReply fed = software.feed("1.3.6.1.4.1.32473.97.1", document);
    DmpReply found = software.inAir("registry", DmpClient.FIND, DmpBodies.search(software.patient));
    DmpReply got =
        software.inAir(
            "repository", DmpClient.RETRIEVE, DmpBodies.retrieval("1.3.6.1.4.1.32473.97.1"));

    assertThat(existence.status()).as(existence.text()).isEqualTo(200);
    assertThat(existence.text()).contains("queryResponseCode code=\"OK\"");
    assertThat(fed.isSuccess()).as(fed.text()).isTrue();
    assertThat(found.text()).contains("totalResultCount=\"1\"");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.type()).startsWith("multipart/related");
    assertThat(got.parts().get(1)).isEqualTo(document);
    List<Exchange> exchanges = socle.client().exchanges(software.space.id(), 0, null).exchanges();
    assertThat(exchanges)
        .extracting(Exchange::transaction)
        .contains("DMP TD0.2", "DMP TD2.1", "DMP TD3.1a", "DMP TD3.2", "API call", "Proxy send");
  }

  /** dmp.md 7.8 (S:DEH): the fault of a retrieval is in a multipart, which passes as it is. */
  @Test
  void theFaultOfARetrievalStaysInItsMultipart() throws Exception {
    Software software = new Software(Map.of());
    DmpCard wrong = DmpAir.organisation(software.space, "organisation", DOCTOR);

    DmpReply fault =
        software.post(
            "repository",
            DmpClient.SOAP,
            DmpClient.envelope(
                    DmpClient.RETRIEVE,
                    DmpAir.vihf(wrong, software.patient),
                    DmpBodies.retrieval("1.2.3"))
                .getBytes(UTF_8));

    assertThat(fault.status()).isEqualTo(500);
    assertThat(fault.type()).startsWith("multipart/related");
    assertThat(new String(fault.parts().get(0), UTF_8)).contains("env:DMPInvalidCertificate");
  }

  /** The proxy takes what the DMP takes, and no more. */
  @Test
  void theSizeThatPassesIsThatOfTheDmp() throws Exception {
    byte[] document = random(11 * MIB);
    Software large = new Software(Map.of("dmp.taille", "13"));
    Software small = new Software(Map.of("dmp.taille", "1"));

    assertThat(large.feed("1.3.6.1.4.1.32473.97.2", document).isSuccess()).isTrue();
    DmpReply got =
        large.inAir(
            "repository", DmpClient.RETRIEVE, DmpBodies.retrieval("1.3.6.1.4.1.32473.97.2"));
    assertThat(got.parts().get(1)).isEqualTo(document);
    assertThat(small.feed("1.3.6.1.4.1.32473.97.3", random(2 * MIB)).status()).isEqualTo(413);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** A software connected to the proxy in a space of its own, about one patient. */
  private static final class Software {
    private final SpaceDescriptor space;
    private final String patient;
    private final DmpCard organisation;
    private final HttpClient http;
    private final String cookie;

    Software(Map<String, String> more) throws Exception {
      BenchClient bench = socle.client();
      Map<String, String> settings = new HashMap<>(more);
      settings.put("psc.ciba-interval-seconds", "1");
      this.space = bench.createSpace(new SpaceRequest(null, null, settings));
      Patient somebody = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
      String ins = somebody.ins().matricule() + somebody.ins().key();
      this.patient = ins + "^^^&" + somebody.ins().oid() + "&ISO^NH";
      this.organisation = DmpAir.organisation(space, "organisation-cachet", DOCTOR);
      bench.authorizeInDmp(space.id(), new DmpAuthorizationRequest(ins, DOCTOR, "VALIDE", false));
      bench.nextPhone(space.id(), new NextPhone(null, "accepter", null, null));
      this.http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .sslContext(ClientTls.anonymous(space))
              .build();
      this.cookie = connected();
    }

    private String connected() throws Exception {
      HttpResponse<String> connected =
          http.send(
              HttpRequest.newBuilder(URI.create(space.urls().get("psc.proxy") + "/connect"))
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"nationalId\":\""
                              + DOCTOR
                              + "\",\"bindingMessage\":\"07\",\"clientId\":\"lps-demo-mtls\","
                              + "\"channel\":\"CARD\"}"))
                  .build(),
              BodyHandlers.ofString());
      String set = connected.headers().firstValue("Set-Cookie").orElseThrow();
      return set.substring(0, set.indexOf(';'));
    }

    DmpReply indirect(String service, String action, String body) throws Exception {
      return sent(service, action, DmpAir.indirect(organisation, patient), body);
    }

    DmpReply inAir(String service, String action, String body) throws Exception {
      return sent(service, action, DmpAir.vihf(organisation, patient), body);
    }

    DmpReply feed(String uniqueId, byte[] document) throws Exception {
      DmpEntry entry = DmpEntry.report("Document01", uniqueId, organisation, patient);
      String envelope =
          DmpClient.envelope(
              DmpClient.FEED,
              DmpAir.indirect(organisation, patient),
              DmpBodies.unsigned(uniqueId + ".0", List.of(entry)));
      return post(
          "repository", DmpClient.MTOM, DmpClient.mtom(envelope, Map.of("Document01", document)));
    }

    private DmpReply sent(String service, String action, String vihf, String body)
        throws Exception {
      return post(service, DmpClient.SOAP, DmpClient.envelope(action, vihf, body).getBytes(UTF_8));
    }

    DmpReply post(String service, String type, byte[] body) throws Exception {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          space.urls().get("psc.proxy")
                              + "/send/dmp/si-dmp-server/v2/services/"
                              + service))
                  .timeout(Duration.ofMinutes(2))
                  .header("Cookie", cookie)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofByteArray());
      return new DmpReply(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    }
  }
}
