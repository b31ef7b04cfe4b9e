package fr.socle.bench.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.SpaceDescriptor.LpsDescription;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.TlsSession;
import fr.socle.exigences.RuleSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records with every member that may be there, so that schemas meet all of them. */
final class Samples {
  static final byte[] REQUEST = "POST /lps HTTP/1.1\r\n\r\n\u00e9".getBytes(StandardCharsets.UTF_8);
  static final byte[] RESPONSE = {0, (byte) 0xFF, 13, 10};

  private Samples() {}

  static SpaceDescriptor space(String id, String name) {
    return new SpaceDescriptor(
        "0.1.0",
        id,
        name,
        1,
        "1.2.250.1.213.1.4.10",
        Map.of("psc.discovery", "https://localhost:8441/d?a=1&b=2"),
        "/tmp/ca.pem",
        List.of(
            new KeyStoreDescription(
                "insi-auto", "CN=INSI-AUTO", "/c.pem", "/k.pem", "/k.p12", "/l.p12", "socle")),
        List.of(
            new ClientDescription(
                "lps-demo", null, "tls_client_auth", List.of("http://127.0.0.1/"), "psc-client")),
        new LpsDescription("SOCLE0000001"),
        Map.of("insi.not-found", "fault"));
  }

  static Patient patient(String id, String persona) {
    return new Patient(
        id,
        persona,
        "MOQUETTE",
        List.of("ALIX", "MARIE-LOU"),
        "ALIX",
        "F",
        "1988-02-29",
        "75056",
        new Patient.InsNumber("2880275056123", "37", "1.2.250.1.213.1.4.10"),
        List.of());
  }

  static Professional professional(String persona) {
    return new Professional("899990000012", persona, "MOQUETTE", "ALIX", List.of("Cabinet"));
  }

  static Structure structure(String name) {
    return new Structure("F980000007", name, "980000007", "990000002", "75099 PARIS");
  }

  static Finding finding() {
    return new Finding(
        "INSI-CTX-04",
        RuleSource.VU,
        "insi.md 2.3 (S:2)",
        List.of("INSI-T03"),
        4L,
        "/Envelope/Header/ContexteLPS/Emetteur",
        "10B0152872",
        "<b>LPS-DEMO</b>",
        "Mettez dans Emetteur l'OU de votre certificat.");
  }

  static Exchange exchange(long sequence, String space, String service, String transaction) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode().put("nom", "CŒUR");
    return new Exchange(
        sequence,
        space,
        null,
        service,
        service + ".certificate",
        Exchange.Kind.HTTP,
        transaction,
        Instant.parse("2026-01-15T09:30:00Z"),
        1_500,
        "POST",
        "/lps",
        500,
        "CN=INSI-AUTO",
        decoded,
        new Refusal("desir_550", "Déclarez l'autorisation."),
        List.of("latence"),
        10,
        20,
        List.of(finding()),
        new TlsSession(
            "TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=TEST AC IGC-SANTE ELEMENTAIRE PERSONNES"));
  }
}
