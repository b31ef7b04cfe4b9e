package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.service.Mailbox;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions of a mailbox beside those of Pro Santé Connect. */
class SessionsAndLoginTest {
  private static final TlsFacts TLS = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of());
  private static final Mailbox MAILBOX = Mailbox.personal(Letter.FROM, "899700000001");

  private final Seen seen = new Seen();

  @Test
  void theSessionsOfALoginEndWithIt() {
    login(0, "s1");
    SessionWatch kept = opened(0, "s1");
    command(200, kept, "SELECT");
    logout(1000, "s1", 302);
    // Under way, closing, or with a new login.
    command(1500, kept, "FETCH");
    command(5000, kept, "LOGOUT");
    login(5000, "s2");
    command(5100, opened(5000, "s2"), "SELECT");
    assertThat(seen.rules()).isEmpty();
    command(5200, kept, "SELECT");
    assertThat(seen.rules()).containsExactly("MSS-SE-14");
  }

  @Test
  void aSessionThatWorkstationsShareEndsWithTheLastLoginOfItsHolder() {
    SessionWatch shared = opened(0, "s1");
    login(100, "s2");
    logout(1000, "s1", 302);
    command(5000, shared, "SELECT");
    logout(6000, "s2", 302);
    command(7000, shared, "FETCH");
    assertThat(seen.rules()).isEmpty();
    command(9000, shared, "SELECT");
    assertThat(seen.rules()).containsExactly("MSS-SE-14");
  }

  @Test
  void theLoginOfSomebodyElseKeepsNoSessionOpen() {
    SessionWatch kept = opened(0, "s1");
    login(100, "s2", "u2");
    logout(1000, "s1", 302);
    command(5000, kept, "SELECT");
    assertThat(seen.rules()).containsExactly("MSS-SE-14");
  }

  @Test
  void aLogoutThatAnotherRelyingPartyAskedForMayNotBeKnownYet() {
    SessionWatch kept = opened(0, "s1");
    logout(1000, "s1", 302, "autre");
    command(9000, kept, "SELECT");
    assertThat(seen.rules()).isEmpty();
  }

  @Test
  void aLogoutThatOnlyAsksEndsNothing() {
    SessionWatch kept = opened(0, "s1");
    logout(1000, "s1", 200);
    command(9000, kept, "SELECT");
    assertThat(seen.rules()).isEmpty();
  }

  @Test
  void aSessionThatWasEndedIsOpenedAgainWithTheSameLogin() {
    cut(100, opened(0, "s1"));
    opened(200, "s1");
    // After a logout, a refused renewal, or much later, one logs in.
    cut(1000, opened(900, "s1"));
    logout(1100, "s1", 302);
    login(1200, "s2");
    opened(1300, "s2");
    cut(2000, opened(1900, "s2"));
    seen.on(2100, "psc", "PSC token", 400, "{}", null);
    login(2200, "s3");
    opened(2300, "s3");
    cut(3000, opened(2900, "s3"));
    login(90_000, "s4");
    opened(90_100, "s4");
    assertThat(seen.rules()).isEmpty();
    cut(100_000, opened(99_000, "s4"));
    login(101_000, "s5");
    opened(101_100, "s5");
    assertThat(seen.rules()).containsExactly("MSS-SE-15");
  }

  private SessionWatch opened(long millis, String login) {
    SessionWatch watch = new SessionWatch("imap", address -> Optional.of(MAILBOX));
    String claims = coded(claims(login, "u1").replace('\'', '"'));
    String response =
        coded("user=" + Letter.FROM + "\u0001auth=Bearer a." + claims + ".b\u0001\u0001");
    watch.sees(
        new Unit(
            Content.of(("a AUTHENTICATE XOAUTH2 " + response + "\r\n").getBytes(UTF_8)),
            true,
            false,
            TLS));
    watch.enters(MAILBOX);
    command(millis, watch, "AUTHENTICATE");
    return watch;
  }

  private static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void command(long millis, SessionWatch watch, String verb) {
    seen.on(millis, "mss.imap", "IMAP " + verb, 0, "{}", watch.command(verb, null));
  }

  private void cut(long millis, SessionWatch watch) {
    seen.on(
        millis,
        "mss.imap",
        "IMAP ligne",
        0,
        "{}",
        watch.command("", new Refusal("session-terminee", "")),
        "imap-session-terminee");
  }

  private static String claims(String login, String holder) {
    return "{'sid':'" + login + "','azp':'lps','sub':'" + holder + "'}";
  }

  private void logout(long millis, String login, int status) {
    logout(millis, login, status, "lps");
  }

  private void logout(long millis, String login, int status, String client) {
    String view = "{'session':'" + login + "','client':'" + client + "'}";
    seen.on(millis, "psc", "PSC logout", status, view, null);
  }

  private void login(long millis, String login) {
    login(millis, login, "u1");
  }

  private void login(long millis, String login, String holder) {
    seen.on(
        millis,
        "psc",
        "PSC token",
        200,
        "{'parametres':{'grant_type':'authorization_code'},'access_token':{'claims':"
            + claims(login, holder)
            + "}}",
        null);
  }

  /** The rules this class proves. */
  static Stream<String> proven() {
    return Stream.of("MSS-SE-14", "MSS-SE-15");
  }
}
