package fr.socle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token that Pro Santé Connect really issued, shown to INSi, which asks Pro Santé Connect about
 * it: each only knows the address of the other.
 */
class PscTokenToInsiTest {
  private static final String DOCTOR = "899990000012";
  private static final String NURSE = "899990000046";
  private static final String REDIRECT = "http://127.0.0.1:9/retour";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private static Bench bench;
  private static SpaceDescriptor psc;
  private static SpaceDescriptor insi;
  private static HttpClient http;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = Bench.start(BenchOptions.builder().pkiDirectory(pki).build());
    psc = bench.createSpace(new SpaceRequest(null, null, Map.of()));
    insi =
        bench.createSpace(
            new SpaceRequest(
                null,
                null,
                Map.of(
                    "insi.psc-token",
                    "exige",
                    "insi.introspection-url",
                    psc.urls().get("psc.introspection"),
                    "insi.introspection-client",
                    party().clientId(),
                    "insi.introspection-secret",
                    String.valueOf(party().clientSecret()))));
    http = HttpClient.newBuilder().sslContext(trusting(psc)).build();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void aTokenOfTheProfessionalIsAnsweredAndBreaksNoRule() throws Exception {
    long before = last();
    String token = token(DOCTOR);

    assertThat(search(DOCTOR, token)).contains("<CodeCR>00</CodeCR>");

    assertThat(findingsAfter(before)).isEmpty();
    assertThat(bench.exchanges(psc.id(), 0, null).exchanges())
        .extracting(Exchange::transaction)
        .endsWith("PSC introspect");
  }

  @Test
  void aTokenOfSomebodyElseIsRefused() throws Exception {
    long before = last();

    assertThat(search(DOCTOR, token(NURSE))).contains("mock_insi_jeton\"", NURSE);

    assertThat(findingsAfter(before)).containsExactly("INSI-T04-24");
  }

  @Test
  void aTokenThatExpiredOrThatNobodyIssuedIsRefused() throws Exception {
    String token = token(DOCTOR);
    bench.age(psc.id(), new AgeRequest("PT10M"));

    assertThat(search(DOCTOR, token)).contains("mock_insi_jeton\"", "ou plus, comme jeton d'accès");
    assertThat(search(DOCTOR, "jeton")).contains("mock_insi_jeton\"");
    assertThat(search(DOCTOR, "")).contains("mock_insi_jeton\"", "Aucun jeton");
  }

  @Test
  void aRefreshTokenIsRefused() throws Exception {
    assertThat(search(DOCTOR, tokens(DOCTOR).path("refresh_token").asText()))
        .contains("mock_insi_jeton\"");
  }

  private static String search(String professional, String token) throws Exception {
    String action = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(insi.urls().get("insi.assertion")))
            .header(
                "Content-Type", "application/soap+xml; charset=utf-8; action=\"" + action + "\"")
            .POST(BodyPublishers.ofString(message(action, professional)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String message(String action, String professional) {
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>
        <a:Action xmlns:a="http://www.w3.org/2005/08/addressing">%1$s</a:Action>
        <a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">uuid:%2$s</a:MessageID>
        <l:ContexteLPS xmlns:l="urn:siram:lps:ctxlps" Version="01_00">
        <l:Id>%3$s</l:Id><l:Temps>%5$s</l:Temps><l:Emetteur>%6$s</l:Emetteur>
        <l:LPS><l:IDAM R="4">%7$s</l:IDAM><l:Version>1.0</l:Version>
        <l:Instance>7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de</l:Instance>
        <l:Nom>urn:lps:essai:1.0</l:Nom></l:LPS></l:ContexteLPS>
        <b:ContexteBAM xmlns:b="urn:siram:bam:ctxbam" Version="01_02">
        <b:Id>%4$s</b:Id><b:Temps>%5$s</b:Temps><b:Emetteur>%6$s</b:Emetteur>
        <b:COUVERTURE/></b:ContexteBAM>
        <w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
        <m:Assertion xmlns:m="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_%3$s"
        IssueInstant="%5$s"><m:Issuer>%6$s</m:Issuer><m:Subject>
        <m:NameID NameQualifier="PSC">%6$s</m:NameID></m:Subject><m:AttributeStatement>
        <m:Attribute Name="identifiantFacturation">
        <m:AttributeValue>000000000</m:AttributeValue></m:Attribute>
        <m:Attribute Name="codeSpecialiteAMO">
        <m:AttributeValue>01</m:AttributeValue></m:Attribute>
        </m:AttributeStatement></m:Assertion></w:Security></s:Header><s:Body>
        <r:RECSANSVITALE xmlns:r="http://www.cnamts.fr/INSiRecSans">
        <r:NomNaissance>ADRUN</r:NomNaissance><r:Prenom>ZOE</r:Prenom><r:Sexe>F</r:Sexe>
        <r:DateNaissance>1975-12-31</r:DateNaissance></r:RECSANSVITALE></s:Body></s:Envelope>"""
        .formatted(
            action,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.now(),
            professional,
            insi.lps().idam());
  }

  /** An access token issued to {@code lps-demo} after a login of this professional. */
  private static String token(String professional) throws Exception {
    return tokens(professional).path("access_token").asText();
  }

  private static JsonNode tokens(String professional) throws Exception {
    loggingIn(professional);
    HttpResponse<Void> back =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        psc.urls().get("psc.authorization")
                            + "?response_type=code&scope=openid%20scope_all&acr_values=eidas1"
                            + "&prompt=login&state="
                            + UUID.randomUUID()
                            + "&nonce="
                            + UUID.randomUUID()
                            + "&client_id="
                            + party().clientId()
                            + "&redirect_uri="
                            + encoded(REDIRECT)))
                .build(),
            BodyHandlers.discarding());
    Matcher code = CODE.matcher(back.headers().firstValue("Location").orElse(""));
    assertThat(code.find()).as("%s", back.headers().map()).isTrue();
    String pair = party().clientId() + ":" + party().clientSecret();
    HttpResponse<String> tokens =
        http.send(
            HttpRequest.newBuilder(URI.create(psc.urls().get("psc.token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=authorization_code&code="
                            + code.group(1)
                            + "&redirect_uri="
                            + encoded(REDIRECT)))
                .build(),
            BodyHandlers.ofString());
    return new JsonMapper().readTree(tokens.body());
  }

  @SuppressWarnings("unchecked")
  private static void loggingIn(String professional) {
    Object unused =
        bench.serviceOperations(psc.id(), "psc").stream()
            .filter(operation -> operation.name().equals("next-login"))
            .map(operation -> (ControlOperation<Object, Object>) operation)
            .findFirst()
            .orElseThrow()
            .run()
            .apply(new NextLogin(professional, "accepter"));
  }

  private static ClientDescription party() {
    return psc.clients().stream()
        .filter(client -> client.clientId().equals("lps-demo"))
        .findFirst()
        .orElseThrow();
  }

  private static long last() {
    return bench.findings(insi.id(), null).size();
  }

  private static List<String> findingsAfter(long count) {
    return bench.findings(insi.id(), null).stream().skip(count).map(Finding::rule).toList();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static SSLContext trusting(SpaceDescriptor space) throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    try (InputStream pem = Files.newInputStream(Path.of(space.caFile()))) {
      authorities.setCertificateEntry(
          "banc", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
