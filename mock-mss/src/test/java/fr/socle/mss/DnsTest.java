package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssMailbox;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the mail is, asked of DNS by the client of the JDK and by hand. */
class DnsTest {
  private static final String DOMAIN = "medecin.mssante.fr";
  private static final String IMAP = "_imap._tcp." + DOMAIN;
  private static final int OPCODE_STATUS = 0x10;
  private static final int FORMERR = 1;
  private static final int NOTIMP = 4;
  private static final int REFUSED = 5;

  @TempDir private static Path pki;

  private DirectoryBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = DirectoryBench.open(pki, Map.of("mss.srv", "oui"));
  }

  @AfterEach
  void stop() throws Exception {
    // Whatever came before, it still answers.
    assertThat(ask(IMAP, "SRV")).hasSize(1);
    bench.close();
  }

  // The JDK's client of DNS has no other door; what it reads are strings of a server of ours.
  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private List<String> ask(String name, String type) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    settings.put("java.naming.provider.url", bench.url("mss.dns"));
    settings.put("com.sun.jndi.dns.timeout.initial", "10000");
    settings.put("com.sun.jndi.dns.timeout.retries", "1");
    DirContext context = new InitialDirContext(settings);
    try {
      Attribute found = context.getAttributes(name, new String[] {type}).get(type);
      List<String> values = new ArrayList<>();
      if (found != null) {
        Collections.list(found.getAll()).forEach(each -> values.add(String.valueOf(each)));
      }
      return values;
    } finally {
      context.close();
    }
  }

  /** A question of type SRV, class IN. */
  private static byte[] question(int id, int flags, int count, String name) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(id);
    out.writeShort(flags);
    out.writeShort(count);
    out.writeShort(0);
    out.writeInt(0);
    for (int i = 0; i < count; i++) {
      for (String label : name.split("\\.", -1)) {
        out.writeByte(label.length());
        out.write(label.getBytes(StandardCharsets.US_ASCII));
      }
      out.writeByte(0);
      out.writeShort(33);
      out.writeShort(1);
    }
    return bytes.toByteArray();
  }

  private byte[] datagram(byte[] asked) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(20_000);
      socket.send(to(asked));
      DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
      socket.receive(answer);
      return Arrays.copyOf(answer.getData(), answer.getLength());
    }
  }

  private DatagramPacket to(byte[] bytes) {
    return new DatagramPacket(
        bytes, bytes.length, InetAddress.getLoopbackAddress(), bench.port("mss.dns"));
  }

  private Exchange journalled(Predicate<Exchange> which) {
    return Awaitility.await()
        .until(
            () ->
                bench.journal().stream()
                    .filter(each -> each.listener().equals("mss.dns"))
                    .filter(which)
                    .findFirst()
                    .orElse(null),
            each -> each != null);
  }

  @Test
  void theServicesOfADomainOfTheSpaceAreTold() throws Exception {
    assertThat(ask(IMAP, "SRV")).containsExactly("0 1 " + bench.port("mss.imap") + " localhost.");
    assertThat(ask("_SUBMISSION._tcp.hopital-TEST.mssante.fr", "SRV"))
        .containsExactly("0 1 " + bench.port("mss.smtp") + " localhost.");
    assertThat(ask("localhost", "A")).contains("127.0.0.1");

    Exchange told = journalled(each -> IMAP.equals(each.target()));
    assertThat(told.transaction()).isEqualTo("MSS DNS");
    assertThat(told.method()).isEqualTo("SRV");
    assertThat(told.status()).isZero();
    assertThat(String.valueOf(told.decoded()))
        .contains("\"transport\":\"udp\"")
        .contains("\"reponses\":[\"0 1 " + bench.port("mss.imap") + " localhost.\"]");
    assertThat(told.refusal()).isNull();
  }

  @Test
  void aDomainIsKnownOnceAMailboxOfItIs() throws Exception {
    String name = "_imap._tcp.nouveau.mssante.fr";
    assertThatThrownBy(() -> ask(name, "SRV")).isInstanceOf(NamingException.class);
    assertThat(String.valueOf(journalled(each -> name.equals(each.target())).refusal()))
        .contains("n'est dans le domaine d'aucune boîte");

    bench.open(new MssMailbox("a@nouveau.mssante.fr", bench.marie().nationalId()));

    assertThat(ask(name, "SRV")).hasSize(1);
  }

  @Test
  void whatADomainDoesNotHaveIsSaid() throws Exception {
    assertThatThrownBy(() -> ask("_imaps._tcp." + DOMAIN, "SRV"))
        .isInstanceOf(NameNotFoundException.class);
    assertThat(ask(DOMAIN, "SRV")).isEmpty();
    assertThat(ask(IMAP, "A")).isEmpty();
    byte[] nothing = datagram(question(3, 0, 1, "_pop3._tcp." + DOMAIN));
    // One question, no answer, the start of the zone.
    assertThat(Arrays.copyOfRange(nothing, 4, 10)).containsExactly(0, 1, 0, 0, 0, 1);
  }

  @Test
  void whereTlsBeginsWithTheConnectionTheNamesSayIt() throws Exception {
    bench.close();
    bench = DirectoryBench.open(pki, Map.of("mss.srv", "oui", "mss.tls", "implicite"));

    assertThat(ask("_imaps._tcp." + DOMAIN, "SRV")).hasSize(1);
    assertThat(ask("_submissions._tcp." + DOMAIN, "SRV")).hasSize(1);
    assertThatThrownBy(() -> ask(IMAP, "SRV")).isInstanceOf(NameNotFoundException.class);

    bench.close();
    start();
  }

  @Test
  void theFaultSaysThatTheServiceIsNowhere() throws Exception {
    bench.arm("srv-cible-point", Map.of());

    assertThat(ask(IMAP, "SRV")).containsExactly("0 0 0 .");
    assertThat(journalled(each -> IMAP.equals(each.target())).faults())
        .anySatisfy(each -> assertThat(each.toString()).contains("srv-cible-point"));
    assertThat(ask(IMAP, "SRV")).doesNotContain("0 0 0 .");
  }

  @Test
  void anAnswerThatIsCutDoesNotArrive() throws Exception {
    bench.arm("coupure", new HashMap<>(Map.of("moment", "avant-reponse")));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(20_000);
      socket.send(to(question(1, 0, 1, IMAP)));
      journalled(each -> IMAP.equals(each.target()));
      socket.send(to(question(2, 0, 1, IMAP)));
      DatagramPacket first = new DatagramPacket(new byte[512], 512);
      socket.receive(first);
      assertThat(first.getData()[1]).isEqualTo((byte) 2);
    }
  }

  @Test
  void severalMessagesMayComeOnOneConnection() throws Exception {
    try (Socket socket = new Socket("localhost", bench.port("mss.dns"))) {
      socket.setSoTimeout(20_000);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int id = 1; id <= 3; id++) {
        byte[] asked = question(id, 0x0100, 1, IMAP);
        out.writeShort(asked.length);
        out.write(asked);
        out.flush();
        byte[] answer = in.readNBytes(in.readUnsignedShort());
        assertThat(answer[1]).isEqualTo((byte) id);
        // An authoritative answer, recursion as it was desired, one answer.
        assertThat(answer[2] & 0xff).isEqualTo(0x85);
        assertThat(answer[7]).isEqualTo((byte) 1);
      }
    }
    assertThat(String.valueOf(journalled(each -> "SRV".equals(each.method())).decoded()))
        .contains("\"transport\":\"tcp\"");
  }

  @Test
  void whatIsNoOrdinaryQuestionIsRefusedWithItsCode() throws Exception {
    byte[] cut = Arrays.copyOf(question(7, 0, 1, IMAP), 20);
    byte[] formerr = datagram(cut);
    assertThat(formerr[1]).isEqualTo((byte) 7);
    assertThat(formerr[3] & 0xf).isEqualTo(FORMERR);
    assertThat(datagram(question(8, 0, 2, IMAP))[3] & 0xf).isEqualTo(FORMERR);
    assertThat(datagram(question(8, 0, 0, IMAP))[3] & 0xf).isEqualTo(FORMERR);
    assertThat(datagram(question(9, OPCODE_STATUS << 8, 1, IMAP))[3] & 0xf).isEqualTo(NOTIMP);
    assertThat(datagram(question(10, 0, 1, "_imap._tcp.exemple.com"))[3] & 0xf).isEqualTo(REFUSED);
    assertThat(journalled(each -> each.refusal() != null).refusal()).isNotNull();
  }

  /** A question with an OPT record (RFC 6891) of a version, padded to a length (RFC 7830). */
  private static byte[] extended(int id, int version, int length) throws Exception {
    byte[] asked = question(id, 0, 1, IMAP);
    asked[11] = 1; // one additional record
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(asked);
    out.writeByte(0);
    out.writeShort(41);
    out.writeShort(1232);
    out.writeByte(0);
    out.writeByte(version);
    out.writeShort(0);
    int padding = Math.max(0, length - out.size() - 6);
    out.writeShort(padding + 4);
    out.writeShort(12);
    out.writeShort(padding);
    out.write(new byte[padding]);
    return bytes.toByteArray();
  }

  @Test
  void anExtendedQuestionIsAnsweredInItsOwnVersionOnly() throws Exception {
    byte[] known = datagram(extended(11, 0, 0));
    assertThat(known[3] & 0xf).isZero();
    assertThat(known[7]).isEqualTo((byte) 1);

    byte[] unknown = datagram(extended(12, 1, 0));
    // BADVERS is 16: its low bits are those of the header, its high ones in the OPT record.
    assertThat(unknown[3] & 0xf).isZero();
    assertThat(unknown[7]).isZero();
    assertThat(unknown[unknown.length - 6]).isEqualTo((byte) 1);
  }

  @Test
  void aLengthWhoseFirstByteIsALineFeedIsALength() throws Exception {
    byte[] asked = extended(13, 0, 0x0a0a);
    assertThat(asked).hasSize(0x0a0a);
    try (Socket socket = new Socket("localhost", bench.port("mss.dns"))) {
      socket.setSoTimeout(20_000);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      out.writeShort(asked.length);
      out.write(asked);
      out.flush();
      byte[] answer = in.readNBytes(in.readUnsignedShort());
      assertThat(answer[1]).isEqualTo((byte) 13);
      assertThat(answer[7]).isEqualTo((byte) 1);
    }
  }

  @Test
  void aSlowAnswerComesAfterAFastOne() throws Exception {
    bench.arm("latence", new HashMap<>(Map.of("millisecondes", "700")));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(20_000);
      socket.send(to(question(21, 0, 1, IMAP)));
      journalled(each -> IMAP.equals(each.target()));
      socket.send(to(question(22, 0, 1, IMAP)));
      DatagramPacket answer = new DatagramPacket(new byte[512], 512);
      socket.receive(answer);
      assertThat(answer.getData()[1]).isEqualTo((byte) 22);
      socket.receive(answer);
      assertThat(answer.getData()[1]).isEqualTo((byte) 21);
    }
  }

  /** An answer, a few bytes, nothing: there is nobody to answer, and the journal has it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 11, -1})
  void whatIsNotAQuestionIsNotAnswered(int length) throws Exception {
    byte[] sent = length < 0 ? question(5, 0x8000, 1, IMAP) : new byte[length];
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(20_000);
      socket.send(to(sent));
      Exchange told = journalled(each -> each.refusal() != null);
      assertThat(told.status()).isNull();
      socket.send(to(question(6, 0, 1, IMAP)));
      DatagramPacket first = new DatagramPacket(new byte[512], 512);
      socket.receive(first);
      assertThat(first.getData()[1]).isEqualTo((byte) 6);
    }
  }

  /** Names that point at themselves, and beyond the end. */
  @ParameterizedTest
  @ValueSource(bytes = {12, 40, 63})
  void namesThatNeverEndHarmNothing(byte pointer) throws Exception {
    byte[] asked = Arrays.copyOf(question(4, 0, 1, "a"), 18);
    asked[12] = (byte) 0xc0;
    asked[13] = pointer;
    assertThat(datagram(asked)[3] & 0xf).isEqualTo(FORMERR);
  }

  @Test
  void aConnectionThatSendsNoDnsIsCut() throws Exception {
    try (Socket socket = new Socket("localhost", bench.port("mss.dns"))) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(new byte[] {0, 3, 1, 2, 3});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(String.valueOf(journalled(each -> each.refusal() != null).refusal()))
        .contains("ne se lit pas");
  }

  @Test
  void nothingListensUnlessItIsAsked() throws Exception {
    try (DirectoryBench ordinary = DirectoryBench.open(pki, Map.of())) {
      assertThat(ordinary.url("mss.dns")).isEmpty();
    }
    assertThatThrownBy(() -> DirectoryBench.open(pki, Map.of("mss.srv", "peut-être")))
        .hasMessageContaining("mss.srv");
  }
}
