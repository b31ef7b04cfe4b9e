package fr.socle.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.Bench;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.bench.spi.ControlOperation;
import java.util.List;
import java.util.Map;

/** A new space of a real bench and what a test has to say to it. */
final class WireSpace {
  final SpaceDescriptor descriptor;
  private final Bench bench;

  WireSpace(Bench bench, Map<String, String> settings) {
    this.bench = bench;
    this.descriptor = bench.createSpace(new SpaceRequest(null, null, settings));
  }

  WireSpace(Bench bench) {
    this(bench, Map.of());
  }

  WireBrowser browser() throws Exception {
    return new WireBrowser(descriptor);
  }

  String url(String name) {
    return descriptor.urls().get(name);
  }

  String secret() {
    return descriptor.clients().get(0).clientSecret();
  }

  void logsIn(String nationalId) {
    run("next-login", new NextLogin(nationalId, "accepter"));
  }

  void nobodyAnswers() {
    run("next-login", new NextLogin(null, "personne"));
  }

  void arm(String fault, Map<String, String> parameters) {
    bench.armFault(descriptor.id(), new FaultRequest("psc", fault, parameters, null, null));
  }

  void arm(String fault) {
    arm(fault, Map.of());
  }

  void armOn(String transaction, String fault, Map<String, String> parameters) {
    bench.armFault(descriptor.id(), new FaultRequest("psc", fault, parameters, 1, transaction));
  }

  void age(String duration) {
    bench.age(descriptor.id(), new AgeRequest(duration));
  }

  /** Declares {@code lps-demo} anew, with its secret and these settings. */
  void declares(Map<String, String> settings) {
    run(
        "clients",
        new ClientRequest(
            "lps-demo",
            secret(),
            "client_secret_basic",
            null,
            List.of(PscOnPaper.REDIRECT),
            null,
            settings));
  }

  /** What the journal says of the last exchange of a transaction. */
  Exchange last(String transaction) {
    List<Exchange> all =
        bench.exchanges(descriptor.id(), 0, null).exchanges().stream()
            .filter(exchange -> transaction.equals(exchange.transaction()))
            .toList();
    return all.get(all.size() - 1);
  }

  Window window() {
    return bench.openWindow(descriptor.id(), new WindowRequest("essai"));
  }

  /** Rules of the findings of a window, those of its end included. */
  List<String> close(Window window) {
    Object unused = bench.closeWindow(descriptor.id(), window.id());
    return bench.findings(descriptor.id(), window.id()).stream()
        .map(finding -> finding.rule())
        .toList();
  }

  List<String> rules() {
    return bench.findings(descriptor.id(), null).stream().map(finding -> finding.rule()).toList();
  }

  @SuppressWarnings("unchecked")
  Object run(String name, Object input) {
    return bench.serviceOperations(descriptor.id(), "psc").stream()
        .filter(operation -> operation.name().equals(name))
        .map(operation -> (ControlOperation<Object, Object>) operation)
        .findFirst()
        .orElseThrow()
        .run()
        .apply(input);
  }

  static String text(JsonNode tokens, String member) {
    return tokens.path(member).asText();
  }
}
