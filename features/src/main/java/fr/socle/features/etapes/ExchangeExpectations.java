package fr.socle.features.etapes;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Attentes on who calls Pro Santé Connect and with what: secret, code, certificate. */
public final class ExchangeExpectations {
  private static final Pattern CODE = Pattern.compile("(?:^|[&\\s])code=([^&\\s]+)");
  private static final Pattern TOKENS =
      Pattern.compile("(?:access_token|refresh_token|client_secret)=");
  private static final List<String> BROWSER = List.of(LoginView.AUTHORIZE, LoginView.PAGE);
  private static final List<String> DIRECT =
      List.of("PSC token", "PSC userinfo", "PSC introspect", "PSC revoke");

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public ExchangeExpectations(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** Each code was presented once, whatever the answer. */
  @Alors("le logiciel n'a présenté chaque code qu'une fois")
  public void codesOnce() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              Map<String, Integer> times = new HashMap<>();
              List<Exchange> calls = traffic.ofTransaction(LoginView.TOKEN);
              calls.forEach(
                  call -> code(traffic, call).forEach(c -> times.merge(c, 1, Integer::sum)));
              boolean twice = times.values().stream().anyMatch(count -> count > 1);
              return Expectation.that("Chaque code n'est présenté qu'une fois.", Basis.TRAFIC)
                  .judging("PSC-RP-04")
                  .in(Traffic.sequences(calls))
                  .isMet(
                      !times.isEmpty() && !twice,
                      twice ? "un code présenté plusieurs fois" : "aucun code présenté",
                      "Présentez chaque code une seule fois (RFC 6749 4.1.2) : si l'échange échoue ou"
                          + " si la page de retour est rouverte, recommencez la connexion.");
            });
  }

  /** Nothing of what only the server may hold passed through the browser. */
  @Alors("ni le secret du logiciel ni ses jetons n'ont passé par le navigateur")
  public void nothingInTheBrowser() {
    Stream<Pattern> secrets =
        scenario.bench().descriptor().clients().stream()
            .map(SpaceDescriptor.ClientDescription::clientSecret)
            .filter(Objects::nonNull)
            .map(Pattern::quote)
            .map(Pattern::compile);
    List<Pattern> forbidden = Stream.concat(Stream.of(TOKENS), secrets).toList();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> browser =
                  traffic.matching(
                      exchange ->
                          BROWSER.contains(exchange.transaction())
                              || LogoutCall.byBrowser(traffic, exchange));
              List<Exchange> leaking =
                  browser.stream()
                      .filter(
                          exchange ->
                              forbidden.stream()
                                  .anyMatch(what -> traffic.requestHolds(exchange, what)))
                      .toList();
              return Expectation.that(
                      "Le navigateur ne porte ni le secret du logiciel ni ses jetons.",
                      Basis.TRAFIC)
                  .judging("EXI-PSC-22", "PSC-RP-04")
                  .in(Traffic.sequences(leaking))
                  .isMet(
                      !browser.isEmpty() && leaking.isEmpty(),
                      browser.isEmpty()
                          ? "aucun passage par le navigateur"
                          : leaking.size() + " requête du navigateur avec le secret ou un jeton",
                      "Gardez le secret et les jetons sur votre serveur : le navigateur ne porte que"
                          + " la demande de connexion et le code du retour.");
            });
  }

  /** Every direct call came with the certificate of the relying party. */
  @Alors("le logiciel a présenté son certificat à chaque appel direct")
  public void certificateShown() {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> calls =
                  traffic.matching(
                      exchange ->
                          DIRECT.contains(exchange.transaction())
                              || LogoutCall.byServer(traffic, exchange));
              List<Exchange> bare =
                  calls.stream().filter(call -> call.clientCertificate() == null).toList();
              return Expectation.that(
                      "Chaque appel direct porte le certificat d'organisation.", Basis.TRAFIC)
                  .judging("EXI-PSC-24", "PSC-RP-19")
                  .in(Traffic.sequences(bare))
                  .isMet(
                      !calls.isEmpty() && bare.isEmpty(),
                      calls.isEmpty()
                          ? "aucun appel direct"
                          : bare.size() + " appel sans certificat",
                      "Présentez le certificat d'organisation déclaré à chaque appel direct : jetons,"
                          + " userinfo, rafraîchissement, fin de session.");
            });
  }

  private static Stream<String> code(Traffic traffic, Exchange call) {
    RawExchange raw = traffic.raw().get(call.sequence());
    if (raw == null) {
      return Stream.empty();
    }
    Matcher matcher = CODE.matcher(new String(raw.request(), UTF_8));
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
  }
}
