package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.store.Store;
import fr.socle.dmp.Caller;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.DossierStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** The documents of the DMP with their checks, without a listener in front. */
final class JudgedDocuments implements AutoCloseable {
  private final JudgedDmp dmp;

  JudgedDocuments(Map<String, String> settings) {
    this.dmp = new JudgedDmp(settings);
  }

  Store store() {
    return dmp.store();
  }

  JudgedDmp dmp() {
    return dmp;
  }

  void authorize(String holder, boolean treating) {
    dmp.authorize(holder, treating);
  }

  /** The record as it is written. */
  DossierStore dossiers() {
    return dmp.service().dossiers();
  }

  /** What is answered, as text. */
  String answer(IncomingRequest request) {
    return new String(dmp.serve(request).answer().body(), UTF_8);
  }

  /** The rules that find something in an exchange. */
  List<String> findings(IncomingRequest request) {
    return dmp.findings(request).stream().map(JudgedDmp.Found::rule).distinct().toList();
  }

  /** How many findings a rule has on a request. */
  long count(IncomingRequest request, String rule) {
    return dmp.findings(request).stream().filter(found -> found.rule().equals(rule)).count();
  }

  /** A feeding with these parts. */
  static IncomingRequest feeding(
      String vihf, String body, Map<String, byte[]> parts, X509Certificate tls) {
    return new IncomingRequest(
        "dmp",
        "POST",
        Messages.PATH + "repository",
        Headers.none().with("Content-Type", Wire.MTOM_TYPE),
        Wire.mtom(Messages.envelope(Wire.FEED, vihf, body).getBytes(UTF_8), parts),
        new TlsFacts("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", List.of(tls)),
        JudgedDmp.NOW);
  }

  /** A feeding by card. */
  static IncomingRequest feeding(Caller caller, String body, Map<String, byte[]> parts) {
    return feeding(
        caller.direct().signedBy(caller.cardSignature()),
        body,
        parts,
        caller.cardTls().certificate());
  }

  @Override
  public void close() {
    dmp.close();
  }
}
