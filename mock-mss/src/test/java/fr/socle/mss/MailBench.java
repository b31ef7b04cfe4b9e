package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssMailboxQuestion;
import fr.socle.bench.client.api.MssMailboxState;
import fr.socle.bench.client.api.MssMessageQuestion;
import fr.socle.bench.client.api.MssMessageSource;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.spi.ControlOperation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bench with the mail alone, two professionals with a mailbox each, and a Pro Santé Connect that
 * says of the token {@code jeton-<identifier>} that it is his.
 */
final class MailBench implements AutoCloseable {
  static final String MARIE = "marie.testeur@medecin.mssante.fr";
  static final String PAUL = "paul.essai@medecin.mssante.fr";

  private final HttpServer psc;
  private final Set<String> dead;
  private final Bench bench;
  private final SpaceDescriptor space;
  private final Professional marie;
  private final Professional paul;

  private MailBench(HttpServer psc, Set<String> dead, Bench bench, Map<String, String> settings) {
    this.psc = psc;
    this.dead = dead;
    this.bench = bench;
    Map<String, String> all = new TreeMap<>(settings);
    all.put(
        "mss.introspection-url", "http://127.0.0.1:" + psc.getAddress().getPort() + "/introspect");
    this.space = bench.createSpace(new SpaceRequest(null, null, all));
    this.marie = bench.createProfessional(space.id(), new ProfessionalRequest(null));
    this.paul = bench.createProfessional(space.id(), new ProfessionalRequest(null));
    call("mailbox", new MssMailbox(MARIE, marie.nationalId()));
    call("mailbox", new MssMailbox(PAUL, paul.nationalId()));
  }

  static MailBench open(Path pki, Map<String, String> settings) throws IOException {
    return open(BenchOptions.builder().pkiDirectory(pki), settings);
  }

  static MailBench open(BenchOptions.Builder options, Map<String, String> settings)
      throws IOException {
    HttpServer psc =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Set<String> dead = ConcurrentHashMap.newKeySet();
    psc.createContext(
        "/introspect",
        exchange -> {
          String form =
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8);
          String token = form.substring("token=".length());
          String answer =
              token.startsWith("jeton-") && !dead.contains(token)
                  ? "{\"active\":true,\"SubjectNameID\":\"" + token.substring(6) + "\"}"
                  : "{\"active\":false}";
          exchange.sendResponseHeaders(200, answer.length());
          exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    psc.start();
    return new MailBench(psc, dead, Bench.start(options.services(new MssMock()).build()), settings);
  }

  Bench bench() {
    return bench;
  }

  SpaceDescriptor space() {
    return space;
  }

  String tokenOfMarie() {
    return "jeton-" + marie.nationalId();
  }

  String tokenOfPaul() {
    return "jeton-" + paul.nationalId();
  }

  String passwordOfPaul() {
    return paul.nationalId();
  }

  int port(String listener) {
    return URI.create(space.urls().getOrDefault(listener, "")).getPort();
  }

  /** Connects in clear. */
  RawMail connect(String listener) throws IOException {
    return RawMail.connect(port(listener), Path.of(space.caFile()));
  }

  /** An IMAP session of Paul, above TLS. */
  RawMail paul() throws IOException {
    RawMail mail = connect(MssMock.ACCESS);
    mail.startTls("a STARTTLS", "a OK");
    mail.say("b AUTHENTICATE XOAUTH2 " + xoauth2(PAUL, tokenOfPaul()));
    mail.until("b OK");
    return mail;
  }

  /** An SMTP session of Marie, above TLS. */
  RawMail marie() throws IOException {
    RawMail smtp = connect(MssMock.SUBMISSION);
    smtp.startTls("STARTTLS", "220");
    smtp.say("EHLO poste");
    smtp.until("250 ");
    smtp.say("AUTH XOAUTH2 " + xoauth2(MARIE, tokenOfMarie()));
    assertThat(smtp.line()).startsWith("235");
    return smtp;
  }

  static String xoauth2(String user, String token) {
    return Base64.getEncoder()
        .encodeToString(
            ("user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001")
                .getBytes(StandardCharsets.UTF_8));
  }

  void deposit(String address, String message) {
    call(
        "deposit",
        new MssDeposit(
            address, Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8))));
  }

  MssMailboxState messages(String address) {
    return (MssMailboxState) call("messages", new MssMailboxQuestion(address));
  }

  String source(String address, String folder, long uid) {
    MssMessageSource source =
        (MssMessageSource) call("source", new MssMessageQuestion(address, folder, uid));
    return new String(Base64.getDecoder().decode(source.base64()), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  @Nullable Object call(String name, Object input) {
    ControlOperation<Object, Object> operation =
        (ControlOperation<Object, Object>)
            bench.serviceOperations(space.id(), "mss").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    return operation.run().apply(input);
  }

  /** From now on Pro Santé Connect says that a token is dead. */
  void forget(String token) {
    assertThat(dead.add(token)).isTrue();
  }

  void remember(String token) {
    assertThat(dead.remove(token)).isTrue();
  }

  void arm(String fault, Map<String, String> parameters) {
    arm(fault, parameters, 1);
  }

  void arm(String fault, Map<String, String> parameters, @Nullable Integer times) {
    assertThat(
            bench
                .armFault(space.id(), new FaultRequest("mss", fault, parameters, times, null))
                .fault())
        .isEqualTo(fault);
  }

  void age(String by) {
    bench.age(space.id(), new AgeRequest(by));
  }

  KeyStoreDescription keyStore(String name) {
    return space.keyStores().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  List<Exchange> journal() {
    return bench.exchanges(space.id(), 0, null).exchanges();
  }

  @Override
  public void close() {
    bench.close();
    psc.stop(0);
  }
}
