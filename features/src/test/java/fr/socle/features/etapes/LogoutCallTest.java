package fr.socle.features.etapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.features.run.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogoutCallTest {
  private static final String FORM = "\r\n\r\nclient_secret=s&id_token_hint=x";

  @Test
  void aPostWithTheCookieOfTheProviderIsOfABrowser() {
    assertThat(by("POST", EndOfSessionExpectations.LOGOUT, "Cookie: a=b; PSC_SESSION_e1=v" + FORM))
        .isEqualTo("browser");
  }

  @Test
  void aPostThatSaysWhichSiteItComesFromIsOfABrowser() {
    assertThat(
            by(
                "POST",
                EndOfSessionExpectations.LOGOUT,
                "Accept: */*\r\nsec-fetch-site: cross-site" + FORM))
        .isEqualTo("browser");
  }

  @Test
  void aPostWithoutEitherIsOfAServer() {
    assertThat(by("POST", EndOfSessionExpectations.LOGOUT, "Accept: */*" + FORM))
        .isEqualTo("server");
  }

  @Test
  void aCookieOfALoadBalancerAndTheModeOfAFetchMakeNoBrowser() {
    assertThat(
            by(
                "POST",
                EndOfSessionExpectations.LOGOUT,
                "Cookie: route=1\r\nSec-Fetch-Mode: cors" + FORM))
        .isEqualTo("server");
  }

  @Test
  void whatTheBodySaysIsNoHeader() {
    assertThat(
            by(
                "POST",
                EndOfSessionExpectations.LOGOUT,
                "Accept: */*" + FORM + "\r\nsec-fetch-site: none"))
        .isEqualTo("server");
  }

  @Test
  void aGetWithoutMarkMayBeOfEither() {
    assertThat(by("GET", EndOfSessionExpectations.LOGOUT, "Accept: */*\r\n\r\n"))
        .isEqualTo("unknown");
  }

  @Test
  void anotherCallIsNone() {
    assertThat(by("POST", LoginView.TOKEN, "Accept: */*" + FORM)).isEqualTo("unknown");
  }

  private static String by(String method, String transaction, String rest) {
    Exchange exchange =
        new Exchange(
            1L,
            "e1",
            null,
            "psc",
            "psc",
            Exchange.Kind.HTTP,
            transaction,
            Instant.EPOCH,
            100,
            method,
            "/psc",
            200,
            null,
            JsonNodeFactory.instance.objectNode(),
            null,
            List.of(),
            0,
            0,
            List.of());
    byte[] request = (method + " /psc HTTP/1.1\r\nHost: psc\r\n" + rest).getBytes(UTF_8);
    Traffic traffic =
        new Traffic(
            List.of(exchange), Map.of(1L, new RawExchange(exchange, request, new byte[0], false)));
    boolean browser = LogoutCall.byBrowser(traffic, exchange);
    boolean server = LogoutCall.byServer(traffic, exchange);
    assertThat(browser && server).isFalse();
    return browser ? "browser" : server ? "server" : "unknown";
  }
}
