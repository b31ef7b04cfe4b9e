package fr.socle.features.etapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenUseTest {
  private final List<RawExchange> journal = new ArrayList<>();

  @Test
  void countsUserinfoWithATokenOfBefore() {
    userinfo("Authorization: Bearer ancien\r\n\r\n");

    assertThat(older()).containsExactly(1L);
  }

  @Test
  void countsUserinfoWithATokenOfBeforeInItsBody() {
    userinfo("\r\n\r\naccess_token=ancien");

    assertThat(older()).containsExactly(1L);
  }

  @Test
  void countsARefreshOfASessionOfBeforeAndWhatItsTokensDo() {
    token("grant_type=refresh_token&refresh_token=ancien", "r2", "a2");
    userinfo("Authorization: Bearer a2\r\n\r\n");

    assertThat(older()).containsExactly(1L, 2L);
  }

  @Test
  void doesNotCountANewLoginNorItsTokens() {
    receive(LoginView.AUTHORIZE, "", "");
    token("grant_type=authorization_code&code=c1", "r+1/=", "a1");
    userinfo("authorization: bearer a1\r\n\r\n");
    token("grant_type=refresh_token&refresh_token=r%2B1%2F%3D", "r2", "a2");
    userinfo("Authorization: Bearer a2\r\n\r\n");

    assertThat(older()).isEmpty();
  }

  @Test
  void doesNotCountALoginWithoutBrowser() {
    token("grant_type=urn:openid:params:grant-type:ciba&auth_req_id=x", "r1", "a1");
    userinfo("Authorization: Bearer a1\r\n\r\n");

    assertThat(older()).isEmpty();
  }

  @Test
  void countsATokenOfBeforeAlthoughThereIsANewLogin() {
    token("grant_type=authorization_code&code=c1", "r1", "a1");
    userinfo("Authorization: Bearer ancien\r\n\r\n");

    assertThat(older()).containsExactly(2L);
  }

  @Test
  void doesNotCountACallWithoutToken() {
    userinfo("\r\n\r\n");

    assertThat(older()).isEmpty();
  }

  private List<Long> older() {
    return TokenUse.ofOlderTokens(
            journal.stream().map(RawExchange::exchange).toList(),
            exchange -> journal.get((int) exchange.sequence() - 1))
        .stream()
        .map(Exchange::sequence)
        .toList();
  }

  private void token(String form, String refreshToken, String accessToken) {
    receive(
        LoginView.TOKEN,
        "\r\n\r\n" + form,
        "{\"access_token\":\"%s\", \"refresh_token\" : \"%s\"}"
            .formatted(accessToken, refreshToken));
  }

  private void userinfo(String rest) {
    receive(LoginView.USERINFO, rest, "{}");
  }

  private void receive(String transaction, String rest, String answer) {
    Exchange exchange =
        new Exchange(
            journal.size() + 1L,
            "e1",
            null,
            "psc",
            "psc",
            Exchange.Kind.HTTP,
            transaction,
            Instant.EPOCH,
            100,
            "POST",
            "/psc",
            200,
            null,
            JsonNodeFactory.instance.objectNode(),
            null,
            List.of(),
            0,
            0,
            List.of());
    byte[] request = ("POST /psc HTTP/1.1\r\n" + rest).getBytes(UTF_8);
    byte[] response = ("HTTP/1.1 200 OK\r\n\r\n" + answer).getBytes(UTF_8);
    journal.add(new RawExchange(exchange, request, response, false));
  }
}
