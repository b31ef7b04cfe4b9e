package fr.socle.mss.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Parameters;
import fr.socle.mss.directory.protocol.fhir.DirectoryCall;
import fr.socle.mss.directory.protocol.ldap.LdapCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule on the directory: ways of software that pass, and the same broken in one way. */
class DirectoryUseTest {
  private static final String SEARCH = "/Practitioner?name=TESTEUR";

  private final Seen seen = new Seen();

  @Test
  void aCallWithoutKeyIsNotRepeated() {
    // Two under way at once; then with the key; then without it, once.
    call(0, false, SEARCH, 401).call(5, false, SEARCH, 401).call(100, true, SEARCH, 200);
    call(200, false, SEARCH, 401);
    assertThat(seen.rules()).isEmpty();
    call(300, false, SEARCH, 401);
    assertThat(seen.rules()).containsExactly("MSS-AN-01");
  }

  @Test
  void aCallThatIsOneTooManyIsNotRepeatedAtOnce() {
    call(0, true, SEARCH, 429).call(50, true, "/Organization", 429).call(1000, true, SEARCH, 200);
    call(2000, true, SEARCH, 429).call(2005, true, SEARCH, 200);
    assertThat(seen.rules()).isEmpty();
    call(3000, true, SEARCH, 429).call(3050, true, SEARCH, 200);
    assertThat(seen.rules()).containsExactly("MSS-AN-02");
  }

  @Test
  void aProfessionalIsNotLookedUpByATechnicalIdentifierOfBefore() {
    read(0, "/Practitioner/003-1", "Practitioner", 200);
    read(100, "/Organization/001-1", "Organization", 404);
    assertThat(seen.rules()).isEmpty();
    read(200, "/Practitioner/003-2", "Practitioner", 404);
    assertThat(seen.rules()).containsExactly("MSS-AN-03");
  }

  @Test
  void aSearchThatIsRefusedIsDoneInAnotherWay() {
    call(0, true, "/Practitioner?mailbox-mss-type=PER", 400).call(100, true, SEARCH, 200);
    assertThat(seen.rules()).isEmpty();
    call(200, true, "/Practitioner?mailbox-mss-type=PER", 400);
    assertThat(seen.rules()).containsExactly("MSS-AN-04");
  }

  @Test
  void aPageThatLeadsToItselfIsNotFollowedForEver() {
    for (int i = 0; i < 10; i++) {
      page(i * 1000L, "?_getpages=1").page(i * 1000L + 500, "?_getpages=1&_getpagesoffset=" + i);
    }
    assertThat(seen.rules()).isEmpty();
    page(10_000, "?_getpages=1");
    assertThat(seen.rules()).containsExactly("MSS-AN-05");
  }

  @Test
  void aBindThatIsRefusedIsNotRepeated() {
    bind(0, 49).bind(100, 0).bind(200, 49);
    assertThat(seen.rules()).isEmpty();
    bind(300, 49);
    assertThat(seen.rules()).containsExactly("MSS-AN-06");
  }

  @Test
  void theConnectionIsTriedOnceTheOperatorSaidWhereItIs() {
    seen.on(0, "mss.web", "MSS autoconfig", 200, "{}", null);
    seen.on(100, "mss.imap", "IMAP CAPABILITY", 200, "{}", null);
    // Servers that one must not take are not tried.
    seen.on(200, "mss.web", "MSS autoconfig", 200, "{}", null, "autoconfig-hote-etranger");
    seen.on(300, "mss.web", "MSS autoconfig", 404, "{}", null);
    assertThat(seen.rules()).isEmpty();
    seen.on(400, "mss.web", "MSS autoconfig", 200, "{}", null);
    assertThat(seen.rules()).containsExactly("MSS-AN-07");
  }

  private DirectoryUseTest call(long millis, boolean keyed, String below, int status) {
    return add(millis, "search", "Practitioner", keyed, below, status);
  }

  private DirectoryUseTest read(long millis, String below, String type, int status) {
    return add(millis, "read", type, true, below, status);
  }

  private DirectoryUseTest page(long millis, String below) {
    return add(millis, "page", "", true, below, 200);
  }

  private DirectoryUseTest add(
      long millis, String interaction, String type, boolean keyed, String below, int status) {
    seen.on(
        millis,
        "mss.web",
        "ANN FHIR " + interaction,
        status,
        "{}",
        new DirectoryCall(interaction, type, new Parameters(List.of()), keyed, below));
    return this;
  }

  private DirectoryUseTest bind(long millis, int result) {
    seen.on(
        millis,
        "mss.ldap",
        "ANN LDAP bind",
        0,
        "{}",
        new LdapCall("bind", "", "", result, 0, true));
    return this;
  }

  /** The rules this class proves. */
  static Stream<String> proven() {
    return Stream.of(
        "MSS-AN-01", "MSS-AN-02", "MSS-AN-03", "MSS-AN-04", "MSS-AN-05", "MSS-AN-06", "MSS-AN-07");
  }
}
