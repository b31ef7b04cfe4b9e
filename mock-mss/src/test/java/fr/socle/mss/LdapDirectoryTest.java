package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import fr.socle.bench.client.api.MssMailbox;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory in LDAP as a client of UnboundID, and hostile ones, meet it. */
class LdapDirectoryTest {
  private static final String BASE = "ou=bal,dc=mssante,dc=fr";
  private static DirectoryBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = DirectoryBench.open(pki, Map.of("mss.ldap-limite", "20"));
    for (int i = 0; i < 30; i++) {
      bench.open(new MssMailbox("boite" + i + "@foule.mssante.fr", bench.marie().nationalId()));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    try (LDAPConnection client = startTls()) {
      assertThat(client.search(BASE, SearchScope.BASE, "(ou=*)").getEntryCount()).isEqualTo(1);
    }
    bench.close();
  }

  private static LDAPConnection plain() throws LDAPException {
    return new LDAPConnection("localhost", bench.port("mss.ldap"));
  }

  private static LDAPConnection startTls() throws LDAPException {
    LDAPConnection client = plain();
    ExtendedResult result =
        client.processExtendedOperation(new StartTLSExtendedRequest(bench.tls()));
    assertThat(result.getResultCode()).isEqualTo(ResultCode.SUCCESS);
    return client;
  }

  @Test
  void aProfessionalIsFoundAboveStartTls() throws Exception {
    try (LDAPConnection client = startTls()) {
      client.bind("", "");
      SearchResultEntry found =
          client.searchForEntry(
              BASE,
              SearchScope.SUB,
              "(&(mail="
                  + DirectoryBench.MARIE.toUpperCase(Locale.ROOT)
                  + ")(TypeIdentifiantPP=8))");
      assertThat(found.getDN()).isEqualTo("cn=" + DirectoryBench.MARIE + "," + BASE);
      assertThat(found.getAttributeValue("IdentifiantPP"))
          .isEqualTo(bench.marie().nationalId().substring(1));
      assertThat(found.getAttributeValue("profession")).isEqualTo("10");
      assertThat(found.getAttributeValues("objectClass")).contains("inetOrgPerson", "balMSSante");
    }
    assertThat(bench.transactions())
        .contains("ANN LDAP StartTLS", "ANN LDAP bind", "ANN LDAP search");
  }

  @Test
  void aStructureIsFoundAboveLdaps() throws Exception {
    try (LDAPConnection client =
        new LDAPConnection(bench.tls().getSocketFactory(), "localhost", bench.port("mss.ldaps"))) {
      SearchResult result =
          client.search("dc=mssante,dc=fr", SearchScope.SUB, "(mail=*cardio*)", "o", "TypeBAL");
      SearchResultEntry found = result.getSearchEntries().get(0);
      assertThat(found.getAttributeValue("TypeBAL")).isEqualTo("ORG");
      assertThat(found.getAttributeValue("o")).isNotEmpty();
      assertThat(found.hasAttribute("mail")).isFalse();
    }
  }

  @Test
  void aSearchIsLimitedAndPagesAreNot() throws Exception {
    try (LDAPConnection client = plain()) {
      assertThatThrownBy(() -> client.search(BASE, SearchScope.ONE, "(mail=*foule*)"))
          .isInstanceOfSatisfying(
              LDAPSearchException.class,
              e -> {
                assertThat(e.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
                assertThat(e.getEntryCount()).isEqualTo(20);
              });
      Set<String> all = new HashSet<>();
      SimplePagedResultsControl next = new SimplePagedResultsControl(12);
      int pages = 0;
      while (next != null) {
        SearchRequest request = new SearchRequest(BASE, SearchScope.ONE, "(mail=*foule*)");
        request.addControl(next);
        SearchResult result = client.search(request);
        result.getSearchEntries().forEach(each -> all.add(each.getDN()));
        SimplePagedResultsControl answered = SimplePagedResultsControl.get(result);
        next =
            answered.moreResultsToReturn()
                ? new SimplePagedResultsControl(12, answered.getCookie())
                : null;
        pages++;
      }
      assertThat(all).hasSize(30);
      assertThat(pages).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ldap-trop-de-resultats:4", "ldap-occupe:51", "ldap-indisponible:52"})
  void faultsAreItsResultCodes(String faultAndCode) throws Exception {
    String[] both = faultAndCode.split(":", -1);
    try (LDAPConnection client = plain()) {
      bench.arm(both[0], Map.of());
      assertThatThrownBy(() -> client.search(BASE, SearchScope.BASE, "(objectClass=*)"))
          .isInstanceOfSatisfying(
              LDAPSearchException.class,
              e -> assertThat(e.getResultCode().intValue()).isEqualTo(Integer.parseInt(both[1])));
      assertThat(client.search(BASE, SearchScope.BASE, "(objectClass=*)").getEntryCount())
          .isEqualTo(1);
    }
  }

  @Test
  void onlyAnonymousSearchesAreTaken() throws Exception {
    try (LDAPConnection client = plain()) {
      assertCode(() -> client.bind("cn=moi", "secret"), ResultCode.INVALID_CREDENTIALS);
      assertCode(() -> client.delete("cn=moi," + BASE), ResultCode.UNWILLING_TO_PERFORM);
      assertCode(
          () -> client.search("ou=ailleurs", SearchScope.SUB, "(cn=*)"), ResultCode.NO_SUCH_OBJECT);
      assertThat(client.getRootDSE().getAttributeValues("namingContexts"))
          .containsExactly("dc=mssante,dc=fr");
    }
  }

  private interface Operation {
    void run() throws LDAPException;
  }

  private static void assertCode(Operation operation, ResultCode code) {
    assertThatThrownBy(operation::run)
        .isInstanceOfSatisfying(
            LDAPException.class, e -> assertThat(e.getResultCode()).isEqualTo(code));
  }

  @Test
  void aBombOfFiltersIsAProtocolError() throws Exception {
    byte[] filter = {(byte) 0x87, 2, 'c', 'n'};
    for (int i = 0; i < 20_000; i++) {
      filter = element(0xa2, filter);
    }
    ByteArrayOutputStream search = new ByteArrayOutputStream();
    search.writeBytes(element(0x04, BASE.getBytes(StandardCharsets.UTF_8)));
    search.writeBytes(new byte[] {0x0a, 1, 2, 0x0a, 1, 0, 2, 1, 0, 2, 1, 0, 1, 1, 0});
    search.writeBytes(filter);
    search.writeBytes(new byte[] {0x30, 0});
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {2, 1, 1});
    message.writeBytes(element(0x63, search.toByteArray()));
    assertNotice(element(0x30, message.toByteArray()), "message-illisible");
  }

  @Test
  void whatIsNoLdapIsToldAndCut() throws Exception {
    assertNotice("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), "pas-du-ldap");
    assertNotice(new byte[] {0x30, (byte) 0x84, 0x7f, 0, 0, 0}, "message-trop-grand");
    assertNotice(new byte[] {0x30, (byte) 0x80}, "message-illisible");
    assertNotice(new byte[] {0x30, 3, 2, 5, 1}, "message-illisible");
    assertNotice(new byte[] {0x30, 3, 2, 1, 1}, "message-illisible");
  }

  private static void assertNotice(byte[] sent, String code) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port("mss.ldap"))) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(sent);
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("1.3.6.1.4.1.1466.20036");
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(bench.journal())
                    .extracting(each -> each.refusal() == null ? "" : each.refusal().code())
                    .contains(code));
  }

  private static byte[] element(int tag, byte[] value) {
    int length = value.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {
              (byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length
            };
    byte[] whole = new byte[head.length + length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(value, 0, whole, head.length, length);
    return whole;
  }
}
